package dev.gradgap.function;

/** A function in plain Java on doubles: no generic layer, no boxing. */
@FunctionalInterface
public interface PlainFunction {

    /**
     * Evaluates the function.
     *
     * @param x the inputs, not changed
     * @param y receives the outputs
     */
    void evaluate(double[] x, double[] y);
}
