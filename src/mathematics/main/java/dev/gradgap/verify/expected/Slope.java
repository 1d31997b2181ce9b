package dev.gradgap.verify.expected;

/**
 * The slope of one output at a point, from differences with larger and larger steps, each 16 times the one before or more. Where
 * two neighbours of that ratio agree, the larger step's difference is an answer, and what they differ by, with an allowance for
 * rounding, its uncertainty.
 *
 * <p>Agreement alone proves nothing: two steps that both jump over all there is agree, too, for instance on 0. So the smallest
 * pair of steps at which the function is plainly seen to be a line, clear of all rounding errors, stands for its neighbourhood,
 * and larger steps that contradict it are not believed. Nor is a step believed at which the function rises no more than at a smaller
 * one, for it goes up and down in between; nor a pair that differs by as much as its difference, unless smaller steps differ much
 * less: or else there is no limit. And what smaller steps deviate from a line is noise, which makes the answer of a larger one uncertain.
 *
 * <p>Where a value to one side is no finite number, the point lies at the edge of a domain, and the difference to the other side
 * has to do.
 *
 * <p>Where the differences to the two sides settle on two values, there is a kink at the very point: both are right, and so
 * is the middle, which is the convention for |x| at 0.
 */
public final class Slope {

    private static final double RATIO = 1 << Scales.RATIO_BITS;
    private static final double ROUNDING = 8; // of an evaluation, in units in the last place
    private static final double CLEAR = 64; // times the rounding error
    private static final double ALIKE = 1e-2;
    private static final double SETTLING = 0.125; // of what larger steps differ by, what smaller ones do
    private static final double STRAIGHT = 0.05; // by how much the middle of a line may be off, relative to its rise
    private static final double UNCERTAINTIES = 8;
    private static final double SAME_SLOPE = 1e-5; // to the two sides of a smooth function

    /**
     * How a point was moved.
     *
     * @param exponent of 2, for the coordinate that moved farthest
     * @param length the distance, in the units in which the slope is wanted
     * @param rounding the relative rounding error of the distance
     * @param trusted whether a slope that is not seen with this step is none
     */
    public record Step(int exponent, double length, double rounding, boolean trusted) {}

    private int exponent = Integer.MIN_VALUE / 2; // of the latest step, to which the next values belong
    private double length;
    private double slope = Double.NaN;
    private double rounding = Double.NaN;
    private boolean straight;
    private double forward = Double.NaN;
    private double backward = Double.NaN;

    private double difference = Double.NaN; // of the latest pair
    private double differenceRounding = Double.NaN;
    private double highest; // rise of all steps
    private double noise; // the largest deviation of a step's rise from the line of the next larger step
    private double seen = Double.NaN; // the slope by the smallest pair at which there plainly is one
    private double seenUncertainty;
    private double best = Double.NaN;
    private double bestUncertainty = Double.POSITIVE_INFINITY;
    private double hidden; // how large a slope may be that no step shows

    private double left;
    private double right;
    private double sidesChange = Double.POSITIVE_INFINITY; // from one step to the next

    /** Takes the values to the left, at the point and to the right, by a step that is larger than that before. */
    public void add(Step step, double below, double at, double above) {
        double nextForward = (above - at) / step.length();
        double nextBackward = (at - below) / step.length();
        double nextSlope = slope(nextForward, nextBackward, (above - below) / step.length() / 2);
        double nextRounding =
                ROUNDING * Math.ulp(largest(below, at, above)) / step.length() + Math.abs(nextSlope) * step.rounding();
        // without a value to one side this is NaN, which compares as false
        boolean nextStraight = !(Math.abs(above - at - (at - below)) > STRAIGHT * Math.abs(above - below));
        double rise = rise(below, at, above);
        boolean rises = highest <= rise / 2 + CLEAR * Math.ulp(largest(below, at, above));
        if (step.exponent() - exponent == Scales.RATIO_BITS) {
            double deviation = Math.abs(nextSlope - slope) * length;
            noise = deviation > noise ? deviation : noise; // not NaN
            pair(nextSlope, nextRounding + noise / step.length(), nextStraight, rises);
            sides(nextForward, nextBackward);
        }
        highest = Math.max(highest, rise);
        if (step.trusted()) {
            hidden = Double.isNaN(nextRounding) ? Double.POSITIVE_INFINITY : nextRounding;
        }
        exponent = step.exponent();
        length = step.length();
        slope = nextSlope;
        rounding = nextRounding;
        straight = nextStraight;
        forward = nextForward;
        backward = nextBackward;
    }

    /** The central difference, or where there is none that to one side; NaN if there is none at all. */
    private static double slope(double forward, double backward, double central) {
        double oneSided = Double.isFinite(forward) ? forward : Double.isFinite(backward) ? backward : Double.NaN;
        return Double.isFinite(central) ? central : oneSided;
    }

    /** How far a value to either side is from that at the point; 0 if neither is finite. */
    private static double rise(double below, double at, double above) {
        double up = Math.abs(above - at);
        double down = Math.abs(at - below);
        return Math.max(Double.isFinite(up) ? up : 0, Double.isFinite(down) ? down : 0);
    }

    private static double largest(double below, double at, double above) {
        double largest = Math.abs(at);
        largest = Double.isFinite(above) ? Math.max(largest, Math.abs(above)) : largest;
        return Double.isFinite(below) ? Math.max(largest, Math.abs(below)) : largest;
    }

    private void pair(double larger, double error, boolean largerStraight, boolean rises) {
        double apart = Math.abs(larger - slope);
        double uncertainty = apart + error;
        boolean alike = apart <= ALIKE * Math.abs(larger);
        boolean settles = rises && (alike || difference <= apart * SETTLING + UNCERTAINTIES * differenceRounding);
        boolean plain = rises && alike && straight && largerStraight && Math.abs(larger) > CLEAR * rounding;
        if (plain && Double.isNaN(seen)) {
            seen = larger;
            seenUncertainty = uncertainty;
            best = larger;
            bestUncertainty = uncertainty;
        } else if (settles && !isContradicted(larger, uncertainty) && uncertainty < bestUncertainty) {
            best = larger;
            bestUncertainty = uncertainty;
        }
        difference = apart;
        differenceRounding = rounding;
    }

    private boolean isContradicted(double answer, double uncertainty) {
        return Math.abs(answer - seen) > UNCERTAINTIES * (uncertainty + seenUncertainty);
    }

    /** Differences to one side are off by about half a step times the curvature, which two of them cancel. */
    private void sides(double nextForward, double nextBackward) {
        double change = Math.abs(forward - nextForward) + Math.abs(backward - nextBackward) + rounding;
        if (change < sidesChange) {
            sidesChange = change;
            right = (RATIO * forward - nextForward) / (RATIO - 1);
            left = (RATIO * backward - nextBackward) / (RATIO - 1);
        }
    }

    /** The slope; at a kink the middle. If nothing is known, the latest difference. */
    public double value() {
        return Double.isNaN(best) ? slope : best;
    }

    /** How far the slope may be off; infinite if nothing is known. */
    public double uncertainty() {
        if (isKink()) {
            return sidesChange;
        }
        return Double.isNaN(seen) ? Math.max(bestUncertainty, hidden) : bestUncertainty;
    }

    /** The smaller of the slopes to the two sides at a kink, or else the slope. */
    public double low() {
        return isKink() ? Math.min(left, right) : value();
    }

    /** The larger of the slopes to the two sides at a kink, or else the slope. */
    public double high() {
        return isKink() ? Math.max(left, right) : value();
    }

    /** Without what curvature makes of them, the slopes to the sides of a smooth function are one; those of a jump never settle. */
    public boolean isKink() {
        double gap = Math.abs(right - left);
        double scale = Math.max(Math.abs(right), Math.abs(left));
        return gap > 4 * sidesChange && gap > SAME_SLOPE * scale;
    }
}
