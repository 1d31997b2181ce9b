package dev.gradgap.results;

import dev.gradgap.engine.Technology;
import dev.gradgap.statistics.CrossoverEstimate;

/**
 * Where the gap of a pair of engines is 1; one row of crossover.csv.
 *
 * @param family whom both engines belong to
 */
public record Crossover(
        String workload,
        Technology technology,
        String forwardEngine,
        String reverseEngine,
        CrossoverEstimate estimate,
        String family) {}
