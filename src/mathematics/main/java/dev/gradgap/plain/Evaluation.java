package dev.gradgap.plain;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;

/** A copy of a transformed program, ready to run on the numbers of any arithmetic. Not thread-safe. */
public interface Evaluation {

    /**
     * Evaluates the function.
     *
     * @param outputs the number of outputs
     * @param decisions who decides; null if the numbers' own values do
     */
    void evaluate(Arithmetic<Object> a, Inputs<Object> x, Outputs<Object> y, int outputs, Decisions decisions);
}
