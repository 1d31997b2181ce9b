package dev.gradgap.compare;

import dev.gradgap.compare.FigureChange.Figure;
import dev.gradgap.results.Allocation;
import dev.gradgap.results.Cell;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.analysis.Analysis;
import dev.gradgap.results.analysis.ForkPairs;
import dev.gradgap.results.analysis.ForkTimes;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.statistics.ChangeEstimate;
import dev.gradgap.statistics.ChangeTest;
import dev.gradgap.statistics.ChangeTest.Decision;
import dev.gradgap.statistics.CrossCheck;
import dev.gradgap.statistics.SequentialTest.Finding;
import dev.gradgap.statistics.SequentialTest.Pairs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;

/** Compares two runs cell by cell; the same runs give the same comparison. */
public final class Comparer {

    private final ComparedRun base;
    private final ComparedRun head;
    private final ComparisonSettings settings;

    private Comparer(ComparedRun base, ComparedRun head, ComparisonSettings settings) {
        this.base = base;
        this.head = head;
        this.settings = settings;
    }

    /** A cell of one run: its plan, its row and its forks by round. */
    private record Side(PlannedCell plan, Cell row, SortedMap<Integer, ForkResult> forks) {}

    /**
     * Compares runs whose forks were interleaved in pairs: forks of one round are a pair.
     *
     * @param base measured together with {@code head}
     * @param head the same cells
     */
    public static Comparison together(ComparedRun base, ComparedRun head, ComparisonSettings settings) {
        return new Comparer(base, head, settings).compare(true);
    }

    /** Compares runs that were measured one after the other, so that what happened in between counts as a change. */
    public static Comparison apart(ComparedRun base, ComparedRun head, ComparisonSettings settings) {
        return new Comparer(base, head, settings).compare(false);
    }

    private Comparison compare(boolean together) {
        Map<CellKey, Side> before = sides(base);
        Map<CellKey, Side> after = sides(head);
        List<CellKey> compared = after.keySet().stream()
                .filter(key -> problem(before.get(key), after.get(key)).isEmpty())
                .toList();
        List<Optional<Finding>> findings =
                together ? together(compared, before, after) : apart(compared, before, after);
        Map<CellKey, CellComparison> results = new HashMap<>();
        for (int i = 0; i < compared.size(); i++) {
            Side then = before.get(compared.get(i));
            Side now = after.get(compared.get(i));
            long seed = settings.seed() + i;
            Optional<CrossCheck> check = findings.get(i).map(finding -> check(then, now, together, finding, seed));
            results.put(compared.get(i), compared(then, now, findings.get(i), check));
        }
        List<CellComparison> cells = new ArrayList<>();
        after.forEach((key, side) ->
                cells.add(results.containsKey(key) ? results.get(key) : notCompared(before.get(key), side)));
        before.forEach((key, side) -> {
            if (!after.containsKey(key)) {
                cells.add(notCompared(side, null));
            }
        });
        return new Comparison(base.label(), head.label(), together, settings, cells);
    }

    private static Map<CellKey, Side> sides(ComparedRun run) {
        Map<CellKey, Cell> rows = new LinkedHashMap<>();
        for (Cell row : Analysis.of(run.run()).cells()) {
            rows.merge(row.key(), row, Cell::wholeBeforeSampled);
        }
        List<SortedMap<Integer, ForkResult>> forks = ForkTimes.usable(run.run());
        Map<CellKey, Side> sides = new LinkedHashMap<>();
        List<PlannedCell> plan = run.run().header().cells();
        for (int i = 0; i < plan.size(); i++) {
            CellKey key = plan.get(i).key();
            sides.put(key, new Side(plan.get(i), rows.get(key), forks.get(i)));
        }
        return sides;
    }

    /** Why two sides cannot be compared; empty if they can. */
    private static Optional<String> problem(Side before, Side after) {
        if (before == null || after == null) {
            return Optional.of("only in " + (before == null ? "head" : "base"));
        }
        if (before.row().status() != Status.OK) {
            return Optional.of("base: " + failure(before));
        }
        if (after.row().status() != Status.OK) {
            return Optional.of("head: " + failure(after));
        }
        Optional<Method> then = before.row().method();
        Optional<Method> now = after.row().method();
        return then.equals(now)
                ? Optional.empty()
                : Optional.of("base was " + then.orElseThrow().label() + ", head "
                        + now.orElseThrow().label());
    }

    private static String failure(Side side) {
        return side.row().status().label() + ": " + side.row().reason();
    }

    private static CellComparison notCompared(Side before, Side after) {
        boolean broken = before != null
                && before.row().status() == Status.OK
                && after != null
                && (after.row().status() == Status.FAILED || after.row().status() == Status.UNVERIFIED);
        return new CellComparison(
                (after == null ? before : after).plan(),
                time(before),
                time(after),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                problem(before, after).orElseThrow(),
                broken);
    }

    private static Optional<Double> time(Side side) {
        return side == null ? Optional.empty() : side.row().time().map(time -> time.estimate());
    }

    private static CrossCheck check(Side before, Side after, boolean together, Finding finding, long seed) {
        return together
                ? pairs(before, after).crossCheck(finding.estimate().pairs(), seed)
                : CrossCheck.unpaired(values(before), values(after), seed);
    }

    private static CellComparison compared(
            Side before, Side after, Optional<Finding> finding, Optional<CrossCheck> check) {
        List<FigureChange> figures = new ArrayList<>();
        add(
                figures,
                Figure.PASSES,
                number(before.row().passes()),
                number(after.row().passes()));
        add(
                figures,
                Figure.TAPE_BYTES,
                number(before.row().memory().tapeBytes()),
                number(after.row().memory().tapeBytes()));
        allocation(before, after).ifPresent(figures::add);
        add(
                figures,
                Figure.OPERATIONS,
                number(before.row().operations()),
                number(after.row().operations()));
        return new CellComparison(after.plan(), time(before), time(after), finding, check, figures, "", false);
    }

    private static Optional<FigureChange> allocation(Side before, Side after) {
        Optional<Allocation> base = allocation(before);
        Optional<Allocation> head = allocation(after);
        if (base.isEmpty() || head.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FigureChange(
                Figure.ALLOC_BYTES,
                before.row().memory().allocBytes().orElseThrow(),
                after.row().memory().allocBytes().orElseThrow(),
                head.get().isDistinctFrom(base.get())));
    }

    /** Unknown if the row knows none. */
    private static Optional<Allocation> allocation(Side side) {
        return side.row().memory().allocBytes().isEmpty()
                ? Optional.empty()
                : ForkTimes.allocation(side.forks().values());
    }

    private static void add(List<FigureChange> figures, Figure figure, OptionalDouble before, OptionalDouble after) {
        if (before.isPresent() && after.isPresent()) {
            figures.add(new FigureChange(figure, before.getAsDouble(), after.getAsDouble()));
        }
    }

    private static OptionalDouble number(OptionalLong value) {
        return value.isPresent() ? OptionalDouble.of((double) value.getAsLong()) : OptionalDouble.empty();
    }

    private static Pairs pairs(Side before, Side after) {
        ForkPairs pairs = ForkPairs.of(before.forks(), after.forks());
        return new Pairs(pairs.base(), pairs.head());
    }

    private List<Optional<Finding>> together(List<CellKey> keys, Map<CellKey, Side> before, Map<CellKey, Side> after) {
        return settings.test()
                .findings(keys.stream()
                        .map(key -> pairs(before.get(key), after.get(key)))
                        .toList());
    }

    private List<Optional<Finding>> apart(List<CellKey> keys, Map<CellKey, Side> before, Map<CellKey, Side> after) {
        Map<CellKey, ChangeEstimate> estimates = new LinkedHashMap<>();
        for (CellKey key : keys) {
            double[] then = values(before.get(key));
            double[] now = values(after.get(key));
            if (Math.min(then.length, now.length) >= 2) {
                estimates.put(key, ChangeEstimate.unpaired(then, now));
            }
        }
        Iterator<Decision> decisions = new ChangeTest(settings.gate())
                .decide(List.copyOf(estimates.values()), settings.alpha())
                .iterator();
        return keys.stream()
                .map(key -> Optional.ofNullable(estimates.get(key))
                        .map(estimate -> new Finding(estimate, decisions.next(), 0)))
                .toList();
    }

    private static double[] values(Side side) {
        return side.forks().values().stream().mapToDouble(ForkTimes::of).toArray();
    }
}
