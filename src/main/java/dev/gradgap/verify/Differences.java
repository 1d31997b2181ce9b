package dev.gradgap.verify;

import dev.gradgap.function.PlainFunction;
import dev.gradgap.verify.Opinion.Method;

/**
 * Central differences: a product J v by a few evaluations, approximate. The step starts at 10<sup>-4</sup> of the largest
 * coordinate that moves, or, where that is 0, of the point's largest, and is divided by 16 while two successive differences disagree, for instance because a step leaves the function's domain or crosses a
 * kink; the pair that agrees best is taken, and its disagreement, with an allowance for rounding, is the uncertainty. An
 * answer that no step gives has an infinite uncertainty.
 *
 * <p>Where the differences to the two sides settle on two values, there is a kink at the very point: both are right, and so
 * is the middle, which is the convention for |x| at 0.
 */
final class Differences {

    private static final double RELATIVE_STEP = 1e-4;
    private static final int STEPS = 4;
    private static final double STEP_RATIO = 16;
    private static final double AGREEMENT = 1e-6;
    private static final double ROUNDING = 8 * Math.ulp(1.0); // of an evaluation, relative

    private final Source source;
    private final Source valueSource;
    private final PlainFunction primal;
    private final double[] x;
    private final int outputs;
    private final double[] at; // the values at the point itself
    private final double[] moved;

    /**
     * Differences of a function on doubles.
     *
     * @param x the point, length n
     * @param outputs the number of outputs m
     */
    Differences(PlainFunction primal, double[] x, int outputs) {
        source = Method.DIFFERENCES.source(x.length);
        valueSource = Method.DIFFERENCES.valueSource(x.length);
        this.primal = primal;
        this.x = x;
        this.outputs = outputs;
        at = new double[outputs];
        moved = new double[x.length];
        primal.evaluate(x, at);
    }

    /** The values at the point. */
    Expected values() {
        return new Expected(valueSource, Positions.upTo(outputs), at.clone(), new double[outputs]);
    }

    /** The derivative of every output along a direction. */
    Expected along(Weights direction) {
        double[] v = direction.toArray();
        Slope[] slopes = new Slope[outputs];
        for (int j = 0; j < outputs; j++) {
            slopes[j] = new Slope();
        }
        double step = firstStep(v);
        double[] above = new double[outputs];
        double[] below = new double[outputs];
        boolean settled = false;
        for (int s = 0; s < STEPS && !settled; s++) {
            evaluate(v, step, above);
            evaluate(v, -step, below);
            settled = s > 0;
            for (int j = 0; j < outputs; j++) {
                settled &= slopes[j].add(below[j], at[j], above[j], step);
            }
            step /= STEP_RATIO;
        }
        return expected(slopes);
    }

    private Expected expected(Slope[] slopes) {
        double[] values = new double[outputs];
        double[] uncertainties = new double[outputs];
        double[] low = new double[outputs];
        double[] high = new double[outputs];
        for (int j = 0; j < outputs; j++) {
            Slope slope = slopes[j];
            boolean kink = slope.isKink();
            values[j] = slope.best;
            uncertainties[j] = slope.uncertainty();
            low[j] = kink ? Math.min(slope.left, slope.right) : slope.best;
            high[j] = kink ? Math.max(slope.left, slope.right) : slope.best;
        }
        return new Expected(source, Positions.upTo(outputs), values, uncertainties, low, high, new boolean[outputs]);
    }

    /** The step along a direction, scaled by the largest elements of the direction and of the point where it moves. */
    private double firstStep(double[] v) {
        double moving = 0;
        double largest = 0;
        double directionScale = 0;
        for (int i = 0; i < v.length; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
            if (v[i] != 0) {
                moving = Math.max(moving, Math.abs(x[i]));
                directionScale = Math.max(directionScale, Math.abs(v[i]));
            }
        }
        double pointScale = moving > 0 ? moving : largest > 0 ? largest : 1;
        return directionScale == 0 ? 1 : RELATIVE_STEP * pointScale / directionScale;
    }

    private void evaluate(double[] v, double step, double[] values) {
        for (int i = 0; i < v.length; i++) {
            moved[i] = x[i] + step * v[i];
        }
        primal.evaluate(moved, values);
    }

    /** The differences of one output with smaller and smaller steps. */
    private static final class Slope {

        private double central = Double.NaN; // with the latest step, as are the next two
        private double forward = Double.NaN;
        private double backward = Double.NaN;
        private double best = Double.NaN;
        private double bestUncertainty = Double.NaN;
        private double left;
        private double right;
        private double sidesChange = Double.POSITIVE_INFINITY; // from one step to the next

        /** Takes the values to the left, at the point and to the right, and tells whether two differences agree. */
        boolean add(double below, double at, double above, double step) {
            double rounding = ROUNDING * Math.max(Math.abs(at), Math.max(Math.abs(above), Math.abs(below))) / step;
            double nextForward = (above - at) / step;
            double nextBackward = (at - below) / step;
            sides(nextForward, nextBackward, rounding);
            double next = (above - below) / (2 * step);
            double disagreement = Math.abs(central - next);
            // Without a finite pair nothing is known yet; a NaN compares as false and leaves an earlier answer alone.
            if (disagreement + rounding / STEP_RATIO < bestUncertainty || Double.isNaN(bestUncertainty)) {
                best = central;
                bestUncertainty = disagreement + rounding / STEP_RATIO;
            }
            boolean agrees = disagreement <= AGREEMENT * Math.abs(central) + rounding;
            central = next;
            forward = nextForward;
            backward = nextBackward;
            return agrees;
        }

        /** Differences to one side are off by about half a step times the curvature, which two of them cancel. */
        private void sides(double nextForward, double nextBackward, double rounding) {
            double change = Math.abs(forward - nextForward) + Math.abs(backward - nextBackward) + rounding;
            if (change < sidesChange) {
                sidesChange = change;
                right = (STEP_RATIO * nextForward - forward) / (STEP_RATIO - 1);
                left = (STEP_RATIO * nextBackward - backward) / (STEP_RATIO - 1);
            }
        }

        double uncertainty() {
            double sure = isKink() ? sidesChange : bestUncertainty;
            return Double.isNaN(sure) ? Double.POSITIVE_INFINITY : sure;
        }

        /** Without what curvature makes of them, the slopes to the sides of a smooth function are one; those of a jump never settle. */
        boolean isKink() {
            double gap = Math.abs(right - left);
            double scale = Math.max(Math.abs(right), Math.abs(left));
            return gap > 4 * sidesChange && gap > 10 * AGREEMENT * scale;
        }
    }
}
