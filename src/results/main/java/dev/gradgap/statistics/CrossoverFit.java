package dev.gradgap.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Finds where a ratio measured at some x passes 1 from below.
 *
 * <p>Between neighbouring x the ratio, and each of its bounds, is taken to follow a power law: a straight line on
 * log-log axes. No curve is fitted to all points, because a gap is no power law near its crossing, where overheads
 * still count.
 */
public final class CrossoverFit {

    private CrossoverFit() {}

    /**
     * The first crossing: from the last point below 1 before the first that is at or above it.
     *
     * <p>Its interval inverts the bands of the ratio (after Fieller: all x at which 1 lies between the bounds are
     * compatible with a crossing there). It reaches from where the upper bound first comes up to 1 to where the
     * lower bound passes 1 for the last time, so that a ratio that hovers around 1, and crosses it several times,
     * gets an interval that contains every one of its crossings. A bound that does not cross within the measured x
     * is cut off at the smallest or largest of them: the interval then says "or beyond". As the band is
     * interpolated between independent neighbours, it is rather too wide there than too narrow.
     *
     * <p>A ratio that never passes 1 upwards lies above 1 everywhere ({@code BELOW}), or ends below 1 ({@code
     * ABOVE}), even if it began above: what matters is that growing x has not yet brought it up for good.
     *
     * @param x positive, strictly ascending
     * @param ratio the ratio at each x, positive, without unit
     * @return unknown for fewer than two points; a crossing's interval is unknown if that of any ratio is
     * @throws IllegalArgumentException if the lengths differ, x is not ascending, or a value is not positive and
     *     finite
     */
    public static CrossoverEstimate of(double[] x, Interval[] ratio) {
        Samples.requireSameLength(x.length, ratio.length, "x and ratios");
        if (x.length < 2) {
            return new CrossoverEstimate(CrossoverEstimate.Status.UNKNOWN, Optional.empty());
        }
        requireAscending(x);
        double[] lnRatio = Samples.logarithms(part(ratio, Interval::estimate), "ratios");

        OptionalDouble crossing = firstCrossing(x, lnRatio);
        if (crossing.isEmpty()) {
            boolean endsAbove = lnRatio[lnRatio.length - 1] >= 0;
            return new CrossoverEstimate(
                    endsAbove ? CrossoverEstimate.Status.BELOW : CrossoverEstimate.Status.ABOVE, Optional.empty());
        }
        double at = crossing.getAsDouble();
        Interval interval = Arrays.stream(ratio).allMatch(Interval::isKnown)
                ? new Interval(at, earliest(x, ratio), latest(x, ratio))
                : Interval.unknown(at);
        return new CrossoverEstimate(CrossoverEstimate.Status.FOUND, Optional.of(interval));
    }

    /** Where the upper bound comes up to 1 for the first time; the smallest x if it begins there. */
    private static double earliest(double[] x, Interval[] ratio) {
        double[] upper = logarithms(part(ratio, r -> Math.max(r.high(), r.estimate())));
        return upper[0] >= 0 ? x[0] : firstCrossing(x, upper).orElseThrow();
    }

    /** Where the lower bound comes up to 1 for the last time; the largest x if it ends below. */
    private static double latest(double[] x, Interval[] ratio) {
        double[] lower = logarithms(part(ratio, r -> Math.min(r.low(), r.estimate())));
        int i = lower.length - 1;
        if (lower[i] < 0) {
            return x[i];
        }
        while (lower[i] >= 0) {
            i--;
        }
        return zero(x, lower, i);
    }

    /** Where the curve first comes from below 0 to 0 or above. */
    private static OptionalDouble firstCrossing(double[] x, double[] curve) {
        for (int i = 0; i + 1 < curve.length; i++) {
            if (curve[i] < 0 && curve[i + 1] >= 0) {
                return OptionalDouble.of(zero(x, curve, i));
            }
        }
        return OptionalDouble.empty();
    }

    /** The zero of the line, over ln x, through points i, below 0, and i + 1, not below. */
    private static double zero(double[] x, double[] curve, int i) {
        double fraction = curve[i] / (curve[i] - curve[i + 1]);
        return Math.min(x[i + 1], x[i] * Math.pow(x[i + 1] / x[i], fraction));
    }

    /** A bound, unlike an estimate, may be 0 or infinite; the interpolation must stay finite all the same. */
    private static double[] logarithms(double[] bounds) {
        return Arrays.stream(bounds)
                .map(b -> Math.log(Math.min(Math.max(b, Double.MIN_NORMAL), Double.MAX_VALUE)))
                .toArray();
    }

    private static double[] part(Interval[] ratio, ToDoubleFunction<Interval> part) {
        return Arrays.stream(ratio).mapToDouble(part).toArray();
    }

    private static void requireAscending(double[] x) {
        for (int i = 0; i < x.length; i++) {
            double previous = i == 0 ? 0 : x[i - 1];
            if (!(x[i] > previous && x[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("x: value " + i + " is " + x[i] + " after " + previous
                        + "; they must be positive, finite and strictly ascending");
            }
        }
    }
}
