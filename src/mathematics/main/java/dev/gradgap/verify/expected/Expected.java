package dev.gradgap.verify.expected;

import java.util.Arrays;
import java.util.List;

/**
 * The right answers at some positions of a vector, and by whom.
 *
 * <p>Where a function has a kink, more than one answer is right: the derivative to either side, or the convention of {@link
 * dev.gradgap.function.Arithmetic}. Where several kinks meet, an engine may go to either side at each, so that any answer
 * between the extremes is right.
 *
 * @see Oracle
 */
public final class Expected {

    private static final boolean[] NOWHERE = {};

    private final Source by;
    private final int[] positions;
    private final double[] values;
    private final double[] uncertainties;
    private final double[] low; // the same array as values, as is high, if there is no kink
    private final double[] high;
    private final boolean[] between; // empty if nowhere

    /**
     * Right answers where there are no kinks.
     *
     * @param by whose answers they are
     * @param positions where in the vector they belong, ascending
     * @param values the answers, one for each position
     * @param uncertainties how far each answer may itself be off
     */
    public Expected(Source by, int[] positions, double[] values, double[] uncertainties) {
        this(by, positions, values, uncertainties, values, values, NOWHERE);
    }

    /**
     * Right answers, some of them at kinks.
     *
     * @param low the smallest of the right answers for each position
     * @param high the largest; larger than the smallest at a kink
     * @param between whether all between the two are right; empty if nowhere
     */
    public Expected(
            Source by,
            int[] positions,
            double[] values,
            double[] uncertainties,
            double[] low,
            double[] high,
            boolean[] between) {
        this.by = by;
        this.positions = positions;
        this.values = values;
        this.uncertainties = uncertainties;
        this.low = low;
        this.high = high;
        this.between = between;
    }

    /** A single answer. */
    public static Expected single(
            Source by, double value, double uncertainty, double low, double high, boolean between) {
        return new Expected(
                by,
                new int[1],
                new double[] {value},
                new double[] {uncertainty},
                new double[] {low},
                new double[] {high},
                new boolean[] {between});
    }

    /** Single answers put together, one for each position. */
    public static Expected joined(int[] positions, List<Expected> singles) {
        int count = positions.length;
        double[] values = new double[count];
        double[] uncertainties = new double[count];
        double[] low = new double[count];
        double[] high = new double[count];
        boolean[] between = new boolean[count];
        for (int k = 0; k < count; k++) {
            Expected single = singles.get(k);
            values[k] = single.value(0);
            uncertainties[k] = single.uncertainty(0);
            low[k] = single.low(0);
            high[k] = single.high(0);
            between[k] = single.between(0);
        }
        Source by = singles.get(0).by();
        return new Expected(by, positions, values, uncertainties, low, high, between);
    }

    public Source by() {
        return by;
    }

    public int size() {
        return positions.length;
    }

    public int position(int k) {
        return positions[k];
    }

    public int[] positions() {
        return positions;
    }

    public double value(int k) {
        return values[k];
    }

    public double[] values() {
        return values;
    }

    public double uncertainty(int k) {
        return uncertainties[k];
    }

    public double low(int k) {
        return low[k];
    }

    public double high(int k) {
        return high[k];
    }

    public boolean between(int k) {
        return between.length > 0 && between[k];
    }

    /** Whether the function has a kink here: more than one answer is right. */
    public boolean isKink(int k) {
        return low[k] < high[k];
    }

    /** Whether all answers are finite numbers. */
    public boolean isFinite() {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    /** Whether there is a kink anywhere. */
    public boolean hasKink() {
        for (int k = 0; k < size(); k++) {
            if (isKink(k)) {
                return true;
            }
        }
        return false;
    }

    /** The largest right answer by size. */
    public double size(int k) {
        return Math.max(Math.abs(values[k]), isKink(k) ? Math.max(Math.abs(low[k]), Math.abs(high[k])) : 0);
    }

    /** How far an answer is from the nearest that is right. */
    public double distance(int k, double got) {
        double toValue = Math.abs(got - values[k]);
        if (!isKink(k)) {
            return toValue;
        }
        if (between(k) && got >= low[k] && got <= high[k]) {
            return 0;
        }
        return Math.min(toValue, Math.min(Math.abs(got - low[k]), Math.abs(got - high[k])));
    }

    /**
     * The same answers, as uncertain as the same calculation with other rounding errors says: as far as its results lie apart,
     * or, if there is one alone or at a kink, from what is right.
     *
     * @param noisy the results, one for each answer; what is not finite says nothing
     */
    public Expected withUncertaintyOf(List<double[]> noisy) {
        double[] wider = uncertainties.clone();
        for (int k = 0; k < size(); k++) {
            double[] first = noisy.get(0);
            for (double[] results : noisy) {
                double apart =
                        noisy.size() == 1 || isKink(k) ? distance(k, results[k]) : Math.abs(results[k] - first[k]);
                wider[k] = Double.isFinite(apart) ? Math.max(wider[k], apart) : wider[k];
            }
        }
        return new Expected(by, positions, values, wider, low, high, between);
    }

    /** The same answers, as uncertain as these and others together. */
    public Expected plusUncertaintiesOf(Expected others) {
        double[] sums = new double[size()];
        Arrays.setAll(sums, k -> uncertainties[k] + others.uncertainties[k]);
        return new Expected(by, positions, values, sums, low, high, between);
    }

    /** The same answers; what else is right at kinks, and how certain that is, is taken from others at the same positions. */
    public Expected withSidesOf(Expected others) {
        double[] newLow = low.clone();
        double[] newHigh = high.clone();
        boolean[] newBetween = new boolean[size()];
        double[] newUncertainties = uncertainties.clone();
        for (int k = 0; k < size(); k++) {
            if (others.isKink(k)) {
                newLow[k] = others.low[k];
                newHigh[k] = others.high[k];
                newBetween[k] = others.between(k);
                newUncertainties[k] = others.uncertainties[k];
            }
        }
        return new Expected(by, positions, values, newUncertainties, newLow, newHigh, newBetween);
    }

    /** The largest of all right answers by size; 0 if one is not finite. */
    public double largest() {
        double largest = 0;
        for (int k = 0; k < size(); k++) {
            largest = Math.max(largest, size(k));
        }
        return Double.isFinite(largest) ? largest : 0;
    }

    /** The Euclidean length of the vector that the answers form. */
    public double length() {
        return Vectors.norm(values);
    }

    /** Those of the answers whose positions are wanted. */
    public Expected at(int[] wanted) {
        int[] chosen = new int[size()];
        int count = 0;
        for (int k = 0; k < size(); k++) {
            if (Arrays.binarySearch(wanted, positions[k]) >= 0) {
                chosen[count++] = k;
            }
        }
        return count == size() ? this : chosen(Arrays.copyOf(chosen, count));
    }

    private Expected chosen(int[] indices) {
        int[] newPositions = new int[indices.length];
        boolean[] newBetween = new boolean[between.length == 0 ? 0 : indices.length];
        for (int k = 0; k < indices.length; k++) {
            newPositions[k] = positions[indices[k]];
            if (newBetween.length > 0) {
                newBetween[k] = between[indices[k]];
            }
        }
        double[] newValues = chosen(values, indices);
        boolean kinks = low != values;
        return new Expected(
                by,
                newPositions,
                newValues,
                chosen(uncertainties, indices),
                kinks ? chosen(low, indices) : newValues,
                kinks ? chosen(high, indices) : newValues,
                newBetween);
    }

    private static double[] chosen(double[] array, int[] indices) {
        double[] some = new double[indices.length];
        Arrays.setAll(some, k -> array[indices[k]]);
        return some;
    }

    /** The answers weighted and summed, with the sum of their weighted uncertainties. */
    public Expected dot(double[] weights) {
        double sum = 0;
        double uncertainty = 0;
        double smallest = 0;
        double largest = 0;
        int kinks = 0;
        for (int k = 0; k < size(); k++) {
            double weight = weights[positions[k]];
            if (weight == 0) {
                continue;
            }
            sum += weight * values[k];
            uncertainty += Math.abs(weight) * uncertainties[k];
            smallest += weight * (weight > 0 ? low[k] : high[k]);
            largest += weight * (weight > 0 ? high[k] : low[k]);
            kinks += isKink(k) ? (between(k) ? 2 : 1) : 0;
        }
        boolean kink = kinks > 0;
        return single(by, sum, uncertainty, kink ? smallest : sum, kink ? largest : sum, kinks > 1);
    }
}
