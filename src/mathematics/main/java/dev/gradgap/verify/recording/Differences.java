package dev.gradgap.verify.recording;

import dev.gradgap.function.PlainFunction;
import dev.gradgap.verify.expected.Expected;
import dev.gradgap.verify.expected.Opinion.Method;
import dev.gradgap.verify.expected.Positions;
import dev.gradgap.verify.expected.Scales;
import dev.gradgap.verify.expected.Slope;
import dev.gradgap.verify.expected.Source;
import dev.gradgap.verify.expected.Weights;

/**
 * Finite differences: a product J v by some evaluations, approximate. Steps follow the sizes of the point's coordinates ({@link
 * Scales}) and what the function does at them ({@link Slope}); coordinates of different sizes are moved one group after the other,
 * whose slopes add up to J v. Sixteen evaluations and more for each group. An answer that no step gives has an infinite
 * uncertainty.
 */
public final class Differences {

    private static final double MOVES = 2; // to either side

    private final Source source;
    private final Source valueSource;
    private final PlainFunction primal;
    private final double[] x;
    private final Scales scales;
    private final int outputs;
    private final double[] at; // the values at the point itself
    private final double[] moved;
    private final double[] above;
    private final double[] below;

    /**
     * Differences of a function on doubles.
     *
     * @param x the point, length n
     * @param outputs the number of outputs m
     */
    public Differences(PlainFunction primal, double[] x, int outputs) {
        source = Method.DIFFERENCES.source(x.length);
        valueSource = Method.DIFFERENCES.valueSource(x.length);
        this.primal = primal;
        this.x = x;
        this.outputs = outputs;
        scales = new Scales(x);
        at = new double[outputs];
        moved = new double[x.length];
        above = new double[outputs];
        below = new double[outputs];
        primal.evaluate(x, at);
    }

    /** The values at the point. */
    public Expected values() {
        return new Expected(valueSource, Positions.upTo(outputs), at.clone(), new double[outputs]);
    }

    /** The derivative of every output along a direction. */
    public Expected along(Weights direction) {
        double[] v = direction.toArray();
        double[] values = new double[outputs];
        double[] uncertainties = new double[outputs];
        double[] low = new double[outputs];
        double[] high = new double[outputs];
        int[] kinks = new int[outputs];
        boolean[] between = new boolean[outputs];
        for (int group = 0; group < scales.groups(); group++) {
            double farthest = farthest(v, group);
            if (farthest == 0) {
                continue;
            }
            Slope[] slopes = slopes(v, group, farthest, direction.isOne());
            for (int j = 0; j < outputs; j++) {
                values[j] += slopes[j].value();
                uncertainties[j] += slopes[j].uncertainty();
                low[j] += slopes[j].low();
                high[j] += slopes[j].high();
                kinks[j] += slopes[j].isKink() ? 1 : 0;
                between[j] = kinks[j] > 1;
            }
        }
        return new Expected(source, Positions.upTo(outputs), values, uncertainties, low, high, between);
    }

    /** The largest element of a direction among the coordinates of a group; 0 if none of them moves. */
    private double farthest(double[] v, int group) {
        double farthest = 0;
        for (int i = 0; i < v.length; i++) {
            if (v[i] != 0 && scales.group(x[i]) == group) {
                farthest = Math.max(farthest, Math.abs(v[i]));
            }
        }
        return farthest;
    }

    /** Powers of 2 are added to a single coordinate without an error, random numbers to many are not. */
    private Slope[] slopes(double[] v, int group, double farthest, boolean exactMoves) {
        Slope[] slopes = new Slope[outputs];
        for (int j = 0; j < outputs; j++) {
            slopes[j] = new Slope();
        }
        int trusted = scales.trustedStep(group);
        for (int exponent : scales.steps(group)) {
            double length = Math.scalb(1.0, exponent) / farthest;
            evaluate(v, group, length, above);
            evaluate(v, group, -length, below);
            double rounding = exactMoves ? 0 : MOVES * scales.moveRounding(group, exponent);
            Slope.Step step = new Slope.Step(exponent, length, rounding, exponent == trusted);
            for (int j = 0; j < outputs; j++) {
                slopes[j].add(step, below[j], at[j], above[j]);
            }
        }
        return slopes;
    }

    /** Evaluates where the coordinates of a group are moved along a direction. */
    private void evaluate(double[] v, int group, double length, double[] values) {
        for (int i = 0; i < v.length; i++) {
            moved[i] = v[i] != 0 && scales.group(x[i]) == group ? x[i] + length * v[i] : x[i];
        }
        primal.evaluate(moved, values);
    }
}
