package dev.gradgap.verify;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.reference.PlainPrimal;
import dev.gradgap.engine.reference.ReferenceAdjoint;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Tracer;
import dev.gradgap.verify.expected.OnCopies;
import dev.gradgap.verify.expected.Opinion;
import dev.gradgap.verify.expected.Opinion.Method;
import dev.gradgap.verify.expected.Oracle;
import dev.gradgap.verify.expected.Questions;
import dev.gradgap.verify.recording.Differences;
import dev.gradgap.verify.recording.Expectations;
import dev.gradgap.verify.recording.OpinionByColumns;
import dev.gradgap.verify.recording.OpinionOracle;
import dev.gradgap.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may judge an engine on a workload. No oracle runs code of the engine that it judges: not its derivatives, and not the
 * primal that it calculates values with.
 */
final class Oracles {

    private static final int VECTORS = 2;
    private static final int MOST_SINGLES = 64;
    private static final int FEWEST_SINGLES = 2;
    private static final int MOST_WORK = 1 << 20; // inputs times single inputs; each takes sixteen evaluations or more

    private Oracles() {}

    /** Whether there is no exact oracle for a function but {@link Expectations}. */
    static boolean needExpectations(DifferentiableFunction function) {
        return function.handWrittenAdjoint().isEmpty() && !(function instanceof GraphFunction);
    }

    /**
     * The oracle that is exact and runs no generic code, if there is one, at the sample point and at one near it: the hand-written
     * adjoint; or, if that is what is to be judged, or the function is given as a graph, the adjoint sweep over the graph.
     *
     * @param nearbyToo whether it is wanted near the sample point, too, if that is not too large
     */
    static List<Oracle> exact(Engine engine, Workload workload, boolean nearbyToo, long seed) {
        boolean both = nearbyToo && !GradientCheck.isLarge(workload);
        return adjoint(engine, workload, seed)
                .map(oracle -> Stream.concat(
                                Stream.<Oracle>of(oracle), both ? oracle.nearby().stream() : Stream.empty())
                        .toList())
                .orElse(List.of());
    }

    private static Optional<AdjointOracle> adjoint(Engine engine, Workload workload, long seed) {
        DifferentiableFunction function = workload.function();
        Optional<HandWrittenAdjoint> byHand = function.handWrittenAdjoint().map(OnCopies::of);
        if (byHand.isPresent() && !(engine instanceof ReferenceAdjoint)) {
            return Optional.of(new AdjointOracle(
                    "the hand-written adjoint", workload, values(engine, function, byHand.get()), byHand.get(), seed));
        }
        return graph(function)
                .map(GraphSweeps::new)
                .map(sweeps -> new AdjointOracle(
                        "the adjoint sweep over the graph", workload, sweeps::values, sweeps::pullback, seed));
    }

    private static Optional<Graph> graph(DifferentiableFunction function) {
        if (function instanceof GraphFunction given) {
            return Optional.of(given.graph());
        }
        return function.handWrittenAdjoint().map(adjoint -> Tracer.trace(function));
    }

    /** The reference engines calculate values in plain Java themselves. */
    private static PlainFunction values(Engine engine, DifferentiableFunction function, HandWrittenAdjoint adjoint) {
        if (engine.technology() != Technology.REFERENCE) {
            return OnCopies.of(PlainPrimal.of(function));
        }
        double[] weights = new double[function.outputs()];
        double[] row = new double[function.inputs()];
        return (x, y) -> adjoint.pullback(x, weights, y, row);
    }

    /** Finite differences of the plain primal, for an engine that does not run that; whatever else fails. */
    static Optional<Oracle> differences(Engine engine, Workload workload, long seed) {
        if (engine.technology() == Technology.REFERENCE) {
            return Optional.empty();
        }
        return workload.function().plain().map(plain -> {
            int n = workload.inputs();
            int m = workload.outputs();
            Differences differences = new Differences(OnCopies.of(plain), workload.point(), m);
            int singles = Math.max(FEWEST_SINGLES, Math.min(MOST_SINGLES, MOST_WORK / n));
            Questions questions = Questions.of(n, m, VECTORS, singles, seed);
            Opinion opinion = new OpinionByColumns(Method.DIFFERENCES, n, questions, differences::along)
                    .form(differences::values);
            return new OpinionOracle(workload.point(), "", List.of(opinion));
        });
    }
}
