package dev.gradgap.results;

import dev.gradgap.engine.Operator;
import dev.gradgap.results.file.Schema.MayBeNaN;
import dev.gradgap.results.file.Schema.Positive;
import dev.gradgap.results.file.Schema.Signed;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.PowerLaw;

/**
 * How an engine's time per operation grows with the number of inputs N; one row of scaling.csv. Theory: exponent 1 for a
 * forward gradient, 0 for a reverse gradient.
 *
 * @param exponent of nanoseconds per operation of the graph against N, with its 95 % interval
 * @param coefficientNs at one input
 * @param rSquared the share of the variance of their logarithms that the fit explains
 */
public record Scaling(
        String workload,
        String engine,
        Operator operator,
        @Signed Interval exponent,
        @Positive double coefficientNs,
        @Signed @MayBeNaN double rSquared,
        int points) {

    /** One that was fitted. */
    public Scaling(String workload, String engine, Operator operator, PowerLaw fit) {
        this(workload, engine, operator, fit.exponent(), fit.coefficient(), fit.rSquared(), fit.points());
    }

    /** The power law. */
    public PowerLaw fit() {
        return new PowerLaw(exponent, coefficientNs, rSquared, points);
    }
}
