package dev.gradgap.results;

import dev.gradgap.engine.Technology;
import dev.gradgap.results.file.FieldException;
import dev.gradgap.results.file.Schema.Gained;
import dev.gradgap.results.file.Schema.Positive;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.Interval;
import java.util.Optional;

/**
 * Where the gap of a pair of engines is 1; one row of crossover.csv.
 *
 * @param crossover the number of inputs; present if and only if it was found
 * @param family whom both engines belong to; if it is left empty, their technology stands for it
 */
public record Crossover(
        String workload,
        Technology technology,
        String forwardEngine,
        String reverseEngine,
        @Positive Optional<Interval> crossover,
        CrossoverEstimate.Status status,
        @Gained(1) String family) {

    public Crossover {
        FieldException.requireIf(status == CrossoverEstimate.Status.FOUND, "crossover", crossover);
        family = family.isEmpty() ? technology.label() : family;
    }

    /** One that was estimated. */
    public Crossover(
            String workload,
            Technology technology,
            String forwardEngine,
            String reverseEngine,
            CrossoverEstimate estimate,
            String family) {
        this(workload, technology, forwardEngine, reverseEngine, estimate.at(), estimate.status(), family);
    }

    /** Where it is, if there is one. */
    public CrossoverEstimate estimate() {
        return new CrossoverEstimate(status, crossover);
    }
}
