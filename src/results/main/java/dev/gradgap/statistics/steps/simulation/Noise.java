package dev.gradgap.statistics.steps.simulation;

import java.util.Locale;
import java.util.SplittableRandom;

/** Noise of a standard deviation of {@link #DEVIATION}, relative to the level. */
public enum Noise {
    /** Independent and normal. */
    NORMAL(0, false),
    /** Independent, Student's t with three degrees of freedom: now and then far out. */
    HEAVY(0, true),
    /** Autoregressive of first order, 0.3. */
    CORRELATED_0_3(0.3, false),
    /** Autoregressive of first order, 0.6. */
    CORRELATED_0_6(0.6, false);

    /** The standard deviation. */
    public static final double DEVIATION = 0.03;

    private final double correlation;
    private final boolean heavy;

    Noise(double correlation, boolean heavy) {
        this.correlation = correlation;
        this.heavy = heavy;
    }

    /** The name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** So many values, stationary from the first on. */
    double[] values(int count, SplittableRandom random) {
        double[] values = new double[count];
        double last = random.nextGaussian();
        for (int i = 0; i < count; i++) {
            double fresh = heavy ? heavy(random) : random.nextGaussian();
            last = correlation * last + Math.sqrt(1 - correlation * correlation) * fresh;
            values[i] = DEVIATION * last;
        }
        return values;
    }

    /** Student's t with three degrees of freedom, whose variance is 3, scaled to variance 1. */
    private static double heavy(SplittableRandom random) {
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            double normal = random.nextGaussian();
            squares += normal * normal;
        }
        return random.nextGaussian() / Math.sqrt(squares);
    }
}
