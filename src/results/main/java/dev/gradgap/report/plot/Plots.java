package dev.gradgap.report.plot;

import dev.gradgap.report.chart.Chart;
import dev.gradgap.report.chart.Charts;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plots of a run by name of file. Those that there are data for. */
final class Plots {

    private Plots() {}

    /** Every plot that is worth drawing. */
    static Map<String, Plot> of(Charts drawn) {
        Map<String, Plot> plots = new LinkedHashMap<>();
        drawn.logarithmic().stream()
                .flatMap(charts -> charts.plots().stream())
                .filter(Plots::isWorthDrawing)
                .forEach(chart -> plots.put(chart.id(), new LogLogPlot(chart)));
        drawn.rankings()
                .forEach(ranking -> plots.put(
                        "ranking-" + ranking.operator().label() + "-"
                                + ranking.mode().label(),
                        new RankingPlot(ranking)));
        drawn.maps()
                .forEach(map -> plots.put(
                        "jacobian-" + map.family() + "-" + map.forwardEngine() + "-" + map.reverseEngine(),
                        new JacobianPlot(map)));
        return plots;
    }

    /** If a series has two points: a single one shows nothing that a table does not. */
    private static boolean isWorthDrawing(Chart chart) {
        return chart.data().stream().anyMatch(series -> series.points().size() > 1);
    }
}
