package dev.gradgap.compare;

import static dev.gradgap.results.file.CsvColumn.number;
import static dev.gradgap.results.file.CsvColumn.optionalNumber;
import static dev.gradgap.results.file.CsvColumn.text;
import static dev.gradgap.results.file.CsvColumn.whole;

import dev.gradgap.compare.FigureChange.Figure;
import dev.gradgap.results.file.AtomicFile;
import dev.gradgap.results.file.CsvColumn;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.results.file.PrettyJson;
import dev.gradgap.statistics.CrossCheck;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.SequentialTest.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The files of a comparison; the same comparison gives the same bytes. */
public final class ComparisonFiles {

    public static final String MARKDOWN = "comparison.md";
    public static final String JSON = "comparison.json";
    public static final String CSV = "comparison.csv";

    /** For github-action-benchmark with the tool customSmallerIsBetter. */
    public static final String DASHBOARD = "smaller-is-better.json";

    private ComparisonFiles() {}

    /**
     * Writes all files, each whole or not at all.
     *
     * @throws java.io.UncheckedIOException naming the file and the cause in one line
     */
    public static void write(Path directory, Comparison comparison) {
        AtomicFile.write(directory.resolve(MARKDOWN), ComparisonMarkdown.of(comparison));
        PrettyJson.write(directory.resolve(JSON), json(comparison));
        CsvTable.write(directory.resolve(CSV), columns(), comparison.cells());
        PrettyJson.write(directory.resolve(DASHBOARD), dashboard(comparison));
    }

    private static List<CsvColumn<CellComparison>> columns() {
        List<CsvColumn<CellComparison>> columns = new ArrayList<>(List.of(
                text("workload", cell -> cell.cell().workload()),
                whole("inputs", cell -> cell.cell().inputs()),
                text("engine", cell -> cell.cell().engine()),
                text("operator", cell -> cell.cell().operator().label()),
                text("verdict", cell -> cell.reason().isEmpty() ? ComparisonTable.label(cell.verdict()) : ""),
                optionalNumber("base_ns", cell -> optional(cell.base())),
                optionalNumber("head_ns", cell -> optional(cell.head())),
                ofTime("ratio", found -> found.estimate().ratio()),
                ofTime("ratio_lo", found -> found.decision().interval().low()),
                ofTime("ratio_hi", found -> found.decision().interval().high()),
                whole("pairs", cell -> cell.time()
                        .map(found -> found.estimate().pairs())
                        .orElse(0)),
                ofTime("p", found -> found.estimate().pValue()),
                ofTime("p_adjusted", found -> found.decision().adjustedPValue()),
                ofCheck("p_rank", CrossCheck::rankPValue),
                ofCheck("bootstrap_lo", check -> check.bootstrap().low()),
                ofCheck("bootstrap_hi", check -> check.bootstrap().high()),
                ofTime("deviation", found -> found.estimate().deviation()),
                text("pairs_to_settle", cell -> cell.time()
                        .flatMap(found -> found.decision().pairsToSettle().stream()
                                .mapToObj(Integer::toString)
                                .findFirst())
                        .orElse(""))));
        List.of(Figure.PASSES, Figure.TAPE_BYTES, Figure.ALLOC_BYTES).forEach(figure -> add(columns, figure));
        columns.add(text("reason", CellComparison::reason));
        add(columns, Figure.OPERATIONS);
        return columns;
    }

    private static void add(List<CsvColumn<CellComparison>> columns, Figure figure) {
        columns.add(ofFigure(figure.label() + "_base", figure, FigureChange::base));
        columns.add(ofFigure(figure.label() + "_head", figure, FigureChange::head));
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static CsvColumn<CellComparison> ofTime(String name, ToDoubleFunction<Finding> value) {
        return number(
                name,
                cell -> cell.time().isPresent()
                        ? value.applyAsDouble(cell.time().get())
                        : Double.NaN);
    }

    private static CsvColumn<CellComparison> ofCheck(String name, ToDoubleFunction<CrossCheck> value) {
        return number(
                name,
                cell -> cell.check().isPresent()
                        ? value.applyAsDouble(cell.check().get())
                        : Double.NaN);
    }

    private static CsvColumn<CellComparison> ofFigure(
            String name, Figure figure, ToDoubleFunction<FigureChange> value) {
        return number(name, cell -> cell.figures().stream()
                .filter(change -> change.figure() == figure)
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN));
    }

    private static Map<String, Object> json(Comparison comparison) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", 1);
        json.put("verdict", ComparisonTable.label(comparison.verdict()));
        json.put("base", comparison.base());
        json.put("head", comparison.head());
        json.put("measured_together", comparison.together());
        json.put("alpha", comparison.settings().alpha());
        json.put("gate", comparison.settings().gate());
        json.put("pairs", comparison.settings().pairs());
        json.put("most_pairs", comparison.settings().mostPairs());
        json.put("seed", comparison.settings().seed());
        json.put("cells", comparison.cells().stream().map(ComparisonFiles::json).toList());
        return json;
    }

    private static Map<String, Object> json(CellComparison cell) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("workload", cell.cell().workload());
        json.put("inputs", cell.cell().inputs());
        json.put("engine", cell.cell().engine());
        json.put("operator", cell.cell().operator().label());
        if (!cell.reason().isEmpty()) {
            json.put("not_compared", cell.reason());
            return json;
        }
        json.put("verdict", ComparisonTable.label(cell.verdict()));
        cell.base().ifPresent(time -> json.put("base_ns", time));
        cell.head().ifPresent(time -> json.put("head_ns", time));
        cell.time().ifPresent(found -> {
            Map<String, Object> time = new LinkedHashMap<>();
            time.put("verdict", ComparisonTable.label(found.decision().verdict()));
            time.put("ratio", found.estimate().ratio());
            time.put("interval", bounds(found.decision().interval()));
            time.put("pairs", found.estimate().pairs());
            time.put("p", found.estimate().pValue());
            time.put("p_adjusted", found.decision().adjustedPValue());
            cell.check().ifPresent(check -> {
                time.put("p_rank", check.rankPValue());
                time.put("bootstrap_95", bounds(check.bootstrap()));
            });
            time.put("deviation", found.estimate().deviation());
            found.decision().pairsToSettle().ifPresent(pairs -> time.put("pairs_to_settle", pairs));
            json.put("time", time);
        });
        cell.figures().forEach(change -> {
            Map<String, Object> figure = new LinkedHashMap<>();
            figure.put("verdict", ComparisonTable.label(change.verdict()));
            figure.put("base", change.base());
            figure.put("head", change.head());
            json.put(change.figure().label(), figure);
        });
        return json;
    }

    private static List<Double> bounds(Interval interval) {
        return List.of(interval.low(), interval.high());
    }

    private static List<Map<String, Object>> dashboard(Comparison comparison) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (CellComparison cell : comparison.cells()) {
            cell.head().ifPresent(time -> {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("name", ComparisonTable.name(cell.cell()));
                entry.put("unit", "ns");
                entry.put("value", time);
                cell.time().ifPresent(found -> {
                    entry.put("range", "± " + halfWidth(found));
                    entry.put(
                            "extra",
                            "against base "
                                    + ComparisonTable.percent(found.estimate().ratio()));
                });
                entries.add(entry);
            });
        }
        return entries;
    }

    private static String halfWidth(Finding found) {
        Interval bounds = found.decision().interval();
        double share = (bounds.high() - bounds.low()) / 2 / found.estimate().ratio();
        return ComparisonTable.percent(1 + share).substring(1);
    }
}
