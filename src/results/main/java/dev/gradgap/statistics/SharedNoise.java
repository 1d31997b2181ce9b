package dev.gradgap.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How much the forks of a run vary, as far as its cells have that in common. Two or three forks say hardly anything about their
 * own variance: they may agree by luck, which makes an interval of their own too narrow, and by Student's t it is wide for all. A run
 * has a hundred cells and more, and these do know. So the variance of a cell is taken to be the mean of its own and the shared one, with the
 * weights n - 1 and d, and its interval has d more degrees of freedom.
 *
 * <p>The degrees of freedom d say how alike the cells are: large if the variances differ no more than estimates of one
 * variance do, near 0 if they have nothing in common. Source of both: G. K. Smyth, Linear models and empirical Bayes methods for
 * assessing differential expression in microarray experiments, Statistical Applications in Genetics and Molecular Biology 3 (1),
 * 2004, sections 3 and 6.2. Two things are more careful here. The shared variance is the mean of all, without the largest twentieth,
 * where there it is near the smallest: forks have heavier tails than a normal distribution, and a cell of which one fork in
 * four is off has two that agree. And d is at most {@value #MOST_DEGREES}. {@code SharedNoiseTest} simulates it, and has committed runs
 * predict one half of their forks from the other.
 *
 * @param degrees d, at least 0; 0 if nothing is shared
 * @param variance of the logarithms of fork values
 */
public record SharedNoise(double degrees, double variance) {

    /** Every cell has only its own. */
    public static final SharedNoise NONE = new SharedNoise(0, 0);

    /** What fewer cells have in common may be luck. */
    public static final int FEWEST_CELLS = 20;

    private static final double MOST_DEGREES = 4;
    private static final double TRIMMED = 0.05;

    /** Of the logarithms: a ten-thousandth is a matter of the clock. */
    private static final double SMALLEST_VARIANCE = 1e-8;

    /** Between them the trigamma function has all values that matter: half of it is d. */
    private static final double[] HALF_DEGREES = {1e-3, 1e3};

    /**
     * What the cells of a run have in common.
     *
     * @param logarithms for each cell those of its fork values; cells with fewer than two are left out
     * @return {@link #NONE} if there are fewer than {@value #FEWEST_CELLS} cells with two
     */
    public static SharedNoise of(List<double[]> logarithms) {
        List<double[]> cells =
                logarithms.stream().filter(values -> values.length >= 2).toList();
        if (cells.size() < FEWEST_CELLS) {
            return NONE;
        }
        double[] variances = new double[cells.size()];
        double[] centred = new double[cells.size()]; // logarithms of the variances, less what is expected of such a one
        double scatter = 0; // that estimates of one variance would have
        for (int i = 0; i < variances.length; i++) {
            double half = (cells.get(i).length - 1) / 2.0;
            variances[i] = Math.max(StatUtils.variance(cells.get(i)), SMALLEST_VARIANCE);
            centred[i] = Math.log(variances[i]) - Gamma.digamma(half) + Math.log(half);
            scatter += Gamma.trigamma(half) / variances.length;
        }
        Arrays.sort(variances);
        double[] trimmed = Arrays.copyOf(variances, variances.length - (int) (TRIMMED * variances.length));
        return new SharedNoise(degrees(StatUtils.variance(centred) - scatter), StatUtils.mean(trimmed));
    }

    /** The d whose distribution of variances has so much scatter in its logarithms: trigamma(d / 2). */
    private static double degrees(double scatter) {
        double least = Gamma.trigamma(HALF_DEGREES[1]);
        double most = Gamma.trigamma(HALF_DEGREES[0]);
        double within = Math.min(Math.max(scatter, least), most);
        double half =
                new BrentSolver().solve(100, x -> Gamma.trigamma(x) - within, HALF_DEGREES[0] / 2, HALF_DEGREES[1] * 2);
        return Math.min(2 * half, MOST_DEGREES);
    }

    /** The variance of a cell whose n forks have a variance of their own. */
    double variance(double own, int n) {
        return (degrees * variance + (n - 1) * own) / degrees(n);
    }

    /** The degrees of freedom of that. */
    double degrees(int n) {
        return degrees + n - 1;
    }
}
