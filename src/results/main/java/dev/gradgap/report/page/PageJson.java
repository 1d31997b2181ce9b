package dev.gradgap.report.page;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gradgap.engine.Mode;
import dev.gradgap.report.chart.Chart;
import dev.gradgap.report.chart.Chart.Mark;
import dev.gradgap.report.chart.Chart.Series;
import dev.gradgap.report.finding.DataPoint;
import dev.gradgap.report.finding.JacobianMap;
import dev.gradgap.report.finding.Ranking;
import dev.gradgap.results.Method;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** What report.js draws, as JSON that may stand inside of HTML. */
final class PageJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final MathContext DIGITS = new MathContext(9);

    private PageJson() {}

    /** The charts and what can be chosen. */
    static String of(List<Chart> charts, PageChoices choices, List<Ranking> rankings, List<JacobianMap> maps) {
        ObjectNode page = MAPPER.createObjectNode();
        ArrayNode families = page.putArray("families");
        choices.families().forEach(families::add);
        ArrayNode engines = page.putArray("engines");
        choices.engines().forEach(engines::add);
        page.put("family", choices.first());
        ArrayNode drawn = page.putArray("charts");
        charts.forEach(chart -> put(chart, drawn.addObject()));
        ArrayNode ranked = page.putArray("rankings");
        rankings.forEach(ranking -> put(ranking, ranked.addObject()));
        ArrayNode mapped = page.putArray("maps");
        maps.forEach(map -> put(map, mapped.addObject()));
        try {
            return escaped(MAPPER.writeValueAsString(page));
        } catch (JacksonException e) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", e);
        }
    }

    /** Nothing in it can end the element it stands in. */
    private static String escaped(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** More digits than a screen has pixels, and the same on every version of Java, unlike those of a double. */
    private static BigDecimal number(double value) {
        return new BigDecimal(value, DIGITS).stripTrailingZeros();
    }

    private static void put(Ranking ranking, ObjectNode node) {
        node.put("title", ranking.title());
        ArrayNode places = node.putArray("places");
        for (Ranking.Place place : ranking.places()) {
            ObjectNode one = places.addObject();
            one.put("engine", place.engine())
                    .put("mean", number(place.slowdown().estimate()))
                    .put("sampled", place.sampledTasks() > 0);
            bound(one, "low", place.slowdown().low());
            bound(one, "high", place.slowdown().high());
        }
    }

    private static void bound(ObjectNode node, String name, double bound) {
        if (Double.isFinite(bound)) {
            node.put(name, number(bound));
        } else {
            node.putNull(name);
        }
    }

    /**
     * A point is n, m, forward over reverse time, the faster mode or null if it may be either, 1 if sampled; a crossing is n,
     * m, where m is null if the modes do not change places.
     */
    private static void put(JacobianMap map, ObjectNode node) {
        node.put("title", Figures.title(map));
        ArrayNode inputs = node.putArray("inputs");
        map.inputs().forEach(inputs::add);
        ArrayNode outputs = node.putArray("outputs");
        map.outputs().forEach(outputs::add);
        ArrayNode points = node.putArray("points");
        for (JacobianMap.Point point : map.points()) {
            points.addArray()
                    .add(point.inputs())
                    .add(point.outputs())
                    .add(number(point.ratio().estimate()))
                    .add(point.faster().map(Mode::label).orElse(null))
                    .add(point.method() == Method.SAMPLED ? 1 : 0);
        }
        ArrayNode crossings = node.putArray("crossings");
        for (JacobianMap.Crossing crossing : map.crossings()) {
            ArrayNode one = crossings.addArray().add(crossing.inputs());
            crossing.outputs().at().ifPresentOrElse(at -> one.add(number(at.estimate())), one::addNull);
        }
    }

    private static void put(Chart chart, ObjectNode node) {
        node.put("id", chart.id()).put("title", chart.title());
        put(chart.x(), node.putObject("x"));
        put(chart.y(), node.putObject("y"));
        ArrayNode marks = node.putArray("marks");
        for (Mark mark : chart.marks()) {
            marks.addObject().put("name", mark.name()).put("low", mark.low()).put("high", mark.high());
        }
        ArrayNode all = node.putArray("series");
        chart.series().forEach(series -> put(series, all.addObject()));
    }

    private static void put(Chart.Axis axis, ObjectNode node) {
        node.put("name", axis.name()).put("unit", axis.unit().name().toLowerCase(Locale.ROOT));
    }

    /** A point is x, y, lower bound, upper bound, 1 if hollow; unknown bounds are null. */
    private static void put(Series series, ObjectNode node) {
        node.put("name", series.name())
                .put("family", series.workload())
                .put("kind", series.kind().name().toLowerCase(Locale.ROOT));
        ArrayNode engines = node.putArray("engines");
        series.engines().forEach(engines::add);
        ArrayNode points = node.putArray("points");
        for (DataPoint point : series.points()) {
            ArrayNode numbers = points.addArray();
            numbers.add(number(point.x())).add(number(point.y().estimate()));
            if (Double.isFinite(point.y().low()) && Double.isFinite(point.y().high())) {
                numbers.add(number(point.y().low())).add(number(point.y().high()));
            } else {
                numbers.addNull().addNull();
            }
            numbers.add(point.hollow() ? 1 : 0);
        }
    }
}
