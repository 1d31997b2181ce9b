package dev.gradgap.engine.forward;

import dev.gradgap.engine.CarefulForward;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.tangent.TangentSweeps;

/** Linearizes a graph once at a point and pushes w tangents at a time through it. Allocates nothing once made. */
final class GraphForwardDifferentiator implements ForwardDifferentiator {

    private final int inputs;
    private final int outputs;
    private final int chunk;
    private final TangentSweeps sweeps;
    private final CarefulForward careful;

    GraphForwardDifferentiator(Graph graph, TangentSweeps sweeps, int chunk) {
        inputs = graph.inputs();
        outputs = graph.outputs();
        this.chunk = chunk;
        this.sweeps = sweeps;
        careful = new CarefulForward(new GraphFunction(graph));
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public int passes() {
        return (inputs - 1) / chunk + 1;
    }

    @Override
    public long tapeBytes() {
        return sweeps.bytes();
    }

    @Override
    public void primal(double[] x, double[] y) {
        sweeps.evaluate(x);
        sweeps.outputs(y);
    }

    @Override
    public void start(double[] x) {
        sweeps.linearize(x);
    }

    @Override
    public void pass(int pass, double[] x, double[] jacobian) {
        if (!sweeps.pass(pass, jacobian)) {
            int first = pass * chunk;
            careful.repairColumns(first, Math.min(chunk, inputs - first), x, jacobian);
        }
    }

    @Override
    public void pushforward(double[] x, double[] tangent, double[] y, double[] outputTangent) {
        sweeps.linearize(x);
        sweeps.outputs(y);
        sweeps.push(tangent, outputTangent);
        careful.repairPush(x, tangent, outputTangent);
    }
}
