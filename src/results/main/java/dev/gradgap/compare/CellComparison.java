package dev.gradgap.compare;

import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.statistics.ChangeVerdict;
import dev.gradgap.statistics.CrossCheck;
import dev.gradgap.statistics.SequentialTest.Finding;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cell of both sides.
 *
 * @param base its time in base, in nanoseconds; empty if it was not measured
 * @param head its time in head
 * @param time what became of its time; empty if a side has fewer than two forks
 * @param check what other methods say of its time
 * @param figures what became of its figures without noise, as far as both sides have them
 * @param reason why it could not be compared, in one line; empty if it could
 * @param broken whether it was fine in base and is not in head
 */
public record CellComparison(
        PlannedCell cell,
        Optional<Double> base,
        Optional<Double> head,
        Optional<Finding> time,
        Optional<CrossCheck> check,
        List<FigureChange> figures,
        String reason,
        boolean broken) {

    public CellComparison {
        figures = List.copyOf(figures);
    }

    /** The worst of its time and its figures; inconclusive if it could not be compared. */
    public ChangeVerdict verdict() {
        return worst(Stream.concat(
                        Stream.of(time.map(finding -> finding.decision().verdict())
                                .orElse(ChangeVerdict.INCONCLUSIVE)),
                        figures.stream().map(FigureChange::verdict))
                .toList());
    }

    /** The figures that changed. */
    public List<FigureChange> changedFigures() {
        return figures.stream()
                .filter(figure -> figure.verdict() != ChangeVerdict.EQUIVALENT)
                .toList();
    }

    /** The verdict of a whole with these parts. */
    static ChangeVerdict worst(Collection<ChangeVerdict> verdicts) {
        return verdicts.stream().min(Comparator.naturalOrder()).orElse(ChangeVerdict.INCONCLUSIVE);
    }
}
