package dev.gradgap.descend;

import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Backtracking along the steepest descent: the rate is halved until the cost falls by at least a small part of what its
 * slope promises (the sufficient decrease, or Armijo, condition), so that the cost falls at every step.
 *
 * <p>Source: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., Springer 2006, algorithm 3.1, with c = 10<sup>-4</sup>
 * and &rho; = 1/2; L. Armijo, Pacific Journal of Mathematics 16(1), 1966.
 */
final class LineSearch {

    private static final double SUFFICIENT = 1e-4;
    private static final double CONTRACTION = 0.5;
    private static final int MOST_TRIALS = 100;

    private LineSearch() {}

    /** Where a search ended. */
    static final class Found {

        private final double[] x;
        private final double cost;
        private final double rate;
        private final int trials;

        private Found(double[] x, double cost, double rate, int trials) {
            this.x = x;
            this.cost = cost;
            this.rate = rate;
            this.trials = trials;
        }

        /** The new point; not a copy. */
        double[] x() {
            return x;
        }

        /** The cost at the new point, finite and below the cost before. */
        double cost() {
            return cost;
        }

        /** What the gradient was multiplied with. */
        double rate() {
            return rate;
        }

        /** How often the cost was evaluated. */
        int trials() {
            return trials;
        }
    }

    /**
     * Searches from a point.
     *
     * @param f the cost at a point
     * @param x the point, left as it is
     * @param cost f(x)
     * @param gradient of f at x
     * @param firstRate the first rate to try, positive
     * @return empty if no rate makes the cost fall that double precision can tell apart
     */
    static Optional<Found> search(
            ToDoubleFunction<double[]> f, double[] x, double cost, double[] gradient, double firstRate) {
        double squaredNorm = 0;
        for (double slope : gradient) {
            squaredNorm += slope * slope;
        }
        double[] next = new double[x.length];
        double rate = firstRate;
        for (int trial = 1; trial <= MOST_TRIALS; trial++) {
            for (int i = 0; i < x.length; i++) {
                next[i] = x[i] - rate * gradient[i];
            }
            double value = f.applyAsDouble(next);
            boolean enough = value <= cost - SUFFICIENT * rate * squaredNorm;
            if (enough && value < cost && Double.isFinite(value)) {
                return Optional.of(new Found(next, value, rate, trial));
            }
            rate *= CONTRACTION;
        }
        return Optional.empty();
    }
}
