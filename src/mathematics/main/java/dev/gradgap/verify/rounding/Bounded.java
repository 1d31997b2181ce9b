package dev.gradgap.verify.rounding;

/** Numbers, each with a bound of its absolute error. */
public final class Bounded {

    private final double[] values;
    private final double[] bounds;

    Bounded(double[] values, double[] bounds) {
        this.values = values;
        this.bounds = bounds;
    }

    /** How many numbers. */
    public int size() {
        return values.length;
    }

    /** The number at a position. */
    public double value(int i) {
        return values[i];
    }

    /** How far the number at a position may be from the exact one; infinite where nothing can be said. */
    public double bound(int i) {
        return bounds[i];
    }
}
