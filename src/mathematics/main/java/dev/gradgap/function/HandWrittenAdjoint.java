package dev.gradgap.function;

/** The pullback of a function as an expert writes it by hand: one primal and one reverse sweep in plain Java. */
@FunctionalInterface
public interface HandWrittenAdjoint {

    /**
     * Evaluates the function and pulls an output adjoint back to the inputs.
     *
     * @param x the inputs, not changed
     * @param outputAdjoint the weight of each output, not changed; {@code {1}} gives the gradient of a scalar function
     * @param y receives the outputs
     * @param inputAdjoint receives, overwriting it, the sum over outputs j of {@code outputAdjoint[j] * dy[j]/dx[i]}
     */
    void pullback(double[] x, double[] outputAdjoint, double[] y, double[] inputAdjoint);
}
