package dev.gradgap.compare;

import static dev.gradgap.results.file.CsvColumn.number;
import static dev.gradgap.results.file.CsvColumn.text;
import static dev.gradgap.results.file.CsvColumn.whole;

import dev.gradgap.compare.Calibration.NotCalibrated;
import dev.gradgap.compare.FigureChange.Figure;
import dev.gradgap.results.file.AtomicFile;
import dev.gradgap.results.file.CsvColumn;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.results.file.PrettyJson;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.Proportion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The files of a calibration; the same calibration gives the same bytes. */
public final class CalibrationFiles {

    public static final String MARKDOWN = "calibration.md";
    public static final String JSON = "calibration.json";
    public static final String CSV = "calibration.csv";

    private static final List<Integer> CSV_PAIRS = List.of(10, 20, 40);

    private CalibrationFiles() {}

    /**
     * Writes all files, each whole or not at all.
     *
     * @throws java.io.UncheckedIOException naming the file and the cause in one line
     */
    public static void write(Path directory, Calibration calibration) {
        AtomicFile.write(directory.resolve(MARKDOWN), CalibrationMarkdown.of(calibration));
        PrettyJson.write(directory.resolve(JSON), json(calibration));
        CsvTable.write(directory.resolve(CSV), columns(calibration), rows(calibration));
    }

    /** A line of the table: every planned cell has one. */
    private record Row(PlannedCell cell, Optional<CellCalibration> found, String reason) {}

    private static List<Row> rows(Calibration calibration) {
        Stream<Row> found = calibration.cells().stream()
                .map(cell -> new Row(cell.cell(), Optional.of(cell), CalibrationTable.why(cell)));
        Stream<Row> not =
                calibration.notCalibrated().stream().map(cell -> new Row(cell.cell(), Optional.empty(), cell.reason()));
        return Stream.concat(found, not).toList();
    }

    private static List<CsvColumn<Row>> columns(Calibration calibration) {
        List<CsvColumn<Row>> columns = new ArrayList<>(List.of(
                text("workload", row -> row.cell().workload()),
                whole("inputs", row -> row.cell().inputs()),
                text("engine", row -> row.cell().engine()),
                text("operator", row -> row.cell().operator().label()),
                text("gateable", row -> row.found()
                        .map(cell -> Boolean.toString(cell.isGateable()))
                        .orElse("")),
                known("time_ns", CellCalibration::timeNs),
                whole("pairs", row -> row.found().map(CellCalibration::pairs).orElse(0)),
                known("deviation", CellCalibration::deviation),
                known("drift", CellCalibration::drift),
                whole("comparisons", row -> row.found().isPresent() ? calibration.comparisons() : 0)));
        columns.addAll(counts("uncorrected", CellCalibration::uncorrected));
        columns.addAll(counts("regressions", CellCalibration::regressions));
        columns.addAll(counts("changes", CellCalibration::changes));
        columns.add(known(
                "findable",
                cell -> calibration.smallestFindable(
                        cell, calibration.settings().pairs())));
        for (int pairs : CSV_PAIRS) {
            columns.add(known("findable_" + pairs, cell -> calibration.smallestFindable(cell, pairs)));
        }
        columns.add(text(
                "cause", row -> row.found().flatMap(CalibrationTable::label).orElse("")));
        columns.add(text("reason", Row::reason));
        return columns;
    }

    private static CsvColumn<Row> known(String name, ToDoubleFunction<CellCalibration> value) {
        return number(
                name,
                row -> row.found().isPresent() ? value.applyAsDouble(row.found().get()) : Double.NaN);
    }

    private static List<CsvColumn<Row>> counts(String name, Function<CellCalibration, Proportion> value) {
        return List.of(
                text(name, row -> row.found()
                        .map(cell -> Integer.toString(value.apply(cell).count()))
                        .orElse("")),
                known(name + "_lo", cell -> interval(value.apply(cell)).low()),
                known(name + "_hi", cell -> interval(value.apply(cell)).high()));
    }

    private static Interval interval(Proportion share) {
        return share.interval(CalibrationTable.INTERVAL_ALPHA);
    }

    private static Map<String, Object> json(Calibration calibration) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", 1);
        json.put("jar", calibration.jar());
        json.put("alpha", calibration.settings().alpha());
        json.put("gate", calibration.settings().gate());
        json.put("pairs", calibration.settings().pairs());
        json.put("seed", calibration.settings().seed());
        json.put("planned_comparisons", calibration.planned());
        json.put("comparisons", calibration.comparisons());
        json.put("regressions", json(calibration.regressions()));
        json.put("changes", json(calibration.changes()));
        json.put(
                "cells",
                calibration.cells().stream()
                        .map(cell -> json(calibration, cell))
                        .toList());
        json.put(
                "not_calibrated",
                calibration.notCalibrated().stream().map(CalibrationFiles::json).toList());
        return json;
    }

    private static Map<String, Object> json(Calibration calibration, CellCalibration cell) {
        Map<String, Object> json = name(cell.cell());
        json.put("gateable", cell.isGateable());
        json.put("time_ns", cell.timeNs());
        json.put("pairs", cell.pairs());
        json.put("deviation", cell.deviation());
        json.put("drift", cell.drift());
        json.put("uncorrected", json(cell.uncorrected()));
        json.put("regressions", json(cell.regressions()));
        json.put("changes", json(cell.changes()));
        Map<String, Object> findable = new LinkedHashMap<>();
        for (int pairs : calibration.pairCounts()) {
            double slowdown = calibration.smallestFindable(cell, pairs);
            if (Double.isFinite(slowdown)) {
                findable.put(Integer.toString(pairs), slowdown);
            }
        }
        json.put("findable_by_pairs", findable);
        if (!cell.unsteady().isEmpty()) {
            json.put("unsteady", cell.unsteady().stream().map(Figure::label).toList());
        }
        CalibrationTable.label(cell).ifPresent(label -> json.put("cause", label));
        if (!cell.isGateable()) {
            json.put("reason", CalibrationTable.why(cell));
        }
        return json;
    }

    private static Map<String, Object> json(NotCalibrated cell) {
        Map<String, Object> json = name(cell.cell());
        json.put("reason", cell.reason());
        return json;
    }

    private static Map<String, Object> name(PlannedCell cell) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("workload", cell.workload());
        json.put("inputs", cell.inputs());
        json.put("engine", cell.engine());
        json.put("operator", cell.operator().label());
        return json;
    }

    private static Map<String, Object> json(Proportion share) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", share.count());
        json.put("interval_95", List.of(interval(share).low(), interval(share).high()));
        return json;
    }
}
