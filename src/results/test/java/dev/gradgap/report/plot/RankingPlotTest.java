package dev.gradgap.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.report.finding.Ranking;
import dev.gradgap.report.finding.Ranking.Place;
import dev.gradgap.statistics.Interval;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.IntervalXYDataset;
import org.junit.jupiter.api.Test;

class RankingPlotTest {

    private static XYPlot plot(Place... places) {
        Ranking ranking = new Ranking(
                Operator.GRADIENT, Mode.REVERSE, List.of(places), List.of("valley", "ridge"), List.of(), 4, List.of());
        return new RankingPlot(ranking).chart().getXYPlot();
    }

    @Test
    void theFastestEngineIsOnTop() {
        XYPlot plot = plot(
                new Place("fast", Technology.COMPILED, new Interval(1, 1, 1), 0),
                new Place("slow", Technology.GRAPH, new Interval(4, 2, 8), 0),
                new Place("slower", Technology.COMPILED, new Interval(5, 3, 9), 0));

        assertThat(((SymbolAxis) plot.getRangeAxis()).getSymbols()).containsExactly("fast", "slow", "slower");
        assertThat(plot.getRangeAxis().isInverted()).isTrue();
        assertThat(plot.getDataset().getXValue(0, 1)).isEqualTo(5);
        assertThat(plot.getDataset().getYValue(0, 1)).isEqualTo(2);
    }

    @Test
    void barsSpanTheIntervalAsFarAsThePageReaches() {
        IntervalXYDataset data = (IntervalXYDataset) plot(
                        new Place("fast", Technology.GRAPH, Interval.unknown(1), 0),
                        new Place("slow", Technology.GRAPH, new Interval(4, 2, 1e9), 0))
                .getDataset();

        assertThat(data.getStartXValue(0, 0)).isEqualTo(1);
        assertThat(data.getStartXValue(0, 1)).isCloseTo(2, within(1e-12));
        assertThat(data.getEndXValue(0, 1)).isBetween(40.0, 80.0);
    }

    @Test
    void anEngineWithSampledTimesIsHollow() {
        XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot(
                        new Place("fast", Technology.GRAPH, Interval.unknown(1), 0),
                        new Place("slow", Technology.GRAPH, Interval.unknown(2), 1))
                .getRenderer();

        assertThat(renderer.getItemFillPaint(0, 0)).isNotEqualTo(Color.WHITE);
        assertThat(renderer.getItemFillPaint(0, 1)).isEqualTo(Color.WHITE);
    }
}
