package dev.gradgap.compare;

import dev.gradgap.compare.FigureChange.Figure;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.statistics.Proportion;
import dev.gradgap.statistics.noise.NoiseCause;
import java.util.List;
import java.util.Optional;

/**
 * What comparisons of a cell with itself found.
 *
 * @param timeNs its time
 * @param pairs its pairs of forks in all
 * @param deviation the noise floor: the standard deviation of the log-ratio of a pair
 * @param drift how much longer the slowest comparison took than the fastest, a fraction; what pairing makes harmless
 * @param uncorrected comparisons in which its p value was at most alpha, however many cells there are
 * @param regressions comparisons in which its time was called a regression
 * @param changes comparisons in which its time was called a regression or an improvement
 * @param unsteady its figures that ought to have no noise but differed in a comparison
 * @param cause why its noise is too much to gate on; empty if it is not
 */
public record CellCalibration(
        PlannedCell cell,
        double timeNs,
        int pairs,
        double deviation,
        double drift,
        Proportion uncorrected,
        Proportion regressions,
        Proportion changes,
        List<Figure> unsteady,
        Optional<NoiseCause> cause) {

    public CellCalibration {
        unsteady = List.copyOf(unsteady);
    }

    /** Whether a comparison of the cell can be trusted to find what matters and nothing else. */
    public boolean isGateable() {
        return unsteady.isEmpty() && cause.isEmpty();
    }
}
