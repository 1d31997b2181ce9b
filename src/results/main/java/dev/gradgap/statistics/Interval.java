package dev.gradgap.statistics;

/**
 * An estimate with a 95 % confidence interval.
 *
 * @param low the lower bound; NaN if the interval is unknown because there was a single observation
 * @param high the upper bound; NaN if unknown
 */
public record Interval(double estimate, double low, double high) {

    /** An estimate whose interval is unknown. */
    public static Interval unknown(double estimate) {
        return new Interval(estimate, Double.NaN, Double.NaN);
    }

    /** Whether the bounds are known. */
    public boolean isKnown() {
        return !Double.isNaN(low);
    }
}
