package dev.gradgap.run;

import dev.gradgap.engine.Operator;
import dev.gradgap.results.Crossover;
import dev.gradgap.results.Gap;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.analysis.Analysis;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.suite.Settings;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What of a run's claims is not yet sharp, and which forks would make it so. The claims are those of gradients: the gap of each pair
 * of engines at its largest size, and where it passes 1.
 *
 * <p>A gap is sharp if its interval reaches no further than asked from its estimate; a crossover if its interval is within a factor of
 * {@value #CROSSOVER_WITHIN} and the two sizes measured around it are close, or if these are neighbouring numbers. While they
 * are not, a size between them is added: the estimate, or, if one of the two is close to it already, one a little beyond it,
 * so that the other comes closer, too. What is only noise gets more forks.
 */
final class Refinement {

    /** The ratio of the bounds of a crossover that is sharp. */
    static final double CROSSOVER_WITHIN = 1.5;

    private static final double BRACKET_WITHIN = CROSSOVER_WITHIN * CROSSOVER_WITHIN;
    private static final double CLOSE = 1.15;
    private static final double BEYOND = 1.4;
    private static final int MOST_TIMES_THE_FORKS = 3;

    private final RunData run;
    private final RunResults results;
    private final List<List<PlannedCell>> pairs = new ArrayList<>();

    private Refinement(RunData run) {
        this.run = run;
        results = Analysis.of(run);
    }

    /**
     * The pairs of a forward and a reverse cell of which each should be measured next, a fork more or, if they are not planned yet,
     * for the first time; empty if everything is sharp or as sharp as it will get.
     */
    static List<List<PlannedCell>> next(RunData run) {
        Refinement refinement = new Refinement(run);
        refinement.results.crossovers().forEach(refinement::look);
        return refinement.pairs.stream().distinct().toList();
    }

    private void look(Crossover crossover) {
        List<Gap> gaps = results.gaps().stream()
                .filter(gap -> gap.hasOperations()
                        && gap.workload().equals(crossover.workload())
                        && gap.family().equals(crossover.family())
                        && gap.forwardEngine().equals(crossover.forwardEngine())
                        && gap.reverseEngine().equals(crossover.reverseEngine()))
                .sorted(Comparator.comparingInt(Gap::inputs))
                .toList();
        if (forward(gaps.get(0)).isEmpty()) {
            return; // a Jacobian
        }
        Gap smallest = gaps.get(0);
        Gap largest = gaps.get(gaps.size() - 1);
        CrossoverEstimate.Status status = crossover.estimate().status();
        if (status == CrossoverEstimate.Status.FOUND) {
            bracket(gaps, crossover.estimate().at().orElseThrow());
        } else if (status == CrossoverEstimate.Status.BELOW && !(smallest.gap().low() > 1)) {
            again(smallest);
        } else if (status == CrossoverEstimate.Status.ABOVE && !(largest.gap().high() < 1)) {
            again(largest);
        }
        if (!isSharp(largest.gap(), Settings.of(run.header(), forward(largest).orElseThrow()))) {
            again(largest);
        }
    }

    private static boolean isSharp(Interval interval, Settings settings) {
        double factor = 1 + settings.precisionPercent() / 100.0;
        return interval.isKnown()
                && interval.high() <= factor * interval.estimate()
                && interval.low() * factor >= interval.estimate();
    }

    private void bracket(List<Gap> gaps, Interval at) {
        int above = 1;
        while (gaps.get(above - 1).gap().estimate() >= 1
                || gaps.get(above).gap().estimate() < 1) {
            above++;
        }
        Gap low = gaps.get(above - 1);
        Gap high = gaps.get(above);
        boolean neighbours = high.inputs() - low.inputs() == 1;
        if (!neighbours && (double) high.inputs() / low.inputs() > BRACKET_WITHIN) {
            between(low, high, at.estimate());
        } else if (!neighbours && !(at.high() <= CROSSOVER_WITHIN * at.low())) {
            again(low);
            again(high);
        }
    }

    private void between(Gap low, Gap high, double estimate) {
        double size = estimate;
        if (estimate < CLOSE * low.inputs()) {
            size = BEYOND * low.inputs();
        } else if (estimate * CLOSE > high.inputs()) {
            size = high.inputs() / BEYOND;
        }
        int inputs = (int) Math.max(low.inputs() + 1L, Math.min(high.inputs() - 1L, Math.round(size)));
        List<PlannedCell> pair = List.of(
                at(inputs, forward(high).orElseThrow()),
                at(inputs, reverse(high).orElseThrow()));
        if (!run.header().cells().containsAll(pair)) { // else it could not be measured
            pairs.add(pair);
        }
    }

    private static PlannedCell at(int inputs, PlannedCell cell) {
        return new PlannedCell(
                cell.workload(),
                inputs,
                cell.outputs(),
                cell.engine(),
                cell.technology(),
                cell.mode(),
                cell.tangentsPerPass(),
                cell.operator(),
                false,
                cell.settings(),
                cell.family());
    }

    /** Another fork of both, unless they have had many. */
    private void again(Gap gap) {
        PlannedCell forward = forward(gap).orElseThrow();
        PlannedCell reverse = reverse(gap).orElseThrow();
        int most = MOST_TIMES_THE_FORKS * Settings.of(run.header(), forward).forks();
        if (forks(forward) < most && forks(reverse) < most) {
            pairs.add(List.of(forward, reverse));
        }
    }

    private long forks(PlannedCell cell) {
        int index = run.header().cells().indexOf(cell);
        return run.forks().stream().filter(fork -> fork.cell() == index).count();
    }

    private Optional<PlannedCell> forward(Gap gap) {
        return gradient(gap, gap.forwardEngine());
    }

    private Optional<PlannedCell> reverse(Gap gap) {
        return gradient(gap, gap.reverseEngine());
    }

    private Optional<PlannedCell> gradient(Gap gap, String engine) {
        RunHeader header = run.header();
        return header.cells().stream()
                .filter(cell -> cell.operator() == Operator.GRADIENT
                        && cell.inputs() == gap.inputs()
                        && cell.workload().equals(gap.workload())
                        && cell.engine().equals(engine))
                .findFirst();
    }
}
