package dev.gradgap.results;

import dev.gradgap.engine.Technology;
import dev.gradgap.statistics.Interval;
import java.util.OptionalLong;

/**
 * Forward against reverse within one family of engines; one row of gap.csv.
 *
 * @param passes the passes of the forward engine for the whole gradient (or Jacobian)
 * @param gap forward time over reverse time with its 95 % interval
 * @param method sampled if the forward time was
 * @param family whom both engines belong to
 */
public record Gap(
        String workload,
        int inputs,
        OptionalLong operations,
        Technology technology,
        String forwardEngine,
        String reverseEngine,
        long passes,
        double forwardNs,
        double reverseNs,
        Interval gap,
        Method method,
        String family) {

    /** Whether there is anything to differentiate, as far as is known: of a function without operations both modes only copy. */
    public boolean hasOperations() {
        return operations.orElse(1) > 0;
    }
}
