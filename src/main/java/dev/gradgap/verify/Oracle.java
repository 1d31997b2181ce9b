package dev.gradgap.verify;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.reference.PlainPrimal;
import dev.gradgap.engine.reference.ReferenceAdjoint;
import dev.gradgap.engine.reverse.GraphReverse;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.workload.Workload;
import java.util.Optional;

/**
 * Where the right answers come from: the function's value and parts of its Jacobian J at one point, computed without any
 * engine's derivatives. An oracle is cheap in one direction, rows or columns, and says how much it can be asked for in
 * the other.
 */
interface Oracle {

    /** What it is, for messages, for example {@code the hand-written adjoint}. */
    String name();

    /** The largest relative error at which an exact engine agrees with this oracle. */
    double tolerance();

    /** The right value. */
    void primal(double[] x, double[] y);

    /** How many elements of a row w'J can be afforded. */
    int affordableInputs();

    /** How many elements of a product J v can be afforded. */
    int affordableOutputs();

    /**
     * Elements of the row w'J.
     *
     * @param w the weight of each output, length m
     * @param inputs the positions asked for
     */
    Expected row(double[] w, int[] inputs);

    /**
     * Elements of the product J v.
     *
     * @param v the direction, length n
     * @param outputs the positions asked for
     */
    Expected along(double[] v, int[] outputs);

    /**
     * The best oracle for an engine on a workload: its hand-written adjoint, or central differences of its plain primal, or of the
     * function on boxed doubles.
     */
    static Oracle of(Engine engine, Workload workload) {
        return exact(engine, workload)
                .orElseGet(() ->
                        new DifferencesOracle("finite differences", PlainPrimal.of(workload.function()), workload));
    }

    /**
     * The best oracle that runs the function's generic code on no other numbers than the engine's own, which would spoil
     * the type profile of a machine about to time that engine: the hand-written adjoint, or central differences of the
     * plain primal, or of the engine's own primal.
     */
    static Oracle besides(Engine engine, Differentiator differentiator, Workload workload) {
        return exact(engine, workload).orElseGet(() -> workload.function()
                .plain()
                .map(plain -> new DifferencesOracle("finite differences", plain, workload))
                .orElseGet(() -> new DifferencesOracle(
                        "finite differences of the engine's own primal", differentiator::primal, workload)));
    }

    /**
     * The hand-written adjoint; or, if that is what is to be judged, or the function is given as a graph, the adjoint
     * sweep over the graph, unless the engine sweeps over graphs itself. Neither runs a given graph's generic code.
     */
    private static Optional<Oracle> exact(Engine engine, Workload workload) {
        DifferentiableFunction function = workload.function();
        Optional<HandWrittenAdjoint> byHand = function.handWrittenAdjoint();
        if (byHand.isPresent() && !(engine instanceof ReferenceAdjoint)) {
            return Optional.of(
                    new AdjointOracle("the hand-written adjoint", workload, PlainPrimal.of(function), byHand.get()));
        }
        boolean graphIsKnown = byHand.isPresent() || function instanceof GraphFunction;
        if (graphIsKnown && engine.technology() != Technology.GRAPH) {
            return Optional.of(new AdjointOracle(
                    "the adjoint sweep over the graph",
                    workload,
                    PlainPrimal.of(function),
                    new GraphReverse().prepare(function)::pullback));
        }
        return Optional.empty();
    }
}
