package dev.gradgap.engine.forward;

import dev.gradgap.engine.CarefulForward;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.tangent.SparseTangents;

/** Linearizes a graph once at a point and follows each input through what it reaches. Allocates nothing once made. */
final class GraphForwardSparseDifferentiator implements ForwardDifferentiator {

    private final int inputs;
    private final int outputs;
    private final SparseTangents tangents;
    private final CarefulForward careful;

    GraphForwardSparseDifferentiator(Graph graph, SparseTangents tangents) {
        inputs = graph.inputs();
        outputs = graph.outputs();
        this.tangents = tangents;
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
        return inputs;
    }

    @Override
    public long tapeBytes() {
        return tangents.bytes();
    }

    @Override
    public void primal(double[] x, double[] y) {
        tangents.evaluate(x);
        tangents.outputs(y);
    }

    @Override
    public void start(double[] x) {
        tangents.linearize(x);
    }

    @Override
    public void pass(int pass, double[] x, double[] jacobian) {
        if (!tangents.pass(pass, jacobian)) {
            careful.repairColumns(pass, 1, x, jacobian);
        }
    }

    @Override
    public void pushforward(double[] x, double[] tangent, double[] y, double[] outputTangent) {
        tangents.linearize(x);
        tangents.outputs(y);
        tangents.push(tangent, outputTangent);
        careful.repairPush(x, tangent, outputTangent);
    }
}
