package dev.gradgap.engine.forward;

import dev.gradgap.engine.CollectedOutputs;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.function.DifferentiableFunction;

/** Runs the function on dual numbers with w tangents, once for every w inputs. */
final class DualChunkDifferentiator implements ForwardDifferentiator {

    private final DifferentiableFunction function;
    private final int inputs;
    private final int chunk;
    private final DualChunkArithmetic arithmetic;
    private final CollectedOutputs<DualChunk> outputs;
    private final DualDifferentiator scalar;
    private final double[] zeros;
    private final double[][] units; // w arrays stand for the n seeds of all passes

    DualChunkDifferentiator(DifferentiableFunction function, int chunk) {
        this.function = function;
        this.chunk = chunk;
        inputs = function.inputs();
        arithmetic = new DualChunkArithmetic(chunk);
        outputs = new CollectedOutputs<>(arithmetic.array(function.outputs()));
        scalar = new DualDifferentiator(function);
        zeros = new double[chunk];
        units = new double[chunk][chunk];
        for (int t = 0; t < chunk; t++) {
            units[t][t] = 1;
        }
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
        return (inputs - 1) / chunk + 1;
    }

    @Override
    public void primal(double[] x, double[] y) {
        outputs.evaluate(function, arithmetic, inputs(x, inputs));
        for (int j = 0; j < outputs.size(); j++) {
            y[j] = outputs.get(j).value;
        }
    }

    @Override
    public void start(double[] x) {
        // Every pass computes the values anew.
    }

    @Override
    public void pass(int pass, double[] x, double[] jacobian) {
        int first = pass * chunk;
        int seeded = Math.min(chunk, inputs - first);
        outputs.evaluate(function, arithmetic, inputs(x, first));
        for (int j = 0; j < outputs.size(); j++) {
            System.arraycopy(outputs.get(j).tangents, 0, jacobian, j * inputs + first, seeded);
        }
    }

    /** One tangent needs no chunk: runs on scalar dual numbers. */
    @Override
    public void pushforward(double[] x, double[] tangent, double[] y, double[] outputTangent) {
        scalar.pushforward(x, tangent, y, outputTangent);
    }

    private ChunkInputs inputs(double[] x, int first) {
        return new ChunkInputs(x, first, units, zeros);
    }
}
