package dev.gradgap.verify.expected;

/**
 * Who gives right answers.
 *
 * @param name for messages, for example {@code the tape}
 * @param tolerance the largest relative error at which an engine that is exact agrees with it
 * @param smallest numbers that are smaller are compared with this
 */
public record Source(String name, double tolerance, double smallest) {

    private static final double EXACT = 1e-10;
    private static final double ORDINARY_VALUE = 1e-8; // a sum in another order may cancel differently
    private static final double APPROXIMATE = 1e-5;

    /**
     * One whose derivatives are exact up to rounding. More is tolerated at large sizes: a sum of n terms, added one after the
     * other, may be off by n ulps.
     */
    public static Source exact(String name, int inputs) {
        return new Source(name, Math.max(EXACT, 4 * Math.ulp(1.0) * inputs), 0);
    }

    /** The same for derivatives that may vanish but for rounding. */
    public Source withSmallest(double derivative) {
        return new Source(name, tolerance, derivative);
    }

    /** One that approximates derivatives. */
    public static Source approximate(String name) {
        return new Source(name, APPROXIMATE, 0);
    }

    /** One that gives values, but not what rounding may do to them. */
    public static Source values(String name) {
        return new Source(name, ORDINARY_VALUE, 0);
    }
}
