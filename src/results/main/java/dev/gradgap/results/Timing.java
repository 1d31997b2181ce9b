package dev.gradgap.results;

import dev.gradgap.results.file.Schema.Gained;
import dev.gradgap.results.file.Schema.Positive;
import dev.gradgap.statistics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How long a cell takes.
 *
 * @param timeNs nanoseconds for the whole operator, with its 95 % interval; empty unless ok
 * @param forks the forks that were ok
 * @param iterations the measured iterations of all of them
 * @param ratioToPrimal time over the time of the workload's primal at the same size
 * @param nsPerOperation time over the number of operations of the graph
 * @param ratioToAdjoint time over the time of the same operator of the hand-written adjoint on the workload at that size
 */
public record Timing(
        @Positive Optional<Interval> timeNs,
        int forks,
        int iterations,
        @Positive OptionalDouble ratioToPrimal,
        @Positive OptionalDouble nsPerOperation,
        @Positive @Gained(2) OptionalDouble ratioToAdjoint) {}
