package dev.gradgap.results;

import dev.gradgap.engine.Mode;
import dev.gradgap.statistics.BreakEvenEstimate;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * After how many gradients (or Jacobians) preparing an engine has paid for itself against an engine that prepares less;
 * one row of breakeven.csv.
 *
 * @param rivalPrepareNs empty if it was not measured and is taken to be nothing, as for an overloading engine
 * @param method sampled if either gradient was
 */
public record BreakEven(
        String workload,
        int inputs,
        OptionalLong operations,
        Mode mode,
        String engine,
        String rival,
        double prepareNs,
        double gradientNs,
        OptionalDouble rivalPrepareNs,
        double rivalGradientNs,
        BreakEvenEstimate estimate,
        Method method) {}
