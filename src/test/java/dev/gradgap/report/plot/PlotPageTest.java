package dev.gradgap.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.report.finding.Point;
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
        List<Curve> all = IntStream.range(0, curves)
                .mapToObj(
                        k -> new Curve("curve " + k, Curve.Style.DATA, List.of(Point.of(1, 1 + k), Point.of(2, 2 + k))))
                .toList();
        return new LogLogPlot("title", "", "ratio", Ticks::ratios, all)
                .chart()
                .getLegend()
                .getSources()[0]
                .getLegendItems();
    }
}
