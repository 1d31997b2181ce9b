package dev.gradgap.statistics;

import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.Covariance;

/** Finds after how many uses a dearer start has been earned back by cheaper uses. */
public final class BreakEvenFit {

    private BreakEvenFit() {}

    /**
     * The ratio of the mean extra cost of the start, a, to the mean saving of a use, b, rounded up.
     *
     * <p>Its interval is Fieller's: r uses are compatible with the observations if the t interval of the mean of
     * {@code extra[i] - r saved[i]}, by how much r uses came dearer in round i, contains 0. With v<sub>a</sub>,
     * v<sub>b</sub> and c the variances and the covariance of the two means and t the quantile of Student's t with n - 1
     * degrees of freedom, these r lie between the roots of
     *
     * <pre>(b² - t² v<sub>b</sub>) r² - 2 (a b - t² c) r + (a² - t² v<sub>a</sub>) = 0</pre>
     *
     * if the saving is significant, b² &gt; t² v<sub>b</sub>. If it is not, no finite interval has the coverage: the
     * result is undecided. Rounds are kept together, so that what slows a whole round cancels. Source: E. C. Fieller,
     * Some problems in interval estimation, J. R. Stat. Soc. B 16, 1954.
     *
     * @param extra by round: what the start cost more than the other's, negative if less, in any unit
     * @param saved by round, as many: what a use cost less than the other's, negative if more, in the same unit
     * @return unknown bounds for a single round, whose signs then decide
     * @throws IllegalArgumentException if the lengths differ or there is no round
     */
    public static BreakEvenEstimate of(double[] extra, double[] saved) {
        Samples.requireSameLength(extra.length, saved.length, "extra and saved");
        Samples.requireAny(extra, "extra");
        int n = extra.length;
        double a = StatUtils.mean(extra);
        double b = StatUtils.mean(saved);
        if (n == 1) {
            return b == 0 ? undecided() : decided(a, b, Interval.unknown(a / b));
        }
        double t = StudentT.quantile95(n - 1.0);
        double square = b * b - t * t * StatUtils.variance(saved) / n;
        if (square <= 0) {
            return undecided();
        }
        double middle = a * b - t * t * new Covariance().covariance(extra, saved) / n;
        double constant = a * a - t * t * StatUtils.variance(extra) / n;
        double root = Math.sqrt(Math.max(0, middle * middle - square * constant));
        return decided(a, b, new Interval(a / b, (middle - root) / square, (middle + root) / square));
    }

    private static BreakEvenEstimate undecided() {
        return new BreakEvenEstimate(BreakEvenEstimate.Status.UNDECIDED, Optional.empty());
    }

    private static BreakEvenEstimate decided(double a, double b, Interval ratio) {
        if (b < 0) {
            return new BreakEvenEstimate(BreakEvenEstimate.Status.NEVER, Optional.empty());
        }
        return new BreakEvenEstimate(
                a > 0 ? BreakEvenEstimate.Status.PAYS : BreakEvenEstimate.Status.ALWAYS,
                Optional.of(new Interval(uses(ratio.estimate()), uses(ratio.low()), uses(ratio.high()))));
    }

    /** Whole uses, at least none; NaN stays. */
    private static double uses(double ratio) {
        return Math.ceil(Math.max(0, ratio));
    }
}
