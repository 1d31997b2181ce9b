package dev.gradgap.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Decides for all cells of a comparison together what changed. A change is called one if it is significant after correction
 * for the number of cells ({@link BenjaminiHochberg}) and its estimate is beyond the gate; a cell is called equivalent if its
 * interval lies inside the gate.
 *
 * <p>Source of the equivalence: D. J. Schuirmann, A comparison of the two one-sided tests procedure and the power approach,
 * Journal of Pharmacokinetics and Biopharmaceutics 15, 1987; here at the stricter level of the two-sided interval.
 *
 * @param gate the change that matters, a fraction: 0.03 is 3 % slower, and 1/1.03 faster
 */
public record ChangeTest(double gate) {

    /** More pairs than anybody will measure. */
    private static final int MOST_PAIRS = 10_000;

    private static final int QUANTILES = 100;

    public ChangeTest {
        if (!(gate > 0 && gate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the gate is a positive fraction, not " + gate);
        }
    }

    /**
     * A decision on one cell.
     *
     * @param adjustedPValue the p value, corrected for the number of cells
     * @param interval the ratio of head to base, with an interval that misses the true one with probability {@code level}
     * @param pairsToSettle if inconclusive, how many pairs would probably settle it if the estimate stays as it is; empty if
     *     settled, or if more than anybody will measure
     */
    public record Decision(
            ChangeVerdict verdict, double adjustedPValue, Interval interval, OptionalInt pairsToSettle) {}

    /**
     * Decides on all cells.
     *
     * @param cells the estimates of all cells of the comparison, settled ones included
     * @param level the probability of calling anything changed where nothing is; for all cells together, below 1
     * @return a decision for each, in the same order
     */
    public List<Decision> decide(List<ChangeEstimate> cells, double level) {
        double[] adjusted = BenjaminiHochberg.adjusted(
                cells.stream().mapToDouble(ChangeEstimate::pValue).toArray());
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            decisions.add(decide(cells.get(i), adjusted[i], level, cells.size()));
        }
        return decisions;
    }

    private Decision decide(ChangeEstimate cell, double adjusted, double level, int cells) {
        double logGate = Math.log1p(gate);
        Interval interval = cell.interval(level);
        ChangeVerdict verdict;
        if (adjusted <= level && cell.logRatio() > logGate) {
            verdict = ChangeVerdict.REGRESSION;
        } else if (adjusted <= level && cell.logRatio() < -logGate) {
            verdict = ChangeVerdict.IMPROVEMENT;
        } else if (Math.abs(cell.logRatio()) + cell.halfWidth(level) < logGate) {
            verdict = ChangeVerdict.EQUIVALENT;
        } else {
            verdict = ChangeVerdict.INCONCLUSIVE;
        }
        OptionalInt pairs =
                verdict == ChangeVerdict.INCONCLUSIVE ? pairsToSettle(cell, level, cells) : OptionalInt.empty();
        return new Decision(verdict, adjusted, interval, pairs);
    }

    /**
     * The smallest number of pairs with which the same estimate and deviation would decide: significant at the level that
     * the correction leaves a single changed cell, or inside the gate.
     */
    private OptionalInt pairsToSettle(ChangeEstimate cell, double level, int cells) {
        double logGate = Math.log1p(gate);
        double distance = Math.abs(cell.logRatio());
        double room = distance > logGate ? distance : logGate - distance;
        double tail = distance > logGate ? level / cells / 2 : level / 2;
        if (!settles(MOST_PAIRS, tail, cell.deviation(), room)) {
            return OptionalInt.empty();
        }
        int tooFew = 1;
        int enough = MOST_PAIRS;
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) >>> 1;
            if (settles(middle, tail, cell.deviation(), room)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return OptionalInt.of(Math.max(enough, cell.pairs() + 1));
    }

    private static boolean settles(int pairs, double tail, double deviation, double room) {
        return StudentT.upper(pairs - 1, tail) * deviation / Math.sqrt(pairs) < room;
    }

    /**
     * The smallest slowdown that a comparison of so many pairs finds with probability {@code power}, if it is the only one
     * among so many cells and the logarithms of the pairs are normal.
     *
     * @param deviation the standard deviation of the log-ratio of a pair
     * @param pairs at least 2
     * @param cells all cells of the comparison
     * @param level as of {@link #decide}
     * @param power between 0 and 1
     * @return a fraction: 0.05 is 5 % slower; never below the gate
     */
    public double smallestFindable(double deviation, int pairs, int cells, double level, double power) {
        if (deviation == 0) {
            return gate;
        }
        double error = deviation / Math.sqrt(pairs);
        double degrees = pairs - 1.0;
        double critical = StudentT.upper(degrees, level / cells / 2);
        double gateErrors = Math.log1p(gate) / error;
        double tooSmall = 0; // in standard errors
        double enough = 1;
        while (power(enough, critical, gateErrors, degrees) < power) {
            enough *= 2;
        }
        for (int i = 0; i < 40; i++) {
            double middle = (tooSmall + enough) / 2;
            if (power(middle, critical, gateErrors, degrees) < power) {
                tooSmall = middle;
            } else {
                enough = middle;
            }
        }
        return Math.expm1(enough * error);
    }

    /**
     * The probability that the mean of n normal values, their expectation {@code shift} standard errors above 0, is above
     * the gate and more than {@code critical} estimated standard errors above 0: the tail of a noncentral t distribution, as
     * the mean over quantiles of the estimated deviation.
     */
    private static double power(double shift, double critical, double gateErrors, double degrees) {
        ChiSquaredDistribution chiSquared = new ChiSquaredDistribution(null, degrees);
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double sum = 0;
        for (int k = 0; k < QUANTILES; k++) {
            double estimated = Math.sqrt(chiSquared.inverseCumulativeProbability((k + 0.5) / QUANTILES) / degrees);
            sum += normal.cumulativeProbability(shift - Math.max(critical * estimated, gateErrors));
        }
        return sum / QUANTILES;
    }
}
