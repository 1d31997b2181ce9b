package dev.gradgap.results;

import dev.gradgap.engine.Mode;
import dev.gradgap.statistics.PowerLaw;

/**
 * How an engine's cost ratio, gradient over primal, grows with the number of inputs N; one row of costratio.csv. Theory:
 * exponent 1 for a forward gradient, 0 for a reverse gradient.
 *
 * @param fit the cost ratio against N
 * @param smallestInputs the smallest N it was fitted to
 * @param largestInputs the largest N it was fitted to
 */
public record CostRatioScaling(
        String workload, String engine, Mode mode, PowerLaw fit, int smallestInputs, int largestInputs) {}
