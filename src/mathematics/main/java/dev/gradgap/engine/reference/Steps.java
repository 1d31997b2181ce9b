package dev.gradgap.engine.reference;

import dev.gradgap.engine.RefusedException;
import dev.gradgap.function.PlainFunction;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntToDoubleFunction;

/**
 * How far coordinates are moved at a point, so that differences of values show derivatives. Coordinates whose sizes differ by less
 * than a million form a group and move by the same step, a power of 2. The usual one, 2<sup>-17</sup> of the group's largest
 * coordinate, is near ∛ε, and is taken if one of a sixteenth shows the same along a direction in which the whole group moves: four
 * evaluations. Where it does not, since the function varies on another scale than its point, steps are tried in ratios of 16, from
 * where rounding hides everything upwards, and the one is taken that differs least from its smaller neighbour.
 *
 * <p>What is left of the digits is known then, before anything is handed out. But an output that moves at no step, where others
 * do, is taken for a constant.
 */
final class Steps {

    private static final int USUAL = -17; // exponents of 2, for a largest coordinate of 1
    private static final int SMALLEST = -45;
    private static final int LARGEST = -13;
    private static final int MOST_HALVINGS = 12; // of a point, to see whether the function is a constant
    private static final int UNKNOWN_SIZE = -121; // where all coordinates are 0
    private static final int RATIO_BITS = 4;
    private static final int GROUP_BITS = 20;
    private static final int MOST_GROUPS = 8;
    private static final int OFFSET = 1100; // makes exponents of doubles positive
    private static final double GOOD = 1e-8; // relative error with which nobody looks for a better step
    private static final double UNSEEN =
            Double.MAX_VALUE; // the error where no output moves, so that any step at which one does is better
    private static final double PAST = 100; // times the least error: larger steps have left what the function does here

    private final int inputs;
    private final PlainFunction primal;
    private final double[] moved;
    private final double[] at; // the values at the point
    private final double[] above;
    private final double[] below;
    private final double[] errors; // of each output's derivatives, absolute
    private final double[] sizes; // of each output's derivatives
    private double[] x = {};
    private int[] largest = {0}; // the exponent of each group's largest coordinate, descending
    private boolean unknown;
    private boolean moves; // whether any output does, by what was noted

    /**
     * What differences with two steps, one 16 times the other, show of a group.
     *
     * @param exponent of 2, of the larger step
     * @param slopes of each output by the larger step
     * @param changes what the two differ by, and an allowance for rounding
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Shown(int exponent, double[] slopes, double[] changes, double error) {}

    Steps(int inputs, int outputs, PlainFunction primal) {
        this.inputs = inputs;
        this.primal = primal;
        moved = new double[inputs];
        at = new double[outputs];
        above = new double[outputs];
        below = new double[outputs];
        errors = new double[outputs];
        sizes = new double[outputs];
    }

    /** Goes to a point: one evaluation. */
    void start(double[] point) {
        x = point;
        moves = false;
        primal.evaluate(point, at);
        Arrays.fill(errors, 0);
        Arrays.fill(sizes, 0);
        BitSet exponents = new BitSet();
        for (double coordinate : point) {
            if (coordinate != 0) {
                exponents.set(Math.getExponent(coordinate) + OFFSET);
            }
        }
        unknown = exponents.isEmpty();
        int first = unknown ? OFFSET : exponents.length() - 1;
        int[] found = new int[MOST_GROUPS];
        int count = 0;
        while (first >= 0 && count < MOST_GROUPS) {
            found[count++] = first - OFFSET;
            first = first < GROUP_BITS ? -1 : exponents.previousSetBit(first - GROUP_BITS);
        }
        largest = Arrays.copyOf(found, count);
    }

    /** The values at the point, length m. */
    double[] values() {
        return at;
    }

    int groups() {
        return largest.length;
    }

    /** The group of a coordinate. One that is 0 has no size, and moves as the largest. */
    int group(double coordinate) {
        int group = 0;
        while (coordinate != 0 && group + 1 < largest.length && Math.getExponent(coordinate) <= largest[group + 1]) {
            group++;
        }
        return group;
    }

    /**
     * Finds the step for a group.
     *
     * @param direction in which it moves, an element for each input
     * @param farthest the largest of its elements in the group
     * @param terms how many times larger the slope along the direction is than the derivatives that it is to vouch for
     * @return what the best step shows
     * @throws RefusedException if every step leaves the domain
     */
    Shown best(int group, IntToDoubleFunction direction, double farthest, double terms) {
        int usual = largest[group] + USUAL;
        double[] smaller = slopes(group, direction, usual - RATIO_BITS, farthest);
        Shown best = shown(usual, smaller, slopes(group, direction, usual, farthest), farthest, terms);
        if (best.error > GOOD) {
            best = climb(group, direction, farthest, terms, best);
        }
        if (!(best.error < Double.POSITIVE_INFINITY)) {
            throw new RefusedException("a step to either side leaves the function's domain at this point");
        }
        return best;
    }

    private Shown climb(int group, IntToDoubleFunction direction, double farthest, double terms, Shown usual) {
        int own = largest[group];
        int end = Math.max(own, Math.max(largest[0], 0)) + LARGEST;
        int exponent = own + (unknown ? UNKNOWN_SIZE : SMALLEST);
        double[] smaller = slopes(group, direction, exponent, farthest);
        Shown best = usual;
        for (exponent += RATIO_BITS; exponent <= end; exponent += RATIO_BITS) {
            double[] larger = slopes(group, direction, exponent, farthest);
            Shown next = shown(exponent, smaller, larger, farthest, terms);
            if (next.error < best.error) {
                best = next;
            } else if (exponent > best.exponent
                    && best.error < ReferenceDifferences.TOLERANCE
                    && next.error > PAST * best.error) {
                break;
            }
            smaller = larger;
        }
        return best;
    }

    private Shown shown(int exponent, double[] smaller, double[] larger, double farthest, double terms) {
        double[] changes = new double[at.length];
        double length = Math.scalb(1.0, exponent) / farthest;
        double worst = 0;
        boolean moves = false;
        for (int j = 0; j < at.length; j++) {
            if (Double.isFinite(at[j])) {
                double rounding = Math.ulp(at[j]) / length;
                changes[j] = Math.abs(larger[j] - smaller[j]) / terms + rounding;
                double size = Math.abs(larger[j]) / terms;
                boolean nothing = larger[j] == 0 && smaller[j] == 0; // by all that is seen a constant
                moves |= !nothing;
                changes[j] = nothing ? 0 : changes[j];
                double error = nothing ? 0 : changes[j] / size;
                worst = error <= worst ? worst : Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
            }
        }
        return new Shown(exponent, larger, changes, moves || worst > 0 ? worst : UNSEEN);
    }

    /** The slope of each output between two points to either side; NaN where it has no value there. */
    private double[] slopes(int group, IntToDoubleFunction direction, int exponent, double farthest) {
        double length = Math.scalb(1.0, exponent) / farthest;
        move(group, direction, length);
        primal.evaluate(moved, above);
        move(group, direction, -length);
        primal.evaluate(moved, below);
        double[] slopes = new double[at.length];
        for (int j = 0; j < slopes.length; j++) {
            boolean inside = Double.isFinite(above[j]) && Double.isFinite(below[j]);
            slopes[j] = inside ? (above[j] - below[j]) / length / 2 : Double.NaN;
        }
        return slopes;
    }

    private void move(int group, IntToDoubleFunction direction, double length) {
        for (int i = 0; i < inputs; i++) {
            moved[i] = group(x[i]) == group ? x[i] + length * direction.applyAsDouble(i) : x[i];
        }
    }

    /** Notes what a group's step shows of derivatives that have to be right one by one, the largest of a row deciding. */
    void noteLargest(Shown shown, double terms) {
        moves |= shown.error < UNSEEN;
        for (int j = 0; j < at.length; j++) {
            errors[j] = Math.max(errors[j], shown.changes[j]);
            sizes[j] = Math.max(sizes[j], Math.abs(shown.slopes[j]) / terms);
        }
    }

    /** Notes what a group adds to derivatives along a direction. */
    void noteSum(Shown shown, double[] slopes) {
        for (int j = 0; j < at.length; j++) {
            errors[j] += shown.changes[j];
            slopes[j] += shown.slopes[j];
            sizes[j] = Math.abs(slopes[j]);
        }
    }

    /** Notes how large derivatives are by a direction in which they may not cancel. */
    void noteSizes(int group, IntToDoubleFunction direction, int exponent, double terms) {
        double[] slopes = slopes(group, direction, exponent, 1);
        for (int j = 0; j < at.length; j++) {
            double size = Math.abs(slopes[j]) / terms;
            moves |= size > 0;
            sizes[j] = size > sizes[j] ? size : sizes[j]; // not NaN
        }
    }

    /**
     * Refuses if nothing was seen to move, and something does when the point goes towards 0: the function is flat here, as in the tail
     * of tanh, and its derivatives below what differences show. What does not move even then is taken for a constant.
     */
    void checkMoves() {
        for (int halvings = 1; halvings <= MOST_HALVINGS && !moves; halvings++) {
            for (int i = 0; i < inputs; i++) {
                moved[i] = Math.scalb(x[i], -halvings);
            }
            primal.evaluate(moved, above);
            for (int j = 0; j < at.length; j++) {
                if (differs(at[j], above[j])) {
                    throw new RefusedException(
                            "no step shows any derivative at this point: the function is flat around it");
                }
            }
        }
    }

    private static boolean differs(double value, double elsewhere) {
        return Double.isFinite(value) && Double.isFinite(elsewhere) && value != elsewhere;
    }

    /**
     * Whether the errors noted are small.
     *
     * @param allowed relative to each output's derivatives
     */
    boolean suffice(double allowed) {
        return moves && firstUncertain(allowed) < 0;
    }

    /**
     * Refuses if the errors noted are not small.
     *
     * @param allowed relative to each output's derivatives
     */
    void check(double allowed) {
        int j = firstUncertain(allowed);
        if (j >= 0) {
            throw new RefusedException("no step shows all derivatives" + (at.length == 1 ? "" : " of output " + j)
                    + " to three digits at this point: with the best, they are uncertain by " + (float) errors[j]
                    + ", and typically " + (float) sizes[j] + " or less");
        }
    }

    private int firstUncertain(double allowed) {
        for (int j = 0; j < at.length; j++) {
            if (Double.isFinite(at[j]) && errors[j] > allowed * sizes[j]) {
                return j;
            }
        }
        return -1;
    }
}
