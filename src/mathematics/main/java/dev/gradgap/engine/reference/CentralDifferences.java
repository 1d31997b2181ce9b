package dev.gradgap.engine.reference;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.function.PlainFunction;

/** Two evaluations of the primal at points a step to either side; see {@link ReferenceDifferences}. */
final class CentralDifferences implements ForwardDifferentiator {

    private static final double RELATIVE_STEP = Math.cbrt(Math.ulp(1.0));

    private final int inputs;
    private final PlainFunction primal;
    private final double[] point; // a copy of the caller's, moved and restored
    private final double[] above;
    private final double[] below;
    private double pointScale = 1;

    CentralDifferences(int inputs, int outputs, PlainFunction primal) {
        this.inputs = inputs;
        this.primal = primal;
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

    @Override
    public void start(double[] x) {
        System.arraycopy(x, 0, point, 0, inputs);
        pointScale = Math.min(1, scale(x));
    }

    /** The largest coordinate by size, or 1 if all are 0. */
    private static double scale(double[] x) {
        double largest = 0;
        for (double coordinate : x) {
            largest = Math.max(largest, Math.abs(coordinate));
        }
        return largest == 0 ? 1 : largest;
    }

    @Override
    public void pass(int pass, double[] x, double[] jacobian) {
        double step = RELATIVE_STEP * Math.max(pointScale, Math.abs(x[pass]));
        double upper = x[pass] + step;
        double lower = x[pass] - step;
        point[pass] = upper;
        primal.evaluate(point, above);
        point[pass] = lower;
        primal.evaluate(point, below);
        point[pass] = x[pass];
        for (int j = 0; j < above.length; j++) {
            double slope = (above[j] - below[j]) / (upper - lower); // the step as rounded: exact
            if (!Double.isFinite(slope) && !areInside(j) && Double.isFinite(value(j, x))) {
                throw leavesDomain(step);
            }
            jacobian[j * inputs + pass] = slope;
        }
    }

    private boolean areInside(int output) {
        return Double.isFinite(above[output]) && Double.isFinite(below[output]);
    }

    private double value(int output, double[] x) {
        double[] y = new double[above.length];
        primal.evaluate(x, y);
        return y[output];
    }

    private static RefusedException leavesDomain(double step) {
        return new RefusedException(
                "a step of " + (float) step + " to either side leaves the function's domain at this point");
    }

    /** One difference along the direction, its step scaled by the largest elements of point and direction. */
    @Override
    public void pushforward(double[] x, double[] tangent, double[] y, double[] outputTangent) {
        double tangentScale = 0;
        for (int i = 0; i < inputs; i++) {
            tangentScale = Math.max(tangentScale, Math.abs(tangent[i]));
        }
        double step = tangentScale == 0 ? 1 : RELATIVE_STEP * scale(x) / tangentScale;
        primal.evaluate(x, y);
        evaluateAlong(x, tangent, step, above);
        evaluateAlong(x, tangent, -step, below);
        for (int j = 0; j < above.length; j++) {
            if (Double.isFinite(y[j]) && !areInside(j)) {
                throw leavesDomain(step);
            }
            outputTangent[j] = (above[j] - below[j]) / (2 * step);
        }
    }

    private void evaluateAlong(double[] x, double[] tangent, double step, double[] values) {
        for (int i = 0; i < inputs; i++) {
            point[i] = x[i] + step * tangent[i];
        }
        primal.evaluate(point, values);
    }
}
