package dev.gradgap.engine;

/**
 * A forward-mode engine prepared for one function. A Jacobian takes {@link #start} and then every pass from 0 to {@code
 * passes() - 1}, in any order; passes are independent, which is what lets a harness time a sample of them.
 */
public interface ForwardDifferentiator extends Differentiator {

    /** Does what is done once at a point and shared by its passes; nothing for engines that recompute everything. */
    void start(double[] x);

    /**
     * One pass: the derivatives with respect to the inputs of chunk {@code pass}, that is from {@code pass * w} to
     * {@code min(n, (pass + 1) * w) - 1} for w tangents a pass.
     *
     * @param pass from 0 to {@code passes() - 1}
     * @param x the point given to {@link #start}
     * @param jacobian receives the columns of these inputs, other elements are left as they are; length m n, row-major
     */
    void pass(int pass, double[] x, double[] jacobian);

    /**
     * Carries one tangent through the function (Jacobian times vector).
     *
     * @param x the point, length n
     * @param tangent the direction, length n
     * @param y receives the outputs, length m
     * @param outputTangent receives the derivative of each output along the direction, length m
     */
    void pushforward(double[] x, double[] tangent, double[] y, double[] outputTangent);

    @Override
    default void jacobian(double[] x, double[] jacobian) {
        start(x);
        int passes = passes();
        for (int pass = 0; pass < passes; pass++) {
            pass(pass, x, jacobian);
        }
    }
}
