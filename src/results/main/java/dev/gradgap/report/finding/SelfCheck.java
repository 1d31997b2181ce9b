package dev.gradgap.report.finding;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Gap;
import dev.gradgap.results.RunResults;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Cells whose figures cannot be true of warm code on an undisturbed machine, because theory, or the same engine at another
 * size, says otherwise. They are named under the verdict and are no part of it.
 *
 * <ul>
 *   <li>A gradient of generated or hand-written code costs a few primals (Griewank and Walther, sec. 4.4: 4 to 5).
 *   <li>The gap grows with the number of inputs.
 *   <li>An operation takes about as long at one size as at the next; from one cache to the next several times as long, not more.
 * </ul>
 */
final class SelfCheck {

    /** Twice the dearest bound, for what a bound in operations leaves out. */
    private static final double DEAREST = 2 * Theory.BOUND_HIGH;

    private static final double MOST_APART = 10;

    /** Below it a call costs as much as what it does. */
    private static final int SMALLEST = GapFit.FROM;

    private final Set<String> severalOutputs;
    private final List<Doubt> doubts = new ArrayList<>();

    /**
     * A cell, all derivatives or a primal, that is in doubt.
     *
     * @param why in words, for a list of doubts
     */
    record Doubt(String workload, int inputs, String engine, String why) {}

    private SelfCheck(RunResults results) {
        severalOutputs = results.cells().stream()
                .filter(cell -> cell.outputs() > 1)
                .map(Cell::workload)
                .collect(Collectors.toSet());
    }

    /** Every reason for doubt; one may put several cells in doubt. */
    static List<Doubt> doubts(RunResults results) {
        SelfCheck check = new SelfCheck(results);
        results.cells().forEach(check::costRatio);
        check.neighbours(
                results.gaps().stream()
                        .filter(gap -> gap.passes() == gap.inputs() && gap.hasOperations())
                        .toList(),
                gap -> List.of(gap.workload(), gap.forwardEngine(), gap.reverseEngine()),
                Gap::inputs,
                check::growingGap);
        check.neighbours(
                results.cells().stream().filter(SelfCheck::hasSpeed).toList(),
                cell -> List.of(cell.workload(), cell.engine(), cell.operator(), cell.method()),
                Cell::inputs,
                check::evenSpeed);
        return check.doubts.stream()
                .filter(doubt -> !check.severalOutputs.contains(doubt.workload))
                .toList();
    }

    /** The results without what is in doubt, and without what follows from it. */
    static RunResults withoutDoubtful(RunResults results) {
        Doubtful doubtful = Doubtful.of(doubts(results));
        List<Gap> gaps = results.gaps().stream()
                .filter(gap -> !doubtful.isAt(gap.workload(), gap.inputs(), gap.forwardEngine(), gap.reverseEngine()))
                .toList();
        return new RunResults(
                results.cells().stream()
                        .filter(cell -> !doubtful.isAt(cell.workload(), cell.inputs(), cell.engine()))
                        .toList(),
                gaps,
                results.crossovers().stream()
                        .filter(crossover -> !doubtful.isAnywhere(
                                crossover.workload(), crossover.forwardEngine(), crossover.reverseEngine()))
                        .toList(),
                results.scalings().stream()
                        .filter(scaling -> !doubtful.isAnywhere(scaling.workload(), scaling.engine()))
                        .toList(),
                results.breakEvens().stream()
                        .filter(breakEven -> !doubtful.isAt(
                                breakEven.workload(), breakEven.inputs(), breakEven.engine(), breakEven.rival()))
                        .toList(),
                results.costRatios().stream()
                        .filter(scaling -> !doubtful.isAnywhere(scaling.workload(), scaling.engine()))
                        .toList());
    }

    /** Where there are doubts: by workload, size and engine, and by workload and engine. */
    private record Doubtful(Set<List<Object>> sizes, Set<List<Object>> engines) {

        static Doubtful of(List<Doubt> doubts) {
            return new Doubtful(
                    doubts.stream()
                            .map(doubt -> List.<Object>of(doubt.workload, doubt.inputs, doubt.engine))
                            .collect(Collectors.toSet()),
                    doubts.stream()
                            .map(doubt -> List.<Object>of(doubt.workload, doubt.engine))
                            .collect(Collectors.toSet()));
        }

        /** Whether one of some engines is doubtful on a workload at a size. */
        boolean isAt(String workload, int inputs, String... names) {
            return Arrays.stream(names).anyMatch(name -> sizes.contains(List.<Object>of(workload, inputs, name)));
        }

        /** Whether one of some engines is doubtful on a workload at any size. */
        boolean isAnywhere(String workload, String... names) {
            return Arrays.stream(names).anyMatch(name -> engines.contains(List.<Object>of(workload, name)));
        }
    }

    private void costRatio(Cell cell) {
        boolean nearTheFunction = cell.technology() == Technology.COMPILED || cell.technology() == Technology.REFERENCE;
        if (nearTheFunction
                && cell.mode() == Mode.REVERSE
                && cell.operator() == Operator.GRADIENT
                && cell.inputs() >= SMALLEST
                && cell.timing().ratioToPrimal().orElse(0) > DEAREST) {
            doubts.add(new Doubt(
                    cell.workload(),
                    cell.inputs(),
                    cell.engine(),
                    name(cell) + " costs "
                            + Numbers.plain(cell.timing().ratioToPrimal().getAsDouble())
                            + " primals, where theory has 4 to 5"));
        }
    }

    private static boolean hasSpeed(Cell cell) {
        return cell.inputs() >= SMALLEST
                && cell.timing().nsPerOperation().isPresent()
                && (cell.operator() == Operator.PRIMAL || cell.operator() == Operator.GRADIENT);
    }

    /** Calls with the neighbouring sizes, the smaller first, of each group of rows. */
    private <T> void neighbours(
            List<T> rows, Function<T, Object> group, Function<T, Integer> inputs, BiConsumer<T, T> check) {
        Map<Object, List<T>> groups =
                rows.stream().collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()));
        for (List<T> ofOne : groups.values()) {
            List<T> growing =
                    ofOne.stream().sorted(Comparator.comparing(inputs)).toList();
            for (int k = 1; k < growing.size(); k++) {
                check.accept(growing.get(k - 1), growing.get(k));
            }
        }
    }

    private void growingGap(Gap smaller, Gap larger) {
        if (larger.gap().high() < smaller.gap().low()) {
            String why = "the gap of " + larger.forwardEngine() + " and " + larger.reverseEngine() + " on "
                    + larger.workload() + " falls from " + Numbers.interval(smaller.gap()) + " with "
                    + Numbers.size(smaller.inputs()) + " inputs to " + Numbers.interval(larger.gap()) + " with "
                    + Numbers.size(larger.inputs());
            for (Gap gap : List.of(smaller, larger)) {
                doubts.add(new Doubt(gap.workload(), gap.inputs(), gap.forwardEngine(), why));
                doubts.add(new Doubt(gap.workload(), gap.inputs(), gap.reverseEngine(), why));
            }
        }
    }

    private void evenSpeed(Cell smaller, Cell larger) {
        double before = nsOfAnOperation(smaller);
        double after = nsOfAnOperation(larger);
        if (Math.max(before, after) > MOST_APART * Math.min(before, after)) {
            Cell slower = before > after ? smaller : larger;
            Cell faster = before > after ? larger : smaller;
            doubts.add(new Doubt(
                    slower.workload(),
                    slower.inputs(),
                    slower.engine(),
                    name(slower) + " takes " + Numbers.plain(Math.max(before, after)) + " ns an operation, where "
                            + Numbers.size(faster.inputs()) + " inputs take "
                            + Numbers.plain(Math.min(before, after))));
        }
    }

    /** Of one pass. */
    private static double nsOfAnOperation(Cell cell) {
        double passes = cell.mode() == Mode.FORWARD && cell.operator() == Operator.GRADIENT
                ? cell.passes().orElse(1)
                : 1;
        return cell.timing().nsPerOperation().getAsDouble() / passes;
    }

    private static String name(Cell cell) {
        return cell.engine() + " " + cell.operator().label() + " on " + cell.workload() + " with "
                + Numbers.size(cell.inputs()) + " inputs";
    }
}
