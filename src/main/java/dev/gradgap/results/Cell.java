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
        String reason) {}
