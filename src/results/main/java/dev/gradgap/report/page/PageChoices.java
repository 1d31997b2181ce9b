package dev.gradgap.report.page;

import dev.gradgap.report.chart.Chart;
import dev.gradgap.report.chart.Chart.Series;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a reader chooses from.
 *
 * @param families the workloads, in the order of the run
 * @param engines the engines, in the order of the run
 * @param first the family that is shown first: the one of which most is known; empty if there is none
 */
record PageChoices(List<String> families, List<String> engines, String first) {

    PageChoices {
        families = List.copyOf(families);
        engines = List.copyOf(engines);
    }

    static PageChoices of(List<Chart> charts) {
        List<String> families = data(charts).map(Series::workload).distinct().toList();
        List<String> engines = data(charts)
                .flatMap(series -> series.engines().stream())
                .distinct()
                .toList();
        String first = families.stream()
                .max(Comparator.comparingInt(family -> data(charts)
                        .filter(series -> series.workload().equals(family))
                        .mapToInt(series -> series.points().size())
                        .sum()))
                .orElse("");
        return new PageChoices(families, engines, first);
    }

    private static Stream<Series> data(List<Chart> charts) {
        return charts.stream().flatMap(chart -> chart.data().stream());
    }
}
