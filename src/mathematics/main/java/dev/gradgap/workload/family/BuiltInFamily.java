package dev.gradgap.workload.family;

import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;

/** What the built-in families have in common: their texts, their range of sizes and how a wrong size is reported. */
public abstract class BuiltInFamily implements WorkloadFamily {

    /** The largest number of inputs unless a family says otherwise; 20 operations an input still fit a graph. */
    static final int MAX_INPUTS = 100_000_000;

    private final String name;
    private final String family;
    private final String definition;
    private final String source;

    BuiltInFamily(String name, String family, String definition, String source) {
        this.name = name;
        this.family = family;
        this.definition = definition;
        this.source = source;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String family() {
        return family;
    }

    @Override
    public final String definition() {
        return definition;
    }

    @Override
    public final String source() {
        return source;
    }

    @Override
    public int minInputs() {
        return 1;
    }

    @Override
    public int maxInputs() {
        return MAX_INPUTS;
    }

    @Override
    public boolean hasReference() {
        return true;
    }

    @Override
    public final Workload create(int inputs, long seed) {
        if (inputs < minInputs() || inputs > maxInputs()) {
            String range = minInputs() == maxInputs()
                    ? "has " + minInputs() + " inputs"
                    : "has from " + minInputs() + " to " + maxInputs() + " inputs";
            throw new IllegalArgumentException("workload " + name + " " + range + ", not " + inputs);
        }
        return member(inputs, seed);
    }

    /** The member with a number of inputs that is in range. */
    abstract Workload member(int inputs, long seed);

    /** A point of length n with coordinates uniform on [low, high). */
    public static double[] uniform(Seed seed, int n, double low, double high) {
        double[] point = new double[n];
        for (int i = 0; i < n; i++) {
            point[i] = seed.nextDouble(low, high);
        }
        return point;
    }
}
