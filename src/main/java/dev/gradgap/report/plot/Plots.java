package dev.gradgap.report.plot;

import dev.gradgap.report.finding.JacobianMap;
import dev.gradgap.report.finding.Measured;
import dev.gradgap.report.finding.MemoryCost;
import dev.gradgap.report.finding.ModelCost;
import dev.gradgap.report.finding.Ranking;
import dev.gradgap.results.RunResults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The plots of a run by name of file. A kind of plot has a class of its own, which adds those that there are data for. */
final class Plots {

    private final Map<String, Plot> plots = new LinkedHashMap<>();

    private Plots() {}

    /** Every plot that is worth drawing. */
    static Map<String, Plot> of(RunResults results) {
        Measured measured = Measured.of(results);
        Plots plots = new Plots();
        TimePlots.add(plots, measured);
        GapPlots.add(plots, measured);
        CostRatioPlots.add(plots, measured);
        ModelPlots.add(plots, ModelCost.of(results));
        MemoryPlots.add(plots, MemoryCost.of(results));
        BreakEvenPlots.add(plots, results.breakEvens());
        Ranking.of(results)
                .forEach(ranking -> plots.add(
                        "ranking-" + ranking.operator().label() + "-"
                                + ranking.mode().label(),
                        new RankingPlot(ranking)));
        JacobianMap.of(results).stream()
                .filter(JacobianMap::isPlane)
                .forEach(map -> plots.add(
                        "jacobian-" + map.family() + "-" + map.forwardEngine() + "-" + map.reverseEngine(),
                        new JacobianPlot(map)));
        return plots.plots;
    }

    /**
     * Adds a plot of curves if at least one has two points: a single one shows nothing that a table does not.
     *
     * @param name the name of its files
     */
    void add(String name, List<Curve> curves, Function<List<Curve>, LogLogPlot> plot) {
        if (curves.stream().anyMatch(curve -> curve.isData() && curve.points().size() > 1)) {
            add(name, plot.apply(curves));
        }
    }

    private void add(String name, Plot plot) {
        plots.put(name, plot);
    }
}
