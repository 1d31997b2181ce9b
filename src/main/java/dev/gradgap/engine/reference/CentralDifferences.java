package dev.gradgap.engine.reference;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.function.PlainFunction;

/** Two evaluations of the primal at points a step to either side; see {@link ReferenceDifferences}. */
final class CentralDifferences implements ForwardDifferentiator {

    private static final double RELATIVE_STEP = Math.cbrt(Math.ulp(1.0));

    private final int inputs;
    private final PlainFunction primal;
    private final double[] point; // a copy of the caller's, moved and restored
    private final double[] above;
    private final double[] below;

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
    }

    @Override
    public void pass(int pass, double[] x, double[] jacobian) {
        double step = RELATIVE_STEP * Math.max(1, Math.abs(x[pass]));
        double upper = x[pass] + step;
        double lower = x[pass] - step;
        point[pass] = upper;
        primal.evaluate(point, above);
        point[pass] = lower;
        primal.evaluate(point, below);
        point[pass] = x[pass];
        for (int j = 0; j < above.length; j++) {
            jacobian[j * inputs + pass] = (above[j] - below[j]) / (upper - lower); // the step as rounded: exact
        }
    }

    /** One difference along the direction, its step scaled by the largest elements of point and direction. */
    @Override
    public void pushforward(double[] x, double[] tangent, double[] y, double[] outputTangent) {
        double pointScale = 1;
        double tangentScale = 0;
        for (int i = 0; i < inputs; i++) {
            pointScale = Math.max(pointScale, Math.abs(x[i]));
            tangentScale = Math.max(tangentScale, Math.abs(tangent[i]));
        }
        double step = tangentScale == 0 ? 1 : RELATIVE_STEP * pointScale / tangentScale;
        primal.evaluate(x, y);
        evaluateAlong(x, tangent, step, above);
        evaluateAlong(x, tangent, -step, below);
        for (int j = 0; j < above.length; j++) {
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
