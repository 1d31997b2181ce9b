package dev.gradgap.engine;

import dev.gradgap.function.Branching;
import dev.gradgap.function.Path;
import dev.gradgap.graph.OutputSweep;
import dev.gradgap.graph.Tracer;

/**
 * An engine that replays, on a function that chooses by values: evaluates the guards of the recorded path at every new point, and
 * prepares the engine anew where one no longer holds. A sweep over what the guards look at, which only a function that has guards
 * pays for.
 *
 * @param <D> what the engine prepares
 */
abstract class GuardedDifferentiator<D extends Differentiator> implements Differentiator {

    private final Engine engine;
    private final Branching function;
    private D current;
    private Path path;
    private OutputSweep sweep;
    private double[] operands;

    private GuardedDifferentiator(Engine engine, Branching function, D current, Path path) {
        this.engine = engine;
        this.function = function;
        this.current = current;
        watch(path);
    }

    /** An engine made ready for a function at its own point; if there are no guards there, what the engine itself prepares. */
    static Differentiator of(Engine engine, Branching function) {
        Path path = function.path();
        Differentiator prepared = engine.prepare(path);
        if (path.guards() == 0) {
            return prepared;
        }
        return prepared instanceof ForwardDifferentiator forward
                ? new Forward(engine, function, forward, path)
                : new Reverse(engine, function, (ReverseDifferentiator) prepared, path);
    }

    private void watch(Path taken) {
        path = taken;
        sweep = new OutputSweep(Tracer.trace(taken.operands()));
        operands = new double[taken.operands().outputs()];
    }

    /** The differentiator of the path that is taken at a point. */
    @SuppressWarnings("unchecked") // an engine prepares one kind
    final D at(double[] x) {
        sweep.evaluate(x, operands);
        if (!path.isTaken(operands)) {
            Path taken = function.path(x);
            current = (D) engine.prepare(taken);
            watch(taken);
        }
        return current;
    }

    final D current() {
        return current;
    }

    @Override
    public final int inputs() {
        return current.inputs();
    }

    @Override
    public final int outputs() {
        return current.outputs();
    }

    @Override
    public final int passes() {
        return current.passes();
    }

    @Override
    public final long tapeBytes() {
        return current.tapeBytes();
    }

    @Override
    public final void primal(double[] x, double[] y) {
        at(x).primal(x, y);
    }

    @Override
    public final void jacobian(double[] x, double[] jacobian) {
        at(x).jacobian(x, jacobian);
    }

    @Override
    public final void gradient(double[] x, double[] gradient) {
        at(x).gradient(x, gradient);
    }

    private static final class Forward extends GuardedDifferentiator<ForwardDifferentiator>
            implements ForwardDifferentiator {

        Forward(Engine engine, Branching function, ForwardDifferentiator current, Path path) {
            super(engine, function, current, path);
        }

        @Override
        public void start(double[] x) {
            at(x).start(x);
        }

        @Override
        public void pass(int pass, double[] x, double[] jacobian) {
            current().pass(pass, x, jacobian);
        }

        @Override
        public void pushforward(double[] x, double[] tangent, double[] y, double[] outputTangent) {
            at(x).pushforward(x, tangent, y, outputTangent);
        }
    }

    private static final class Reverse extends GuardedDifferentiator<ReverseDifferentiator>
            implements ReverseDifferentiator {

        Reverse(Engine engine, Branching function, ReverseDifferentiator current, Path path) {
            super(engine, function, current, path);
        }

        @Override
        public void record(double[] x, double[] y) {
            at(x).record(x, y);
        }

        @Override
        public void sweep(double[] outputAdjoint, double[] inputAdjoint) {
            current().sweep(outputAdjoint, inputAdjoint);
        }

        @Override
        public void pullback(double[] x, double[] outputAdjoint, double[] y, double[] inputAdjoint) {
            at(x).pullback(x, outputAdjoint, y, inputAdjoint);
        }
    }
}
