package dev.gradgap.engine.reverse;

import dev.gradgap.engine.CollectedOutputs;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.function.DifferentiableFunction;

/**
 * Records the function on one tape, reset before every evaluation. Once warmed up it allocates only the variables that
 * the function itself makes.
 */
final class TapeDifferentiator implements ReverseDifferentiator {

    private final DifferentiableFunction function;
    private final int inputs;
    private final Tape tape;
    private final TapeArithmetic arithmetic;
    private final CollectedOutputs<TapeVariable> outputs;
    private final int[] outputIndices; // of the last recording, as are the factors
    private final double[] outputFactors;

    TapeDifferentiator(DifferentiableFunction function) {
        this.function = function;
        inputs = function.inputs();
        tape = new Tape(inputs);
        arithmetic = new TapeArithmetic(tape);
        outputs = new CollectedOutputs<>(arithmetic.array(function.outputs()));
        outputIndices = new int[function.outputs()];
        outputFactors = new double[function.outputs()];
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return outputIndices.length;
    }

    @Override
    public long tapeBytes() {
        return tape.bytes();
    }

    @Override
    public void primal(double[] x, double[] y) {
        outputs.evaluate(function, arithmetic, TapeInputs.passive(x));
        values(y);
    }

    @Override
    public void record(double[] x, double[] y) {
        record(x);
        values(y);
    }

    @Override
    public void sweep(double[] outputAdjoint, double[] inputAdjoint) {
        for (int j = 0; j < outputIndices.length; j++) {
            tape.addAdjoint(outputIndices[j], outputAdjoint[j] * outputFactors[j]);
        }
        tape.sweep(inputAdjoint, 0);
    }

    @Override
    public void jacobian(double[] x, double[] jacobian) {
        record(x);
        for (int j = 0; j < outputIndices.length; j++) {
            tape.addAdjoint(outputIndices[j], outputFactors[j]);
            tape.sweep(jacobian, j * inputs);
        }
    }

    private void record(double[] x) {
        tape.reset();
        outputs.evaluate(function, arithmetic, TapeInputs.active(x));
        for (int j = 0; j < outputIndices.length; j++) {
            outputIndices[j] = outputs.get(j).index;
            outputFactors[j] = outputs.get(j).factor;
        }
    }

    private void values(double[] y) {
        for (int j = 0; j < outputs.size(); j++) {
            y[j] = outputs.get(j).value;
        }
    }
}
