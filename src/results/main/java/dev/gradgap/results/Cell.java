package dev.gradgap.results;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.statistics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A measured cell, all its forks taken together; one row of cells.csv.
 *
 * @param time nanoseconds for the whole operator, with its 95 % interval; empty unless ok
 * @param forks the forks that were ok
 * @param iterations the measured iterations of all of them
 * @param ratioToPrimal time over the time of the workload's primal at the same size
 * @param nsPerOperation time over the number of operations of the graph
 * @param tapeBytes what is kept between sweeps or passes, as the engine counts it
 * @param predictedBytes heap that the engine foretold one differentiation keeps alive
 * @param liveBytes heap that the prepared engine was found to hold after a differentiation
 * @param ratioToAdjoint time over the time of the same operator of the hand-written adjoint on the workload at that size
 * @param family whom the engine belongs to
 */
public record Cell(
        String workload,
        int inputs,
        int outputs,
        OptionalLong operations,
        String engine,
        Technology technology,
        Mode mode,
        Operator operator,
        Status status,
        Optional<Method> method,
        OptionalLong passes,
        Optional<Interval> time,
        int forks,
        int iterations,
        OptionalDouble ratioToPrimal,
        OptionalDouble nsPerOperation,
        OptionalDouble allocBytes,
        OptionalLong tapeBytes,
        boolean verified,
        OptionalDouble maxRelError,
        String reason,
        OptionalLong predictedBytes,
        OptionalLong liveBytes,
        OptionalDouble ratioToAdjoint,
        String family) {

    /** What names the cell. */
    public CellKey key() {
        return new CellKey(workload, inputs, engine, operator);
    }

    /** Whether its time was scaled from a sample of its passes. */
    public boolean isSampled() {
        return method.equals(Optional.of(Method.SAMPLED));
    }

    /** Of a cell that was both measured whole and sampled, the one that counts. */
    public static Cell wholeBeforeSampled(Cell a, Cell b) {
        return a.isSampled() ? b : a;
    }
}
