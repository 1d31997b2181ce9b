package dev.gradgap.compare;

import dev.gradgap.results.Cell;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Method;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.TimedCell;
import dev.gradgap.results.analysis.ForkDisagreement;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two runs that say different things of one cell, or of one gap: their 95 % intervals have nothing in common, and the
 * estimates differ by a factor of {@link ForkDisagreement#FACTOR} or more. One of the two, or both, should not be quoted.
 *
 * @param what the cell, or the pair of engines
 * @param first what the first of the runs says
 * @param isTime whether it is a time in nanoseconds, and not a gap
 */
public record Contradiction(String what, Interval first, Interval second, boolean isTime) {

    /** How many times the larger figure is the smaller. */
    public double factor() {
        double ratio = first.estimate() / second.estimate();
        return Math.max(ratio, 1 / ratio);
    }

    /** What two runs have in common, and where they contradict each other, the worst first. */
    public record Agreement(int compared, List<Contradiction> contradictions) {}

    /**
     * Compares what both runs say. What has no interval in one of them, since it has one fork, cannot contradict.
     *
     * @param second of cells and gaps that the first has, and others
     */
    public static Agreement between(RunResults first, RunResults second) {
        Map<TimedCell, Interval> times = times(second);
        Map<Pair, Interval> gaps = gaps(second);
        List<Contradiction> common = new ArrayList<>();
        times(first).forEach((cell, time) -> {
            if (times.containsKey(cell)) {
                common.add(new Contradiction(inWords(cell), time, times.get(cell), true));
            }
        });
        gaps(first).forEach((pair, gap) -> {
            if (gaps.containsKey(pair)) {
                common.add(new Contradiction(pair.inWords(), gap, gaps.get(pair), false));
            }
        });
        return new Agreement(
                common.size(),
                common.stream()
                        .filter(Contradiction::isOne)
                        .sorted(Comparator.comparingDouble(Contradiction::factor)
                                .reversed())
                        .toList());
    }

    private boolean isOne() {
        boolean apart = first.high() < second.low() || second.high() < first.low();
        return apart && factor() >= ForkDisagreement.FACTOR;
    }

    private static String inWords(TimedCell timed) {
        CellKey cell = timed.cell();
        return cell.engine() + " " + cell.operator().label() + " on " + cell.workload() + " with " + cell.inputs()
                + (timed.method() == Method.SAMPLED ? " (sampled)" : "");
    }

    private static Map<TimedCell, Interval> times(RunResults run) {
        Map<TimedCell, Interval> times = new LinkedHashMap<>();
        for (Cell cell : run.cells()) {
            cell.time()
                    .filter(Interval::isKnown)
                    .ifPresent(time -> times.put(
                            new TimedCell(cell.key(), cell.isSampled() ? Method.SAMPLED : Method.MEASURED), time));
        }
        return times;
    }

    private static Map<Pair, Interval> gaps(RunResults run) {
        Map<Pair, Interval> gaps = new LinkedHashMap<>();
        for (Gap gap : run.gaps()) {
            if (gap.gap().isKnown()) {
                gaps.put(new Pair(gap.workload(), gap.inputs(), gap.forwardEngine(), gap.reverseEngine()), gap.gap());
            }
        }
        return gaps;
    }

    private record Pair(String workload, int inputs, String forward, String reverse) {

        String inWords() {
            return "gap of " + forward + " over " + reverse + " on " + workload + " with " + inputs;
        }
    }
}
