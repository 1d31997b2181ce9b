package dev.gradgap.statistics;

import java.util.Arrays;

/** What every statistic asks of its input, and the logarithms most of them work on. */
public final class Samples {

    private Samples() {}

    /**
     * The natural logarithms of the values.
     *
     * @param name what the values are, for the error
     * @throws IllegalArgumentException if there are none, or one is not positive and finite
     */
    public static double[] logarithms(double[] values, String name) {
        requireAny(values, name);
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0 && values[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(name + ": value " + i + " is " + values[i]
                        + "; a logarithm is taken, so it must be positive and finite");
            }
        }
        return Arrays.stream(values).map(Math::log).toArray();
    }

    /**
     * The logarithms of the ratios of pairs.
     *
     * @param above numerators
     * @param below denominators, as many
     * @throws IllegalArgumentException if the lengths differ, there are none, or a value is not positive and finite
     */
    public static double[] logRatios(double[] above, double[] below) {
        requireSameLength(above.length, below.length, "numerators and denominators");
        double[] ratios = logarithms(above, "numerators");
        double[] subtracted = logarithms(below, "denominators");
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] -= subtracted[i];
        }
        return ratios;
    }

    /**
     * Passes if there is a value.
     *
     * @throws IllegalArgumentException if not
     */
    static void requireAny(double[] values, String name) {
        if (values.length == 0) {
            throw new IllegalArgumentException(name + ": no values; at least one is needed");
        }
    }

    /**
     * Passes if the two have the same length.
     *
     * @throws IllegalArgumentException if not
     */
    public static void requireSameLength(int first, int second, String names) {
        if (first != second) {
            throw new IllegalArgumentException(
                    names + ": " + first + " and " + second + " values; they are paired, so there must be as many");
        }
    }
}
