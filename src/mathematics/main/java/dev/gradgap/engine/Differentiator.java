package dev.gradgap.engine;

/**
 * An engine prepared for one function. All arrays belong to the caller: inputs of length n, outputs of length m, and
 * Jacobians of length m n in row-major order, so that the gradient of a function with one output is its Jacobian.
 * Not thread-safe.
 */
public interface Differentiator {

    /** The number of inputs n. */
    int inputs();

    /** The number of outputs m. */
    int outputs();

    /**
     * Evaluates the function on the engine's own numbers.
     *
     * @param x the point, length n
     * @param y receives the outputs, length m
     */
    void primal(double[] x, double[] y);

    /**
     * All derivatives at a point.
     *
     * @param x the point, length n
     * @param jacobian receives dy[j]/dx[i] at position {@code j * n + i}; length m n, at most 2<sup>31</sup> - 1
     */
    void jacobian(double[] x, double[] jacobian);

    /**
     * The gradient of a function with one output.
     *
     * @param x the point, length n
     * @param gradient receives dy/dx[i], length n
     * @throws IllegalStateException if the function has several outputs
     */
    default void gradient(double[] x, double[] gradient) {
        if (outputs() != 1) {
            throw new IllegalStateException(
                    "a gradient needs a function with one output; this one has " + outputs() + ": use the Jacobian");
        }
        jacobian(x, gradient);
    }

    /** The passes through the graph that a whole Jacobian takes: about n / tangents per pass forward, m reverse. */
    int passes();

    /**
     * The bytes that the last differentiation kept between its sweeps or passes (recorded operations, partials, values),
     * adjoint and tangent vectors excluded; 0 if nothing is kept.
     */
    default long tapeBytes() {
        return 0;
    }
}
