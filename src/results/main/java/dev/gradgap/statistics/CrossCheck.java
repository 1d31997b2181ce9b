package dev.gradgap.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;

/**
 * What two methods that assume no distribution say of the forks of a {@link ChangeEstimate}: shown beside it, not part of
 * the decision.
 *
 * @param rankPValue of Wilcoxon's signed ranks, or of Mann and Whitney's U if not paired; two-sided; exact for up to 15
 *     pairs
 * @param bootstrap the ratio with a 95 % percentile interval of its bootstrap distribution
 */
public record CrossCheck(double rankPValue, Interval bootstrap) {

    private static final int RESAMPLES = 2000;
    private static final int LARGEST_EXACT = 15; // signed ranks: all 2^n patterns of signs are counted

    /**
     * Of forks that ran in pairs. Sources: F. Wilcoxon, Individual comparisons by ranking methods, Biometrics Bulletin 1,
     * 1945; B. Efron and R. Tibshirani, An Introduction to the Bootstrap, Chapman and Hall 1993, ch. 13.
     *
     * @param base by pair, positive, in any unit
     * @param head by pair, as many, positive, in the same unit
     * @param seed of the bootstrap
     * @throws IllegalArgumentException if the lengths differ, there is no pair, or a value is not positive and finite
     */
    public static CrossCheck paired(double[] base, double[] head, long seed) {
        double[] differences = Samples.logRatios(head, base);
        int n = differences.length;
        boolean allZero = Arrays.stream(differences).allMatch(d -> d == 0);
        double rank = allZero
                ? 1
                : Math.min(
                        1,
                        new WilcoxonSignedRankTest()
                                .wilcoxonSignedRankTest(
                                        differences, new double[n], n <= LARGEST_EXACT)); // twice the middle is more
        return new CrossCheck(
                rank, bootstrap(StatUtils.mean(differences), seed, random -> resampledMean(differences, random)));
    }

    /**
     * Of forks that were not measured together. Source: H. B. Mann and D. R. Whitney, Annals of Mathematical Statistics 18,
     * 1947.
     *
     * @param base positive, in any unit
     * @param head positive, in the same unit
     * @param seed of the bootstrap
     * @throws IllegalArgumentException if a side has no fork, or a value is not positive and finite
     */
    public static CrossCheck unpaired(double[] base, double[] head, long seed) {
        double[] above = Samples.logarithms(head, "head");
        double[] below = Samples.logarithms(base, "base");
        return new CrossCheck(
                new MannWhitneyUTest().mannWhitneyUTest(below, above),
                bootstrap(
                        StatUtils.mean(above) - StatUtils.mean(below),
                        seed,
                        random -> resampledMean(above, random) - resampledMean(below, random)));
    }

    private interface Statistic {
        double of(SplittableRandom random);
    }

    private static Interval bootstrap(double mean, long seed, Statistic resampled) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[RESAMPLES];
        Arrays.setAll(means, i -> resampled.of(random));
        return new Interval(
                Math.exp(mean),
                Math.exp(StatUtils.percentile(means, 2.5)),
                Math.exp(StatUtils.percentile(means, 97.5)));
    }

    private static double resampledMean(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[random.nextInt(values.length)];
        }
        return sum / values.length;
    }
}
