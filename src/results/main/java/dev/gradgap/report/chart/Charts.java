package dev.gradgap.report.chart;

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
import java.util.stream.Collectors;

/**
 * All that is drawn of a run, on its page and as plots.
 *
 * @param logarithmic those with logarithmic axes, in the order in which they are read; one may have no data
 * @param rankings the engines in the order of their speed, for each operator and mode
 * @param maps which mode computes a Jacobian faster, of what was measured with several inputs and outputs
 */
public record Charts(List<ChartSet> logarithmic, List<Ranking> rankings, List<JacobianMap> maps) {

    public Charts {
        logarithmic = List.copyOf(logarithmic);
        rankings = List.copyOf(rankings);
        maps = List.copyOf(maps);
    }

    /** Those of a run. */
    public static Charts of(RunResults results) {
        Measured measured = Measured.of(results);
        return new Charts(
                List.of(
                        TimeChart.of(measured),
                        GapChart.of(measured),
                        CostRatioChart.of(measured),
                        ModelChart.of(ModelCost.of(results)),
                        MemoryChart.of(MemoryCost.of(results)),
                        BreakEvenChart.of(results.breakEvens())),
                Ranking.of(results),
                JacobianMap.of(results).stream().filter(JacobianMap::isPlane).toList());
    }

    /** Rows by a key, in the order in which the keys first come. */
    static <T, K> Map<K, List<T>> grouped(List<T> rows, Function<T, K> key) {
        return rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
