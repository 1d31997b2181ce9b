package dev.gradgap.statistics;

/**
 * The distribution of a studentized mean T = (mean - truth) / (standard error) of skewed values, which Student's t
 * alone gets wrong: where large values are rare the mean and its standard error are too small together, so that T
 * falls far below 0 too often.
 *
 * <p>To first order P(T ≤ x) = Φ(x) + φ(x) (a x² + b), with b = K / 6 and a = (3 C - K) / 6, K being the skewness
 * of the mean and C its covariance with the estimate of its variance, over the cube of the standard error. The
 * cubic T + a T² + a² T³ / 3 + b is monotone and free of that skewness; it is compared with Student's quantiles.
 * For independent values C = K = skewness / sqrt(n), which is the transformation of P. Hall, On the removal of
 * skewness by transformation, J. R. Stat. Soc. B 54, 1992; with C and K apart it holds for samples without
 * replacement too (expansion: G. J. Babu and K. Singh, Edgeworth expansions for sampling without replacement from
 * finite populations, J. Multivariate Analysis 17, 1985).
 */
final class SkewedMean {

    private static final double NEARLY_SYMMETRIC = 1e-6;

    private final double a;
    private final double b;

    /**
     * Takes the two third-order properties of the mean.
     *
     * @param skewness K, without unit
     * @param covariance C, without unit
     */
    SkewedMean(double skewness, double covariance) {
        this.a = (3 * covariance - skewness) / 6;
        this.b = skewness / 6;
    }

    /** The T whose transform is the given quantile of Student's t; increasing in t, and t itself without skewness. */
    double quantile(double t) {
        double shifted = t - b;
        if (Math.abs(a) < NEARLY_SYMMETRIC) {
            return shifted - a * shifted * shifted; // the closed form would lose its digits to cancellation
        }
        return (Math.cbrt(1 + 3 * a * shifted) - 1) / a;
    }
}
