package dev.gradgap.report.chart;

import java.util.List;

/**
 * What there is to be seen of one question.
 *
 * @param whole every workload and engine, to choose from
 * @param plots what can be looked at by itself; one may have too few points to be worth drawing
 */
public record ChartSet(Chart whole, List<Chart> plots) {

    public ChartSet {
        plots = List.copyOf(plots);
    }
}
