package dev.gradgap.verify.expected;

import dev.gradgap.engine.Operator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Collects what agrees and what does not, and remembers the worst element: the one with the largest relative error in
 * units of its tolerance.
 *
 * <p>The relative error of element i of a vector is |got_i - expected_i| / max(|expected_i|, 10<sup>-4</sup> max_j
 * |expected_j|), so that an element that is tiny among its neighbours need not be right to its own last digits. At a kink
 * it is the error against the nearest of the numbers that are right.
 */
public final class Comparison {

    /** An element far smaller than this part of the vector's largest is compared against that part. */
    public static final double SCALE_FLOOR = 1e-4;

    private static final Set<Operator> VALUES_ONLY = Set.of(Operator.PRIMAL, Operator.PREPARE);

    private static final double TINY = 1e-300;

    /** How far an element may be off, in units of the oracle's own uncertainty. */
    private static final double UNCERTAINTIES = 8;

    /** Beyond this an oracle is too uncertain to call an element right. */
    private static final double LOOSEST = 1e-2;

    private final Set<String> asked = new LinkedHashSet<>();
    private long compared;
    private long kinks;
    private long leftOpen; // elements of which the oracle is too uncertain
    private long settled; // derivatives of which it is certain enough
    private double worstRatio = -1;
    private double worstError;
    private double worstTolerance;
    private String worst = "";
    private int worstIndex = -1;
    private double worstGot;
    private double worstExpected;
    private String worstBy = "";
    private boolean worstIsKink;
    private boolean infinite; // whether an oracle's number was

    /**
     * Compares elements of a vector with what they should be.
     *
     * @param got the whole vector
     * @param offset where in the array the vector begins
     * @param stride the distance between its elements in the array
     * @param tolerance the relative error that the engine may make
     * @param label the name of the element at a position of the vector
     */
    public void vector(
            double[] got, int offset, int stride, Expected expected, double tolerance, IntFunction<String> label) {
        double floor = SCALE_FLOOR * expected.largest();
        for (int k = 0; k < expected.size(); k++) {
            int position = expected.position(k);
            int index = offset + position * stride;
            if (element(got[index], expected, k, floor, tolerance)) {
                worst = label.apply(position);
                worstIndex = index;
            }
        }
    }

    /** Compares a vector that is made of many elements of an array, and so has no position there. */
    public void combined(double[] got, Expected expected, double tolerance, IntFunction<String> label) {
        double floor = SCALE_FLOOR * expected.largest();
        for (int k = 0; k < expected.size(); k++) {
            if (element(got[expected.position(k)], expected, k, floor, tolerance)) {
                worst = label.apply(expected.position(k));
                worstIndex = -1;
            }
        }
    }

    /** Compares the function's values; that they can be compared says nothing about derivatives. */
    public void values(double[] got, Expected expected, IntFunction<String> label) {
        long before = settled;
        vector(got, 0, 1, expected, 0, label);
        settled = before;
    }

    /**
     * Compares one sum over many elements.
     *
     * @param scale the size of what was summed, against which the error is measured if the sum is smaller
     */
    public void sum(double got, Expected expected, double scale, double tolerance, String label) {
        if (element(got, expected, 0, scale, tolerance)) {
            worst = label;
            worstIndex = -1;
        }
    }

    /** Looks for an element that is no finite number, which is wrong even where the oracle was not asked. */
    public void finite(double[] got, IntFunction<String> label) {
        for (int index = 0; index < got.length; index++) {
            if (!Double.isFinite(got[index])
                    && keepIfWorst(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, got[index], Double.NaN)) {
                compared++;
                worst = label.apply(index);
                worstIndex = index;
            }
        }
    }

    /**
     * Compares one element and tells whether it is the worst so far. Where the oracle is too uncertain to say that the
     * element is right, it may still say that it is wrong.
     */
    private boolean element(double got, Expected expected, int k, double floor, double engineTolerance) {
        asked.add(expected.by().name());
        double tolerance = Math.max(expected.by().tolerance(), engineTolerance);
        double uncertainty = expected.uncertainty(k);
        if (Double.isInfinite(uncertainty) && Double.isFinite(got)) {
            leftOpen++;
            return false;
        }
        if (!Double.isFinite(got) || !Double.isFinite(expected.value(k))) {
            infinite |= !Double.isFinite(expected.value(k));
            compared++;
            return keepIfWorst(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, tolerance, got, expected, k);
        }
        double scale = Math.max(
                Math.max(expected.size(k), floor), Math.max(expected.by().smallest(), TINY));
        double allowed = Math.max(tolerance, UNCERTAINTIES * uncertainty / scale);
        double error = expected.distance(k, got) / scale;
        if (scale == TINY && error > allowed && engineTolerance > expected.by().tolerance()) {
            leftOpen++; // an approximation of 0 is never 0, and there is nothing to measure its error by
            return false;
        }
        if (allowed > LOOSEST && error <= allowed && error > tolerance) {
            leftOpen++;
            return false;
        }
        compared++;
        settled++;
        if (expected.isKink(k)) {
            kinks++;
        }
        return keepIfWorst(error / allowed, error, allowed, got, expected, k);
    }

    private boolean keepIfWorst(double ratio, double error, double tolerance, double got, Expected expected, int k) {
        boolean isWorst = keepIfWorst(ratio, error, tolerance, got, expected.value(k));
        if (isWorst) {
            worstBy = expected.by().name();
            worstIsKink = expected.isKink(k);
        }
        return isWorst;
    }

    private boolean keepIfWorst(double ratio, double error, double tolerance, double got, double expected) {
        if (ratio <= worstRatio) {
            return false;
        }
        worstRatio = ratio;
        worstError = error;
        worstTolerance = tolerance;
        worstGot = got;
        worstExpected = expected;
        worstBy = "";
        worstIsKink = false;
        return true;
    }

    /** Whether nothing compared so far is wrong. */
    public boolean agrees() {
        return worstRatio <= 1;
    }

    /** What differs most, in one line that gives it to somebody; empty if all agrees. */
    public Optional<String> difference(String whose) {
        return agrees()
                ? Optional.empty()
                : Optional.of(worst + " is " + worstGot + " by " + whose + ", " + worstExpected + " by " + worstBy);
    }

    public Verdict verdict(String engine, String workload, int inputs, Operator operator) {
        Verdict.State state = state(operator);
        boolean ok = state == Verdict.State.RIGHT;
        boolean nothing = agrees() && settled == 0 && leftOpen == 0 && !ok;
        return new Verdict(
                engine,
                workload,
                inputs,
                operator,
                state,
                worstError,
                worstTolerance,
                worst,
                worstIndex,
                worstGot,
                worstExpected,
                ok || worstBy.isEmpty() ? String.join(" and ", asked) : worstBy,
                compared,
                ok ? kinks : worstIsKink ? 1 : 0,
                leftOpen,
                nothing ? "nothing is known about the derivatives that were computed" : "");
    }

    private Verdict.State state(Operator operator) {
        if (agrees()) {
            boolean enough = settled > 0 || (leftOpen == 0 && VALUES_ONLY.contains(operator));
            return compared > 0 && enough ? Verdict.State.RIGHT : Verdict.State.UNVERIFIED;
        }
        if (Double.isFinite(worstExpected)) {
            return Verdict.State.WRONG;
        }
        if (Double.isFinite(worstGot)) {
            return Verdict.State.UNVERIFIED;
        }
        return infinite ? Verdict.State.NOT_FINITE : Verdict.State.WRONG;
    }
}
