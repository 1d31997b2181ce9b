package dev.gradgap.engine;

/** A reverse-mode engine prepared for one function. A Jacobian takes one recording and a reverse sweep per output. */
public interface ReverseDifferentiator extends Differentiator {

    /**
     * The forward sweep: evaluates the function and keeps what the reverse sweep needs.
     *
     * @param x the point, length n
     * @param y receives the outputs, length m
     */
    void record(double[] x, double[] y);

    /**
     * The reverse sweep over what {@link #record} left; may be repeated with other weights.
     *
     * @param outputAdjoint the weight of each output, length m
     * @param inputAdjoint receives, overwriting it, the sum over j of {@code outputAdjoint[j] * dy[j]/dx[i]}; length n
     */
    void sweep(double[] outputAdjoint, double[] inputAdjoint);

    /**
     * Carries one adjoint from the outputs to the inputs (vector times Jacobian): {@link #record}, then {@link #sweep}.
     *
     * @param x the point, length n
     * @param outputAdjoint the weight of each output, length m
     * @param y receives the outputs, length m
     * @param inputAdjoint receives the weighted sum of the rows of the Jacobian, length n
     */
    default void pullback(double[] x, double[] outputAdjoint, double[] y, double[] inputAdjoint) {
        record(x, y);
        sweep(outputAdjoint, inputAdjoint);
    }

    @Override
    default int passes() {
        return outputs();
    }
}
