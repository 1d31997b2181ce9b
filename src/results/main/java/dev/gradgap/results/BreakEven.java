package dev.gradgap.results;

import dev.gradgap.engine.Mode;
import dev.gradgap.results.file.FieldException;
import dev.gradgap.results.file.Schema.Positive;
import dev.gradgap.statistics.BreakEvenEstimate;
import dev.gradgap.statistics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * After how many gradients (or Jacobians) preparing an engine has paid for itself against an engine that prepares less;
 * one row of breakeven.csv.
 *
 * @param rivalPrepareNs empty if it was not measured and is taken to be nothing, as for an overloading engine
 * @param evaluations how many gradients; present if and only if it pays
 * @param method sampled if either gradient was
 */
public record BreakEven(
        String workload,
        @Positive int inputs,
        OptionalLong operations,
        Mode mode,
        String engine,
        String rival,
        @Positive double prepareNs,
        @Positive double gradientNs,
        @Positive OptionalDouble rivalPrepareNs,
        @Positive double rivalGradientNs,
        Optional<Interval> evaluations,
        BreakEvenEstimate.Status status,
        Method method) {

    public BreakEven {
        FieldException.requireIf(status.pays(), "evaluations", evaluations);
    }

    /** After how many, if it ever has. */
    public BreakEvenEstimate estimate() {
        return new BreakEvenEstimate(status, evaluations);
    }
}
