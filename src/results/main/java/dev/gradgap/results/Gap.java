package dev.gradgap.results;

import dev.gradgap.engine.Technology;
import dev.gradgap.results.file.Schema.Gained;
import dev.gradgap.results.file.Schema.Positive;
import dev.gradgap.statistics.Interval;
import java.util.OptionalLong;

/**
 * Forward against reverse within one family of engines; one row of gap.csv.
 *
 * @param passes the passes of the forward engine for the whole gradient (or Jacobian)
 * @param gap forward time over reverse time with its 95 % interval
 * @param method sampled if the forward time was
 * @param family whom both engines belong to; if it is left empty, their technology stands for it
 */
public record Gap(
        String workload,
        @Positive int inputs,
        OptionalLong operations,
        Technology technology,
        String forwardEngine,
        String reverseEngine,
        long passes,
        @Positive double forwardNs,
        @Positive double reverseNs,
        @Positive Interval gap,
        Method method,
        @Gained(1) String family) {

    public Gap {
        family = family.isEmpty() ? technology.label() : family;
    }

    /** What it was measured at. */
    public Problem problem() {
        return new Problem(workload, inputs);
    }

    /** Whether there is anything to differentiate, as far as is known: of a function without operations both modes only copy. */
    public boolean hasOperations() {
        return operations.orElse(1) > 0;
    }
}
