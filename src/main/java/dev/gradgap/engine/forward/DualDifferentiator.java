package dev.gradgap.engine.forward;

import dev.gradgap.engine.CollectedOutputs;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;

/** Runs the function on dual numbers, once for every input. Keeps nothing between passes. */
final class DualDifferentiator implements ForwardDifferentiator {

    private final DifferentiableFunction function;
    private final int inputs;
    private final DualArithmetic arithmetic = new DualArithmetic();
    private final CollectedOutputs<Dual> outputs;

    DualDifferentiator(DifferentiableFunction function) {
        this.function = function;
        inputs = function.inputs();
        outputs = new CollectedOutputs<>(arithmetic.array(function.outputs()));
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return outputs.size();
    }

    @Override
    public int passes() {
        return inputs;
    }

    @Override
    public void primal(double[] x, double[] y) {
        evaluate(new OneHotInputs(x, -1));
        values(y);
    }

    @Override
    public void start(double[] x) {
        // Every pass computes the values anew.
    }

    @Override
    public void pass(int pass, double[] x, double[] jacobian) {
        evaluate(new OneHotInputs(x, pass));
        for (int j = 0; j < outputs.size(); j++) {
            jacobian[j * inputs + pass] = outputs.get(j).tangent();
        }
    }

    @Override
    public void pushforward(double[] x, double[] tangent, double[] y, double[] outputTangent) {
        evaluate(new DirectionInputs(x, tangent));
        values(y);
        for (int j = 0; j < outputs.size(); j++) {
            outputTangent[j] = outputs.get(j).tangent();
        }
    }

    private void evaluate(Inputs<Dual> x) {
        outputs.evaluate(function, arithmetic, x);
    }

    private void values(double[] y) {
        for (int j = 0; j < outputs.size(); j++) {
            y[j] = outputs.get(j).value();
        }
    }
}
