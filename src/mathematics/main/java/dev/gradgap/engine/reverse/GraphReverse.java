package dev.gradgap.engine.reverse;

import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.ReverseEngine;
import dev.gradgap.engine.Technology;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Tracer;
import dev.gradgap.graph.schedule.Schedule;
import java.util.OptionalLong;

/**
 * Reverse mode by pulling adjoints back through the function's recorded graph, which is scheduled into runs of one
 * operation each; see {@link Schedule}.
 */
public final class GraphReverse implements ReverseEngine {

    private static final int BYTES_PER_OPERATION = 8 + 8 + 8; // value, adjoint, schedule; see Sweeps and Schedule
    private static final int BYTES_PER_INPUT = 8 + 8; // value and adjoint, where inputs are read one by one

    private final boolean reassociates;

    /** The engine of the catalogue: long sums and products may be reassociated, which changes rounding errors. */
    public GraphReverse() {
        this(true);
    }

    private GraphReverse(boolean reassociates) {
        this.reassociates = reassociates;
    }

    /** An engine whose values are those of the function, bit for bit: {@code graph-reverse-in-order}. */
    public static GraphReverse inOrder() {
        return new GraphReverse(false);
    }

    @Override
    public String name() {
        return reassociates ? "graph-reverse" : "graph-reverse-in-order";
    }

    @Override
    public Technology technology() {
        return Technology.GRAPH;
    }

    /**
     * What an irregular graph keeps: schedule, value and adjoint of every operation. A regular one keeps much less, down
     * to next to nothing, but while it is traced and scheduled it needs nearly as much. Distinct constants are not
     * counted.
     */
    @Override
    public boolean isGarbageFree() {
        return true;
    }

    @Override
    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        return OptionalLong.of(BYTES_PER_OPERATION * operations + BYTES_PER_INPUT * inputs + 16 * outputs);
    }

    /** Traces the function, schedules its graph and allocates values and adjoints. */
    @Override
    public ReverseDifferentiator prepare(DifferentiableFunction function) {
        return new GraphReverseDifferentiator(Schedule.of(Tracer.trace(function), reassociates));
    }
}
