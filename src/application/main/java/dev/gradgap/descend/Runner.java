package dev.gradgap.descend;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.ForwardDifferentiator;
import java.util.Optional;
import java.util.function.LongSupplier;

/** An engine made ready for the descent, with a clock. Not thread-safe. */
final class Runner {

    private static final long WARM_UP_NS = 400_000_000;
    private static final int MOST_WARM_UPS = 2000;
    private static final long LONG_GRADIENT_NS = 2_000_000_000;
    private static final int SAMPLED_PASSES = 16;

    private final Engine engine;
    private final Differentiator differentiator;
    private final LongSupplier clock;
    private final double[] gradient;
    private final double[] value = new double[1];
    private boolean sampled;

    Runner(Engine engine, Differentiator differentiator, LongSupplier clock) {
        this.engine = engine;
        this.differentiator = differentiator;
        this.clock = clock;
        gradient = new double[differentiator.inputs()];
    }

    Engine engine() {
        return engine;
    }

    int passes() {
        return differentiator.passes();
    }

    /** Whether only some of a gradient's passes are timed, for all would take too long. */
    boolean isSampled() {
        return sampled;
    }

    /** The cost at a point. */
    double cost(double[] x) {
        differentiator.primal(x, value);
        return value[0];
    }

    /**
     * Lets the JVM compile what will be timed: gradients and line searches, all from the same point.
     *
     * @param cost at that point
     * @param firstRate of the line searches
     * @param maySample whether a gradient that takes long may be sampled from then on
     */
    void warmUp(double[] x, double cost, double firstRate, boolean maySample) {
        if (maySample && differentiator instanceof ForwardDifferentiator forward && passes() > SAMPLED_PASSES) {
            sampledGradient(forward, x);
            sampled = sampledGradient(forward, x) > LONG_GRADIENT_NS;
        }
        long start = clock.getAsLong();
        int times = 0;
        do {
            gradient(x);
            search(x, cost, gradient, firstRate);
            times++;
        } while (times < MOST_WARM_UPS && clock.getAsLong() - start < WARM_UP_NS);
    }

    /** The time in nanoseconds that the gradient at a point takes; an estimate if it is sampled. */
    double gradient(double[] x) {
        if (sampled && differentiator instanceof ForwardDifferentiator forward) {
            return sampledGradient(forward, x);
        }
        long start = clock.getAsLong();
        differentiator.gradient(x, gradient);
        return clock.getAsLong() - start;
    }

    /** The derivatives that {@link #gradient} left, length n; only some of them if it was sampled. */
    double[] derivatives() {
        return gradient;
    }

    /** Passes spread evenly over all: which of them run cannot depend on how long they take. */
    private double sampledGradient(ForwardDifferentiator forward, double[] x) {
        long start = clock.getAsLong();
        forward.start(x);
        long started = clock.getAsLong();
        for (int s = 0; s < SAMPLED_PASSES; s++) {
            forward.pass((int) ((long) s * passes() / SAMPLED_PASSES), x, gradient);
        }
        double perPass = (clock.getAsLong() - started) / (double) SAMPLED_PASSES;
        return started - start + perPass * passes();
    }

    /** Where a line search ended, and the nanoseconds it took. */
    record Search(Optional<LineSearch.Found> found, double timeNs) {}

    /** Searches along a gradient, evaluating the cost by this engine. */
    Search search(double[] x, double cost, double[] along, double firstRate) {
        long start = clock.getAsLong();
        Optional<LineSearch.Found> found = LineSearch.search(this::cost, x, cost, along, firstRate);
        return new Search(found, clock.getAsLong() - start);
    }
}
