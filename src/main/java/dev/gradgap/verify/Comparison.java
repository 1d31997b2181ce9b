package dev.gradgap.verify;

import dev.gradgap.engine.Operator;
import java.util.function.IntFunction;

/**
 * Collects what agrees and what does not, and remembers the worst element: the one with the largest relative error in
 * units of its tolerance.
 *
 * <p>The relative error of element i of a vector is |got_i - expected_i| / max(|expected_i|, 10<sup>-4</sup> max_j
 * |expected_j|), so that an element that is tiny among its neighbours need not be right to its own last digits.
 */
final class Comparison {

    /** An element far smaller than this part of the vector's largest is compared against that part. */
    private static final double SCALE_FLOOR = 1e-4;

    private static final double TINY = 1e-300;

    /** How far an element may be off, in units of the oracle's own uncertainty. */
    private static final double UNCERTAINTIES = 8;

    /** Beyond this an approximate oracle is too uncertain to call an element right. */
    private static final double LOOSEST = 1e-2;

    private long compared;
    private long leftOpen; // elements of which the oracle is too uncertain
    private long settled; // elements compared in spite of some uncertainty
    private double worstRatio = -1;
    private double worstError;
    private double worstTolerance;
    private String worst = "";
    private int worstIndex = -1;
    private double worstGot;
    private double worstExpected;

    /**
     * Compares elements of a vector with what they should be.
     *
     * @param got the whole vector
     * @param offset where in the array the vector begins
     * @param stride the distance between its elements in the array
     * @param tolerance the relative error allowed
     * @param label the name of the element at a position of the vector
     */
    void vector(double[] got, int offset, int stride, Expected expected, double tolerance, IntFunction<String> label) {
        double largest = 0;
        for (int k = 0; k < expected.size(); k++) {
            largest = Math.max(largest, Math.abs(expected.value(k)));
        }
        double floor = Double.isFinite(largest) ? SCALE_FLOOR * largest : 0;
        for (int k = 0; k < expected.size(); k++) {
            int position = expected.position(k);
            int index = offset + position * stride;
            if (element(got[index], expected.value(k), expected.uncertainty(k), floor, tolerance)) {
                worst = label.apply(position);
                worstIndex = index;
            }
        }
    }

    /**
     * Compares one sum over many elements.
     *
     * @param scale the size of what was summed, against which the error is measured if the sum is smaller
     */
    void sum(double got, Expected expected, double scale, double tolerance, String label) {
        if (element(got, expected.value(0), expected.uncertainty(0), scale, tolerance)) {
            worst = label;
            worstIndex = -1;
        }
    }

    /** Looks for an element that is no finite number, which is wrong even where the oracle was not asked. */
    void finite(double[] got, IntFunction<String> label) {
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
    private boolean element(double got, double expected, double uncertainty, double floor, double tolerance) {
        if (Double.isInfinite(uncertainty) && Double.isFinite(got)) {
            leftOpen++;
            return false;
        }
        if (!Double.isFinite(got) || !Double.isFinite(expected)) {
            compared++;
            return keepIfWorst(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, tolerance, got, expected);
        }
        double scale = Math.max(Math.max(Math.abs(expected), floor), TINY);
        double allowed = Math.max(tolerance, UNCERTAINTIES * uncertainty / scale);
        double error = Math.abs(got - expected) / scale;
        if (allowed > LOOSEST && error <= allowed && error > 0) {
            leftOpen++;
            return false;
        }
        compared++;
        if (uncertainty > 0) {
            settled++;
        }
        return keepIfWorst(error / allowed, error, allowed, got, expected);
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
        return true;
    }

    Verdict verdict(String engine, String workload, int inputs, Operator operator, String oracle) {
        boolean ok = compared > 0 && worstRatio <= 1 && (leftOpen == 0 || settled > 0);
        return new Verdict(
                engine,
                workload,
                inputs,
                operator,
                ok,
                worstError,
                worstTolerance,
                worst,
                worstIndex,
                worstGot,
                worstExpected,
                oracle,
                compared);
    }
}
