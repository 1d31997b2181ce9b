package dev.gradgap.results;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The garbage of a call in the forks of a cell. Where a call takes long, the harness's own garbage is shared by few calls, and
 * differs from fork to fork.
 *
 * @param median in bytes
 * @param low the lower quartile of the forks
 * @param high the upper quartile
 */
public record Allocation(double median, double low, double high) {

    /** What forks allocated; empty if there is none. */
    public static Optional<Allocation> of(Collection<Double> bytes) {
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        double[] values = bytes.stream().mapToDouble(Double::doubleValue).toArray();
        return Optional.of(new Allocation(
                StatUtils.percentile(values, 50), StatUtils.percentile(values, 25), StatUtils.percentile(values, 75)));
    }

    /** All of these as one: from the lowest quartile to the highest, with the median of the first. */
    public static Allocation range(List<Allocation> all) {
        return new Allocation(
                all.get(0).median(),
                all.stream().mapToDouble(Allocation::low).min().orElseThrow(),
                all.stream().mapToDouble(Allocation::high).max().orElseThrow());
    }

    /** Whether the forks of both agree among themselves far enough to tell a difference. */
    public boolean isDistinctFrom(Allocation other) {
        return high < other.low || other.high < low;
    }

    /** Whether it changed: the forks are distinct, and the median differs by more than is tolerated. */
    public boolean isChangedFrom(Allocation before) {
        return isDistinctFrom(before) && !Tolerance.ALLOCATION.covers(before.median, median);
    }
}
