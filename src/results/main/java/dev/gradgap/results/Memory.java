package dev.gradgap.results;

import dev.gradgap.results.file.Schema.Gained;
import dev.gradgap.statistics.ForkStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * What an operator takes of the heap, in bytes, as far as it is known: in one fork, or in all forks of a cell.
 *
 * @param allocBytes allocated by one whole operator
 * @param tapeBytes kept between sweeps or passes, as the engine counts it
 * @param predictedBytes what the engine foretold one differentiation keeps alive
 * @param liveBytes what the prepared engine was found to hold after a differentiation
 */
public record Memory(
        OptionalDouble allocBytes,
        OptionalLong tapeBytes,
        @Gained(1) OptionalLong predictedBytes,
        @Gained(1) OptionalLong liveBytes) {

    /** Nothing is known. */
    public static final Memory UNKNOWN = found(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** What a fork itself finds out, of the engine and of its own heap. */
    public static Memory found(OptionalLong tapeBytes, OptionalLong predictedBytes, OptionalLong liveBytes) {
        return new Memory(OptionalDouble.empty(), tapeBytes, predictedBytes, liveBytes);
    }

    /** That of a cell: what forks add to it by chance is left out as well as can be. */
    public static Memory ofForks(List<Memory> forks) {
        double[] allocated = forks.stream()
                .flatMapToDouble(fork -> fork.allocBytes().stream())
                .filter(Double::isFinite)
                .toArray();
        return new Memory(
                allocated.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(ForkStatistics.median(allocated)),
                known(forks, Memory::tapeBytes).max(),
                known(forks, Memory::predictedBytes).max(),
                known(forks, Memory::liveBytes).min());
    }

    private static LongStream known(List<Memory> forks, Function<Memory, OptionalLong> bytes) {
        return forks.stream().flatMapToLong(fork -> bytes.apply(fork).stream());
    }

    /** This, with what JMH counted. */
    public Memory withAllocBytes(OptionalDouble allocated) {
        return new Memory(allocated, tapeBytes, predictedBytes, liveBytes);
    }
}
