package dev.gradgap.verify;

import dev.gradgap.function.PlainFunction;
import dev.gradgap.workload.Workload;

/**
 * Central differences: a product J v by a few evaluations, approximate. The step starts at 10<sup>-4</sup> and is divided
 * by 16 while two successive differences disagree, for instance because a step leaves the function's domain or crosses a
 * kink; the pair that agrees best is taken, and its disagreement, with an allowance for rounding, is the uncertainty. An
 * answer that no step gives has an infinite uncertainty.
 */
final class DifferencesOracle implements Oracle {

    private static final double TOLERANCE = 1e-5;
    private static final double RELATIVE_STEP = 1e-4;
    private static final int STEPS = 4;
    private static final double STEP_RATIO = 16;
    private static final double AGREEMENT = 1e-6;
    private static final double ROUNDING = 8 * Math.ulp(1.0); // of an evaluation, relative
    private static final int MAX_COLUMNS = 64;
    private static final int MIN_COLUMNS = 2;
    private static final int MAX_WORK = 1 << 20; // inputs times columns; each takes four to eight evaluations

    private final String name;
    private final PlainFunction primal;
    private final double[] x;
    private final double[] moved;
    private final double[] above;
    private final double[] below;

    DifferencesOracle(String name, PlainFunction primal, Workload workload) {
        this.name = name;
        this.primal = primal;
        x = workload.point();
        moved = new double[x.length];
        above = new double[workload.outputs()];
        below = new double[workload.outputs()];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double tolerance() {
        return TOLERANCE;
    }

    @Override
    public void primal(double[] point, double[] values) {
        primal.evaluate(point, values);
    }

    @Override
    public int affordableInputs() {
        return Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, MAX_WORK / x.length));
    }

    @Override
    public int affordableOutputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Expected row(double[] w, int[] inputs) {
        int[] all = Positions.upTo(above.length);
        double[] values = new double[inputs.length];
        double[] uncertainties = new double[inputs.length];
        double[] unit = new double[x.length];
        for (int k = 0; k < inputs.length; k++) {
            unit[inputs[k]] = 1;
            Expected sum = along(unit, all).dot(w);
            unit[inputs[k]] = 0;
            values[k] = sum.value(0);
            uncertainties[k] = sum.uncertainty(0);
        }
        return new Expected(inputs, values, uncertainties);
    }

    @Override
    public Expected along(double[] v, int[] outputs) {
        double[] previous = new double[above.length];
        double[] latest = new double[above.length];
        double[] best = new double[above.length];
        double[] uncertainty = new double[above.length];
        double step = firstStep(v);
        differences(v, step, latest);
        boolean settled = false;
        for (int s = 1; s < STEPS && !settled; s++) {
            double[] spare = previous;
            previous = latest;
            latest = spare;
            step /= STEP_RATIO;
            differences(v, step, latest);
            settled = improve(previous, latest, step, best, uncertainty, s == 1);
        }
        double[] values = new double[outputs.length];
        double[] uncertainties = new double[outputs.length];
        for (int k = 0; k < outputs.length; k++) {
            values[k] = best[outputs[k]];
            uncertainties[k] =
                    Double.isNaN(uncertainty[outputs[k]]) ? Double.POSITIVE_INFINITY : uncertainty[outputs[k]];
        }
        return new Expected(outputs, values, uncertainties);
    }

    /** Takes the earlier difference of a pair wherever the pair agrees better than any before; tells if all agree. */
    private boolean improve(
            double[] earlier, double[] later, double step, double[] best, double[] uncertainty, boolean first) {
        boolean settled = true;
        for (int j = 0; j < best.length; j++) {
            double rounding = ROUNDING * Math.max(Math.abs(above[j]), Math.abs(below[j])) / step;
            double disagreement = Math.abs(earlier[j] - later[j]);
            // Without a finite pair nothing is known yet; a NaN compares as false and leaves an earlier answer alone.
            if (first || disagreement + rounding / STEP_RATIO < uncertainty[j] || Double.isNaN(uncertainty[j])) {
                best[j] = earlier[j];
                uncertainty[j] = disagreement + rounding / STEP_RATIO;
            }
            settled &= disagreement <= AGREEMENT * Math.abs(earlier[j]) + rounding;
        }
        return settled;
    }

    /** The step along a direction, scaled by the largest elements of the direction and of the point where it moves. */
    private double firstStep(double[] v) {
        double pointScale = 1;
        double directionScale = 0;
        for (int i = 0; i < v.length; i++) {
            if (v[i] != 0) {
                pointScale = Math.max(pointScale, Math.abs(x[i]));
                directionScale = Math.max(directionScale, Math.abs(v[i]));
            }
        }
        return directionScale == 0 ? 1 : RELATIVE_STEP * pointScale / directionScale;
    }

    /** Leaves the values at both ends in {@link #above} and {@link #below}. */
    private void differences(double[] v, double step, double[] result) {
        evaluate(v, step, above);
        evaluate(v, -step, below);
        for (int j = 0; j < result.length; j++) {
            result[j] = (above[j] - below[j]) / (2 * step);
        }
    }

    private void evaluate(double[] v, double step, double[] values) {
        for (int i = 0; i < v.length; i++) {
            moved[i] = x[i] + step * v[i];
        }
        primal.evaluate(moved, values);
    }
}
