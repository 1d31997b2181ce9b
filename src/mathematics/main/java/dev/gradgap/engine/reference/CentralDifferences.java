package dev.gradgap.engine.reference;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.function.PlainFunction;
import java.util.Arrays;

/** Two evaluations of the primal at points a step to either side; see {@link ReferenceDifferences}. */
final class CentralDifferences implements ForwardDifferentiator {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long MIX = 0xD6E8FEB86659FD93L;
    private static final int DIRECTIONS = 6; // along one, an output's derivatives may cancel

    /** Of the size of a typical derivative: one that is a ten-thousandth of that still has its three digits. */
    private static final double ALLOWED = 1e-4 * ReferenceDifferences.TOLERANCE;

    /** Of a single derivative along a direction: what the two steps differ by is no bound. */
    private static final double ALLOWED_ALONG = ReferenceDifferences.TOLERANCE / 8;

    private final int inputs;
    private final PlainFunction primal;
    private final Steps steps;
    private final double[] point; // a copy of the caller's, moved and restored
    private final double[] above;
    private final double[] below;
    private double[] lengths = {}; // of the step of each group

    CentralDifferences(int inputs, int outputs, PlainFunction primal) {
        this.inputs = inputs;
        this.primal = primal;
        steps = new Steps(inputs, outputs, primal);
        point = new double[inputs];
        above = new double[outputs];
        below = new double[outputs];
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return above.length;
    }

    @Override
    public int passes() {
        return inputs;
    }

    @Override
    public void primal(double[] x, double[] y) {
        primal.evaluate(x, y);
    }

    /** Finds the steps; five evaluations at least. */
    @Override
    public void start(double[] x) {
        System.arraycopy(x, 0, point, 0, inputs);
        steps.start(x);
        lengths = new double[steps.groups()];
        int[] exponents = new int[lengths.length];
        for (int group = 0; group < lengths.length; group++) {
            double terms = Math.sqrt(members(x, group));
            Steps.Shown best = steps.best(group, i -> sign(i, 0), 1, terms);
            steps.noteLargest(best, terms);
            exponents[group] = best.exponent();
            lengths[group] = Math.scalb(1.0, best.exponent());
        }
        for (int k = 1; k < DIRECTIONS && !steps.suffice(ALLOWED); k++) {
            int direction = k;
            for (int group = 0; group < lengths.length; group++) {
                double terms = Math.sqrt(members(x, group));
                steps.noteSizes(group, i -> sign(i, direction), exponents[group], terms);
            }
        }
        steps.checkMoves();
        steps.check(ALLOWED);
    }

    private int members(double[] x, int group) {
        int members = 0;
        for (double coordinate : x) {
            members += steps.group(coordinate) == group ? 1 : 0;
        }
        return Math.max(members, 1);
    }

    /** Directions in which every coordinate moves as far, some up and some down. */
    private static double sign(int i, int direction) {
        long bits = ((long) i * DIRECTIONS + direction + 1) * GOLDEN;
        bits = (bits ^ bits >>> 32) * MIX;
        return (bits ^ bits << 32) < 0 ? -1 : 1;
    }

    @Override
    public void pass(int pass, double[] x, double[] jacobian) {
        double step = lengths[steps.group(x[pass])];
        double upper = x[pass] + step;
        double lower = x[pass] - step;
        point[pass] = upper;
        primal.evaluate(point, above);
        point[pass] = lower;
        primal.evaluate(point, below);
        point[pass] = x[pass];
        for (int j = 0; j < above.length; j++) {
            double slope = (above[j] - below[j]) / (upper - lower); // the step as rounded: exact
            if (!Double.isFinite(slope) && Double.isFinite(steps.values()[j])) {
                throw new RefusedException(
                        "a step of " + (float) step + " to either side leaves the function's domain at this point");
            }
            jacobian[j * inputs + pass] = slope;
        }
    }

    /** Differences along the direction, for coordinates of each size by themselves. */
    @Override
    public void pushforward(double[] x, double[] tangent, double[] y, double[] outputTangent) {
        steps.start(x);
        System.arraycopy(steps.values(), 0, y, 0, y.length);
        Arrays.fill(outputTangent, 0);
        for (int group = 0; group < steps.groups(); group++) {
            double farthest = 0;
            for (int i = 0; i < inputs; i++) {
                farthest = steps.group(x[i]) == group ? Math.max(farthest, Math.abs(tangent[i])) : farthest;
            }
            if (farthest > 0) {
                steps.noteSum(steps.best(group, i -> tangent[i], farthest, 1), outputTangent);
            }
        }
        steps.check(ALLOWED_ALONG);
    }
}
