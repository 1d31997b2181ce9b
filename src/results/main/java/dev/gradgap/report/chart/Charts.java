package dev.gradgap.report.chart;

import dev.gradgap.report.finding.Measured;
import dev.gradgap.report.finding.MemoryCost;
import dev.gradgap.report.finding.ModelCost;
import dev.gradgap.results.RunResults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All charts with logarithmic axes of a run. */
public final class Charts {

    private Charts() {}

    /** In the order in which they are read; one may have no data. */
    public static List<ChartSet> of(RunResults results) {
        Measured measured = Measured.of(results);
        return List.of(
                TimeChart.of(measured),
                GapChart.of(measured),
                CostRatioChart.of(measured),
                ModelChart.of(ModelCost.of(results)),
                MemoryChart.of(MemoryCost.of(results)),
                BreakEvenChart.of(results.breakEvens()));
    }

    /** Rows by a key, in the order in which the keys first come. */
    static <T, K> Map<K, List<T>> grouped(List<T> rows, Function<T, K> key) {
        return rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
