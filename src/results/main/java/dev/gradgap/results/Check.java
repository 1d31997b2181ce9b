package dev.gradgap.results;

import dev.gradgap.results.file.Schema.MayBeNaN;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether derivatives were found right before they were timed: in one fork, or in all forks of a cell.
 *
 * @param maxRelError the largest relative error against the oracle, if verified
 */
public record Check(boolean verified, @MayBeNaN OptionalDouble maxRelError) {

    /** Nothing was verified. */
    public static final Check NONE = new Check(false, OptionalDouble.empty());

    /** That of a cell. */
    public static Check ofForks(List<Check> forks) {
        return new Check(
                !forks.isEmpty() && forks.stream().allMatch(Check::verified),
                forks.stream()
                        .flatMapToDouble(fork -> fork.maxRelError().stream())
                        .max());
    }
}
