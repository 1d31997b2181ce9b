package dev.gradgap.statistics;

import java.util.Arrays;

/**
 * Hours of sleep gained by ten patients with each of two drugs, as exponentials, since the statistics take
 * logarithms: Student, The probable error of a mean, Biometrika 6, 1908, p. 20. The intervals are those printed in
 * the manual of R, {@code t.test}, data {@code sleep}.
 */
final class SleepData {

    static final double[] FIRST = exponentials(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
    static final double[] SECOND = exponentials(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);
    static final double[] GAIN = exponentials(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4);

    private SleepData() {}

    private static double[] exponentials(double... hours) {
        return Arrays.stream(hours).map(Math::exp).toArray();
    }
}
