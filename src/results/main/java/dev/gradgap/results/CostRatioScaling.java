package dev.gradgap.results;

import dev.gradgap.engine.Mode;
import dev.gradgap.results.file.Schema.MayBeNaN;
import dev.gradgap.results.file.Schema.Positive;
import dev.gradgap.results.file.Schema.Signed;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.PowerLaw;

/**
 * How an engine's cost ratio, gradient over primal, grows with the number of inputs N; one row of costratio.csv. Theory:
 * exponent 1 for a forward gradient, 0 for a reverse gradient.
 *
 * @param exponent of the cost ratio against N, with its 95 % interval
 * @param coefficient at one input
 * @param rSquared the share of the variance of their logarithms that the fit explains
 * @param smallestInputs the smallest N it was fitted to
 * @param largestInputs the largest N it was fitted to
 */
public record CostRatioScaling(
        String workload,
        String engine,
        Mode mode,
        @Signed Interval exponent,
        @Positive double coefficient,
        @Signed @MayBeNaN double rSquared,
        int points,
        @Positive int smallestInputs,
        @Positive int largestInputs) {

    /** One that was fitted. */
    public CostRatioScaling(
            String workload, String engine, Mode mode, PowerLaw fit, int smallestInputs, int largestInputs) {
        this(
                workload,
                engine,
                mode,
                fit.exponent(),
                fit.coefficient(),
                fit.rSquared(),
                fit.points(),
                smallestInputs,
                largestInputs);
    }

    /** The power law. */
    public PowerLaw fit() {
        return new PowerLaw(exponent, coefficient, rSquared, points);
    }
}
