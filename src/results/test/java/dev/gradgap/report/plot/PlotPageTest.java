package dev.gradgap.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.report.chart.Chart;
import dev.gradgap.report.chart.Chart.Axis;
import dev.gradgap.report.chart.Chart.Kind;
import dev.gradgap.report.chart.Chart.Series;
import dev.gradgap.report.chart.Chart.Unit;
import dev.gradgap.report.finding.DataPoint;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItemCollection;
import org.junit.jupiter.api.Test;

class PlotPageTest {

    @Test
    void aLegendSaysHowManyMoreThereAreThanItNames() {
        assertThat(legend(48).getItemCount()).isEqualTo(48);

        LegendItemCollection items = legend(100);
        assertThat(items.getItemCount()).isEqualTo(49);
        assertThat(items.get(47).getLabel()).isEqualTo("curve 47");
        assertThat(items.get(48).getLabel()).isEqualTo("and 52 more");
    }

    private static LegendItemCollection legend(int curves) {
        List<Series> all = IntStream.range(0, curves)
                .mapToObj(k -> new Series(
                        "curve " + k,
                        "",
                        List.of(),
                        Kind.DATA,
                        List.of(DataPoint.of(1, 1 + k), DataPoint.of(2, 2 + k))))
                .toList();
        return new LogLogPlot(new Chart("", "title", "", Chart.INPUTS, new Axis("ratio", Unit.RATIO), all, List.of()))
                .chart()
                .getLegend()
                .getSources()[0]
                .getLegendItems();
    }
}
