package dev.gradgap.report.table;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.results.Cell;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Tables of one figure for each engine, size and workload, with the geometric mean over the workloads. */
final class Comparisons {

    private static final String INTERPRETER = "interpreter-reverse";

    /** Where passes are compared from: below it the fixed cost of a call is a large part of a pass. */
    private static final int PASSES_FROM = 1000;

    private final List<Cell> cells;

    private Comparisons(RunResults results) {
        cells = results.cells().stream()
                .filter(cell -> cell.status() == Status.OK)
                .toList();
    }

    /** The tables, without those that would have no row. */
    static List<Table> of(RunResults results) {
        Comparisons comparisons = new Comparisons(results);
        List<Table> tables = new ArrayList<>();
        comparisons
                .table(
                        "Reverse gradient (of several outputs: pullback) over the hand-written adjoint",
                        Comparisons::overAdjoint)
                .ifPresent(tables::add);
        comparisons
                .table(
                        "Reverse gradient (of several outputs: pullback) over that of a plain interpreter",
                        comparisons::overInterpreter)
                .ifPresent(tables::add);
        comparisons
                .table("One forward pass over a primal", Comparisons::passOverPrimal)
                .ifPresent(tables::add);
        comparisons
                .table("One derivative by forward mode over a primal", Comparisons::derivativeOverPrimal)
                .ifPresent(tables::add);
        comparisons
                .table("Preparation: nanoseconds per operation", Comparisons::preparation)
                .ifPresent(tables::add);
        return tables;
    }

    private static OptionalDouble overAdjoint(Cell cell) {
        boolean compared = isGradient(cell, Mode.REVERSE) && !cell.engine().startsWith("reference-");
        return compared ? cell.timing().ratioToAdjoint() : OptionalDouble.empty();
    }

    private OptionalDouble overInterpreter(Cell cell) {
        if (!isGradient(cell, Mode.REVERSE) || cell.engine().equals(INTERPRETER)) {
            return OptionalDouble.empty();
        }
        return cells.stream()
                .filter(other -> isGradient(other, Mode.REVERSE)
                        && other.engine().equals(INTERPRETER)
                        && other.workload().equals(cell.workload())
                        && other.inputs() == cell.inputs())
                .mapToDouble(other -> nanoseconds(cell) / nanoseconds(other))
                .findFirst();
    }

    private static OptionalDouble passOverPrimal(Cell cell) {
        return isForwardPass(cell) && cell.passes().isPresent()
                ? OptionalDouble.of(cell.timing().ratioToPrimal().getAsDouble()
                        / cell.passes().getAsLong())
                : OptionalDouble.empty();
    }

    private static OptionalDouble derivativeOverPrimal(Cell cell) {
        return isForwardPass(cell)
                ? OptionalDouble.of(cell.timing().ratioToPrimal().getAsDouble() / cell.inputs())
                : OptionalDouble.empty();
    }

    private static OptionalDouble preparation(Cell cell) {
        return cell.operator() == Operator.PREPARE ? cell.timing().nsPerOperation() : OptionalDouble.empty();
    }

    private static boolean isForwardPass(Cell cell) {
        return isGradient(cell, Mode.FORWARD)
                && cell.inputs() >= PASSES_FROM
                && cell.timing().ratioToPrimal().isPresent();
    }

    /** A gradient, or what corresponds to it where there are several outputs: one reverse sweep. */
    private static boolean isGradient(Cell cell, Mode mode) {
        boolean sweep = mode == Mode.REVERSE && cell.outputs() > 1 && cell.operator() == Operator.PULLBACK;
        return cell.mode() == mode && (cell.operator() == Operator.GRADIENT || sweep);
    }

    private static double nanoseconds(Cell cell) {
        return cell.time().map(Interval::estimate).orElse(Double.NaN);
    }

    private Optional<Table> table(String title, Function<Cell, OptionalDouble> figure) {
        Map<Line, Map<String, Cell>> lines = new LinkedHashMap<>();
        Map<Cell, Double> figures = new HashMap<>();
        for (Cell cell : cells) {
            OptionalDouble value = figure.apply(cell);
            if (value.isPresent() && value.getAsDouble() > 0) {
                figures.put(cell, value.getAsDouble());
                lines.computeIfAbsent(new Line(cell.engine(), cell.inputs()), line -> new HashMap<>())
                        .merge(cell.workload(), cell, Cell::wholeBeforeSampled);
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<String> workloads =
                figures.keySet().stream().map(Cell::workload).distinct().toList();
        List<String> inPlannedOrder = cells.stream()
                .map(Cell::workload)
                .distinct()
                .filter(workloads::contains)
                .toList();
        List<String> header = new ArrayList<>(List.of("engine", "inputs"));
        header.addAll(inPlannedOrder);
        header.add("geometric mean");
        header.add("");
        List<List<String>> rows = lines.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(line -> row(line.getKey(), line.getValue(), figures, inPlannedOrder))
                .toList();
        return Optional.of(new Table(title, header, rows));
    }

    private static List<String> row(
            Line line, Map<String, Cell> byWorkload, Map<Cell, Double> figures, List<String> workloads) {
        List<String> row = new ArrayList<>(List.of(line.engine, Integer.toString(line.inputs)));
        for (String workload : workloads) {
            row.add(byWorkload.containsKey(workload) ? Numbers.plain(figures.get(byWorkload.get(workload))) : "");
        }
        double[] all =
                byWorkload.values().stream().mapToDouble(figures::get).sorted().toArray();
        row.add(Numbers.plain(ForkStatistics.geometricMean(all))
                + (all.length < workloads.size() ? " (of " + all.length + ")" : ""));
        long sampled = byWorkload.values().stream().filter(Cell::isSampled).count();
        row.add(sampled == 0 ? "measured" : sampled == all.length ? "sampled" : "sampled on " + sampled);
        return row;
    }

    private record Line(String engine, int inputs) implements Comparable<Line> {

        private static final Comparator<Line> ORDER =
                Comparator.comparing(Line::engine).thenComparingInt(Line::inputs);

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }
    }
}
