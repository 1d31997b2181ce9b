package dev.gradgap.workload.family;

import dev.gradgap.workload.Workload;

/** The plain primal of one of the suite's families as a user's method would be; the property {@code primal.family} says which. */
public final class FamilyPrimal {

    private static final long SEED = 1;

    private FamilyPrimal() {}

    private static Workload member(int n) {
        return new BuiltInWorkloads()
                .families().stream()
                        .filter(family -> family.name().equals(System.getProperty("primal.family")))
                        .findFirst()
                        .orElseThrow()
                        .create(n, SEED);
    }

    static double[] point(int n) {
        return member(n).point();
    }

    static int outputs(int n) {
        return member(n).outputs();
    }

    /** The family's primal. */
    public static void primal(double[] x, double[] y) {
        member(x.length).function().plain().orElseThrow().evaluate(x, y);
    }
}
