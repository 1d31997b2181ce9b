package dev.gradgap.verify.program;

import dev.gradgap.engine.Asked;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Tracer;
import dev.gradgap.graph.WrongPlanException;
import dev.gradgap.verify.decimal.DecimalSweep;
import dev.gradgap.verify.program.Outcome.Result;
import dev.gradgap.verify.rounding.Bounded;
import dev.gradgap.workload.Seed;
import java.util.Optional;
import org.apache.commons.math3.dfp.Dfp;

/**
 * One function at two points, on which engines are tried. What is right is computed once for all of them, by the error
 * analysis of the function's graph, which is no engine.
 */
final class ProgramTrial {

    private final DifferentiableFunction function;
    private final Graph graph;
    private final ReferencePoint first;
    private final ReferencePoint other;

    /**
     * A trial.
     *
     * @param point where the function is to be differentiated, length n
     * @param seed decides the other point, the weights and the directions
     */
    ProgramTrial(DifferentiableFunction function, double[] point, long seed) {
        this.function = function;
        Seed random = new Seed(seed).split();
        graph = Tracer.trace(new UnfoldedFunction(function));
        first = new ReferencePoint(graph, point, random);
        other = new ReferencePoint(graph, otherPoint(point, random), random);
    }

    /** The point with other signs, and up to half as near to 0, so that maxima are decided otherwise. */
    private static double[] otherPoint(double[] point, Seed random) {
        double[] moved = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            double size = random.nextDouble(0.5, 1);
            moved[i] = (random.nextLong() < 0 ? -size : size) * point[i];
        }
        return moved;
    }

    /** The operations of the function's graph, those on constants alone included. */
    int operations() {
        return graph.operations();
    }

    /**
     * Checks the error analysis itself against 50 digits, at the first point.
     *
     * @return what is beyond its bound
     */
    Optional<ProgramFault> analysisFault() {
        DecimalSweep exact = new DecimalSweep(graph, first.graphPoint());
        Bounded values = first.values();
        for (int j = 0; j < values.size(); j++) {
            if (!holds(values, j, exact.output(j))) {
                return Optional.of(ProgramFault.beyondItsBound("value", "y[" + j + "]", values, j));
            }
        }
        Bounded adjoints = first.adjoints(0);
        Dfp[] exactAdjoints = exact.pullBack(first.weights(0));
        for (int i = 0; i < adjoints.size(); i++) {
            if (!holds(adjoints, i, exactAdjoints[i])) {
                return Optional.of(ProgramFault.beyondItsBound("derivative", "(w'J)[" + i + "]", adjoints, i));
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Bounded bounded, int i, Dfp exact) {
        return bounded.bound(i) == Double.POSITIVE_INFINITY
                || DecimalSweep.error(bounded.value(i), exact) <= bounded.bound(i);
    }

    /** Tries an engine. */
    Outcome of(Engine engine) {
        Judge judge = new Judge();
        judge.calling("prepare");
        Result result;
        try {
            Optional<String> refusal = Asked.refusal(engine, function);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            boolean right =
                    new EngineRun(engine, Asked.prepare(engine, function), judge, operations()).isRight(first, other);
            result = !right ? Result.WRONG : judge.leftOpen() > 0 ? Result.LEFT_OPEN : Result.RIGHT;
        } catch (RefusedException e) {
            return Outcome.refused(e.getMessage());
        } catch (WrongPlanException e) {
            judge.broke(e);
            result = Result.PLAN_FAULT;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            judge.broke(e);
            result = Result.FAILED;
        }
        return new Outcome(result, judge.fault(), "", judge.compared(), judge.leftOpen());
    }
}
