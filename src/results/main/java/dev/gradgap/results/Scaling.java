package dev.gradgap.results;

import dev.gradgap.engine.Operator;
import dev.gradgap.statistics.PowerLaw;

/**
 * How an engine's time per operation grows with the number of inputs N; one row of scaling.csv. Theory: exponent 1 for a
 * forward gradient, 0 for a reverse gradient.
 *
 * @param fit nanoseconds per operation of the graph against N
 */
public record Scaling(String workload, String engine, Operator operator, PowerLaw fit) {}
