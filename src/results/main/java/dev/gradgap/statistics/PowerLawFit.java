package dev.gradgap.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** Fits y = c x<sup>p</sup>, a straight line on log-log axes. */
public final class PowerLawFit {

    private static final int MIN_DISTINCT = 3;

    private PowerLawFit() {}

    /**
     * The least-squares line of ln y on ln x; its slope is the exponent p, its height at x = 1 is ln c. The
     * interval of the exponent is p ± t<sub>n-2</sub> s / sqrt(sum (ln x<sub>i</sub> - mean)²), where s² is the sum
     * of the squared residuals over n - 2. Source: Draper and Smith, Applied Regression Analysis, 3rd ed., sec.
     * 1.4.
     *
     * <p>The interval is that of a true power law with independent errors of equal relative size. Where the points
     * follow a curve instead (at small x a constant overhead hides the growth), the exponent is that of the chord,
     * and the interval, fed by the systematic residuals, says only how straight the points are.
     *
     * @param x at least three different values, positive
     * @param y as many, positive, in any unit; the coefficient has that unit
     * @return empty if there are fewer than three different x; a constant y has exponent 0 and, nothing being left
     *     unexplained, an rSquared of 1
     * @throws IllegalArgumentException if the lengths differ or a value is not positive and finite
     */
    public static Optional<PowerLaw> fit(double[] x, double[] y) {
        Samples.requireSameLength(x.length, y.length, "x and y");
        if (x.length < MIN_DISTINCT) {
            return Optional.empty();
        }
        double[] lnX = Samples.logarithms(x, "x");
        double[] lnY = Samples.logarithms(y, "y");
        if (Arrays.stream(x).distinct().count() < MIN_DISTINCT) {
            return Optional.empty();
        }
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < lnX.length; i++) {
            line.addData(lnX[i], lnY[i]);
        }
        double slope = line.getSlope();
        double halfWidth = StudentT.quantile95(lnX.length - 2.0) * line.getSlopeStdErr();
        double unexplained = line.getSumSquaredErrors();
        return Optional.of(new PowerLaw(
                new Interval(slope, slope - halfWidth, slope + halfWidth),
                Math.exp(line.getIntercept()),
                unexplained == 0 ? 1 : 1 - unexplained / line.getTotalSumSquares(),
                x.length));
    }
}
