package dev.gradgap.engine.forward;

import dev.gradgap.engine.CarefulForward;
import dev.gradgap.engine.CollectedOutputs;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.function.DifferentiableFunction;

/**
 * Runs the function on dual numbers with w tangents, once for every w inputs. Keeps nothing between passes.
 *
 * @param <T> the number type
 */
final class DualDifferentiator<T> implements ForwardDifferentiator {

    private final DifferentiableFunction function;
    private final int inputs;
    private final DualArithmetic<T> arithmetic;
    private final CollectedOutputs<T> outputs;
    private final Dual.Arithmetic scalar = new Dual.Arithmetic();
    private final CollectedOutputs<Dual> scalarOutputs;
    private final CarefulForward careful;

    DualDifferentiator(DifferentiableFunction function, DualArithmetic<T> arithmetic) {
        this.function = function;
        this.arithmetic = arithmetic;
        inputs = function.inputs();
        outputs = new CollectedOutputs<>(arithmetic.array(function.outputs()));
        scalarOutputs = new CollectedOutputs<>(scalar.array(function.outputs()));
        careful = new CarefulForward(function);
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
        return (inputs - 1) / arithmetic.tangents() + 1;
    }

    @Override
    public void primal(double[] x, double[] y) {
        evaluate(x, inputs);
        for (int j = 0; j < outputs.size(); j++) {
            y[j] = arithmetic.value(outputs.get(j));
        }
    }

    @Override
    public void start(double[] x) {
        // Every pass computes the values anew.
    }

    @Override
    public void pass(int pass, double[] x, double[] jacobian) {
        int first = pass * arithmetic.tangents();
        int seeded = Math.min(arithmetic.tangents(), inputs - first);
        evaluate(x, first);
        boolean allNumbers = true;
        for (int j = 0; j < outputs.size(); j++) {
            double[] tangents = arithmetic.tangents(outputs.get(j));
            for (int t = 0; t < seeded; t++) {
                jacobian[j * inputs + first + t] = tangents[t];
                allNumbers &= !Double.isNaN(tangents[t]);
            }
        }
        if (!allNumbers) {
            careful.repairColumns(first, seeded, x, jacobian);
        }
    }

    /** One tangent needs no chunk: runs on scalar dual numbers, whatever w is. */
    @Override
    public void pushforward(double[] x, double[] tangent, double[] y, double[] outputTangent) {
        scalarOutputs.evaluate(function, scalar, new DirectionInputs(x, tangent));
        for (int j = 0; j < scalarOutputs.size(); j++) {
            y[j] = scalarOutputs.get(j).value();
            outputTangent[j] = scalarOutputs.get(j).tangent();
        }
        careful.repairPush(x, tangent, outputTangent);
    }

    private void evaluate(double[] x, int first) {
        outputs.evaluate(function, arithmetic, new SeededInputs<>(arithmetic, x, first));
    }
}
