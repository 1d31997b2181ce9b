package dev.gradgap.engine;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import java.util.Arrays;

/**
 * Evaluates a function on one kind of number and holds its outputs, for engines that run the function's own code. Reused
 * between evaluations, so that none of them allocates.
 *
 * @param <T> the number type
 */
public final class CollectedOutputs<T> implements Outputs<T> {

    private final T[] values;

    /**
     * Room for the outputs.
     *
     * @param values an array of length m, such as {@code arithmetic.array(m)}; owned by this object from now on
     */
    public CollectedOutputs(T[] values) {
        this.values = values;
    }

    /**
     * Evaluates a function and keeps its outputs in place of earlier ones.
     *
     * @throws IllegalStateException if the function leaves an output unset or sets it to null
     */
    public void evaluate(DifferentiableFunction function, Arithmetic<T> arithmetic, Inputs<T> x) {
        Arrays.fill(values, null);
        function.evaluate(arithmetic, x, this);
        for (int j = 0; j < values.length; j++) {
            if (values[j] == null) {
                throw new IllegalStateException("the function left output " + j + " unset");
            }
        }
    }

    @Override
    public void set(int i, T value) {
        values[i] = value;
    }

    /** The number of outputs m. */
    public int size() {
        return values.length;
    }

    /** Output j of the last evaluation. */
    public T get(int j) {
        return values[j];
    }
}
