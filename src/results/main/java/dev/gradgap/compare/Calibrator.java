package dev.gradgap.compare;

import dev.gradgap.compare.Calibration.NotCalibrated;
import dev.gradgap.compare.FigureChange.Figure;
import dev.gradgap.results.Status;
import dev.gradgap.results.analysis.ForkPairs;
import dev.gradgap.results.analysis.ForkTimes;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.statistics.ChangeVerdict;
import dev.gradgap.statistics.Proportion;
import dev.gradgap.statistics.SequentialTest.Finding;
import dev.gradgap.statistics.noise.NoiseCause;
import dev.gradgap.statistics.noise.NoiseDiagnosis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes two runs of one program, measured together, as many comparisons one after the other: the first pairs of each cell are
 * the first comparison, the next as many the second. What {@code compare} says of each, as it would of two programs, is a
 * false alarm if it is one.
 *
 * <p>A comparison that was not finished, for some cell, does not count; its pairs count for the noise floor.
 */
public final class Calibrator {

    private final ComparedRun base;
    private final ComparedRun head;
    private final ComparisonSettings settings;
    private final int planned;
    private final List<SortedMap<Integer, ForkResult>> baseForks;
    private final List<SortedMap<Integer, ForkResult>> headForks;

    private Calibrator(ComparedRun base, ComparedRun head, ComparisonSettings settings, int planned) {
        this.base = base;
        this.head = head;
        this.settings = settings;
        this.planned = planned;
        baseForks = ForkTimes.usable(base.run());
        headForks = ForkTimes.usable(head.run());
    }

    /**
     * Calibrates; the same runs give the same calibration.
     *
     * @param base measured together with {@code head}
     * @param head the same program on the same cells
     * @param settings of one comparison, which has as many pairs at its first look as at its last
     * @param planned the number of comparisons to cut the pairs into
     */
    public static Calibration calibrate(ComparedRun base, ComparedRun head, ComparisonSettings settings, int planned) {
        return new Calibrator(base, head, settings, planned).calibrate();
    }

    private Calibration calibrate() {
        List<PlannedCell> plan = head.run().header().cells();
        Comparison whole = Comparer.together(base, head, asOne());
        List<Integer> usable = new ArrayList<>();
        List<NotCalibrated> not = new ArrayList<>();
        for (int i = 0; i < plan.size(); i++) {
            Optional<String> problem = problem(i, whole.cells().get(i));
            if (problem.isPresent()) {
                not.add(new NotCalibrated(plan.get(i), problem.get()));
            } else {
                usable.add(i);
            }
        }
        List<Comparison> comparisons = finished(usable);
        List<CellCalibration> cells = new ArrayList<>();
        for (int i : usable) {
            cells.add(cell(i, whole.cells().get(i), comparisons, usable.size()));
        }
        return new Calibration(
                head.label(),
                settings,
                planned,
                count(
                        comparisons,
                        comparison -> !comparison.with(ChangeVerdict.REGRESSION).isEmpty()),
                count(comparisons, comparison -> Stream.of(ChangeVerdict.REGRESSION, ChangeVerdict.IMPROVEMENT)
                        .anyMatch(verdict -> !comparison.with(verdict).isEmpty())),
                cells,
                not);
    }

    /** All pairs as a single comparison. */
    private ComparisonSettings asOne() {
        int pairs = planned * settings.pairs();
        return new ComparisonSettings(settings.alpha(), settings.gate(), pairs, pairs, settings.seed());
    }

    private Optional<String> problem(int cell, CellComparison compared) {
        if (!compared.reason().isEmpty()) {
            return Optional.of(compared.reason());
        }
        Optional<String> broken = forks().filter(fork -> fork.cell() == cell && fork.status() != Status.OK)
                .map(fork -> fork.status().label() + " in round " + fork.round() + ": " + fork.reason())
                .findFirst();
        return broken.isEmpty() && compared.time().isEmpty() ? Optional.of("fewer than two pairs") : broken;
    }

    private Stream<ForkResult> forks() {
        return Stream.concat(base.run().forks().stream(), head.run().forks().stream());
    }

    private List<Comparison> finished(List<Integer> usable) {
        if (usable.isEmpty()) {
            return List.of();
        }
        Set<Integer> cells = new HashSet<>(usable);
        return IntStream.range(0, planned)
                .mapToObj(k -> Comparer.together(part(base, cells, k), part(head, cells, k), settings))
                .filter(comparison -> usable.stream().allMatch(i -> comparison.cells().get(i).time().stream()
                        .anyMatch(found -> found.estimate().pairs() == settings.pairs())))
                .toList();
    }

    /** The k-th comparison's forks of a run. */
    private ComparedRun part(ComparedRun run, Set<Integer> cells, int k) {
        List<ForkResult> forks = run.run().forks().stream()
                .filter(fork -> fork.round() / settings.pairs() == k && cells.contains(fork.cell()))
                .toList();
        return new ComparedRun(run.label(), new RunData(run.run().header(), forks), run.environment());
    }

    private static <T> Proportion count(Collection<T> all, Predicate<T> counted) {
        return new Proportion((int) all.stream().filter(counted).count(), all.size());
    }

    private CellCalibration cell(int index, CellComparison whole, List<Comparison> comparisons, int cells) {
        List<CellComparison> single = comparisons.stream()
                .map(comparison -> comparison.cells().get(index))
                .toList();
        List<Finding> found =
                single.stream().flatMap(one -> one.time().stream()).toList();
        Finding all = whole.time().orElseThrow();
        double deviation = all.estimate().deviation();
        double findable = Calibration.smallestFindable(settings, deviation, settings.pairs(), cells);
        return new CellCalibration(
                whole.cell(),
                whole.base().orElseThrow(),
                all.estimate().pairs(),
                deviation,
                drift(single),
                count(found, finding -> finding.estimate().pValue() <= settings.alpha()),
                count(found, finding -> finding.decision().verdict() == ChangeVerdict.REGRESSION),
                count(
                        found,
                        finding -> finding.decision().verdict() == ChangeVerdict.REGRESSION
                                || finding.decision().verdict() == ChangeVerdict.IMPROVEMENT),
                unsteady(single),
                findable <= Calibration.WORTH_GATING ? Optional.empty() : Optional.of(cause(index)));
    }

    private static double drift(List<CellComparison> comparisons) {
        double[] times = comparisons.stream()
                .mapToDouble(
                        one -> Math.sqrt(one.base().orElseThrow() * one.head().orElseThrow()))
                .sorted()
                .toArray();
        return times.length == 0 ? 0 : times[times.length - 1] / times[0] - 1;
    }

    private static List<Figure> unsteady(List<CellComparison> comparisons) {
        return comparisons.stream()
                .flatMap(one -> one.changedFigures().stream())
                .map(FigureChange::figure)
                .distinct()
                .sorted()
                .toList();
    }

    private NoiseCause cause(int cell) {
        ForkPairs pairs = ForkPairs.of(baseForks.get(cell), headForks.get(cell));
        return NoiseDiagnosis.of(
                pairs.base(),
                pairs.head(),
                pairs.forks()
                        .map(fork -> fork.timesNs().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                        .toList());
    }
}
