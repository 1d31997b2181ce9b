package dev.gradgap.function;

import java.util.Optional;

/**
 * A function from {@code inputs()} to {@code outputs()} numbers, written once for every kind of number.
 *
 * <p>The sequence of operations must not depend on the values: replay engines record it once and reuse it at other
 * points. Selections are made with {@code max}, {@code min} and {@code abs}. The function is stateless and may be
 * evaluated from several threads.
 */
public interface DifferentiableFunction {

    /** The number of inputs, at least 1. */
    int inputs();

    /** The number of outputs, at least 1. */
    int outputs();

    /** Evaluates the function on numbers of type {@code T}; sets every output once. */
    <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y);

    /** The same function in plain Java on doubles, as an expert would write it by hand; the cost of the primal. */
    default Optional<PlainFunction> plain() {
        return Optional.empty();
    }

    /** The hand-written adjoint of the function; the limit that reverse engines are measured against. */
    default Optional<HandWrittenAdjoint> handWrittenAdjoint() {
        return Optional.empty();
    }
}
