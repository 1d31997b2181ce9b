package dev.gradgap.report.plot;

import dev.gradgap.engine.Technology;
import dev.gradgap.report.finding.Ranking;
import dev.gradgap.report.finding.Ranking.Place;
import dev.gradgap.text.Numbers;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** A ranking: a line for each engine, the fastest on top, with its interval; hollow where times were sampled. */
final class RankingPlot implements Plot {

    /** An interval of few families may be of any width; beyond this times the estimates it is cut off. */
    private static final double WIDEST = 10;

    private final Ranking ranking;

    RankingPlot(Ranking ranking) {
        this.ranking = ranking;
    }

    @Override
    public JFreeChart chart() {
        Range range = range();
        List<Technology> technologies =
                ranking.places().stream().map(Place::technology).distinct().toList();
        XYPlot plot = new XYPlot(
                dataset(technologies, range),
                new TickAxis(
                        "times as long as the fastest engine",
                        range.getLowerBound(),
                        range.getUpperBound(),
                        Ticks.ratios(range.getLowerBound(), range.getUpperBound())),
                engines(),
                new Renderer(ranking.places(), technologies));
        plot.setRangeGridlinesVisible(false);
        for (int k = 0; k < ranking.places().size(); k++) {
            plot.addAnnotation(figure(ranking.places().get(k), k, range));
        }
        boolean bars =
                ranking.places().stream().anyMatch(place -> place.slowdown().isKnown());
        return PlotPage.of(
                "Engines ranked: " + ranking.title(),
                ranking.scope() + (bars ? "; bars: 95 % intervals over the families" : "")
                        + "; hollow: some times sampled",
                plot);
    }

    private Range range() {
        double[] values = ranking.places().stream()
                .flatMapToDouble(place -> DoubleStream.of(
                        place.slowdown().estimate(),
                        Math.max(place.slowdown().low(), place.slowdown().estimate() / WIDEST),
                        Math.min(place.slowdown().high(), place.slowdown().estimate() * WIDEST)))
                .filter(Double::isFinite)
                .toArray();
        double low = DoubleStream.of(values).min().orElseThrow();
        double high = DoubleStream.of(values).max().orElseThrow();
        double margin = Math.max(1.15, Math.pow(high / low, 0.06));
        return new Range(low / margin, high * margin);
    }

    private SymbolAxis engines() {
        String[] names = ranking.places().stream()
                .map(place -> PlotPage.printable(place.engine()))
                .toArray(String[]::new);
        SymbolAxis axis = new SymbolAxis(null, names);
        axis.setInverted(true);
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, names.length - 0.5);
        PlotPage.style(axis);
        return axis;
    }

    /** A series for each technology, so that the legend names them; y is the place from 0. */
    private XYIntervalSeriesCollection dataset(List<Technology> technologies, Range range) {
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        for (Technology technology : technologies) {
            XYIntervalSeries series = new XYIntervalSeries(technology.label());
            for (int k = 0; k < ranking.places().size(); k++) {
                Place place = ranking.places().get(k);
                if (place.technology() == technology) {
                    double estimate = place.slowdown().estimate();
                    boolean bar = place.slowdown().isKnown();
                    series.add(
                            estimate,
                            bar ? range.constrain(place.slowdown().low()) : estimate,
                            bar ? range.constrain(place.slowdown().high()) : estimate,
                            k,
                            k,
                            k);
                }
            }
            dataset.addSeries(series);
        }
        return dataset;
    }

    /** The numbers, below the marker, so that no bar crosses them. */
    private static XYTextAnnotation figure(Place place, int line, Range range) {
        boolean right = place.slowdown().estimate() > Math.sqrt(range.getLowerBound() * range.getUpperBound());
        XYTextAnnotation text = new XYTextAnnotation(
                Numbers.interval(place.slowdown()), place.slowdown().estimate(), line + 0.12);
        text.setFont(PlotPage.font(Font.PLAIN, 15));
        text.setPaint(Palette.GREY);
        text.setTextAnchor(right ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        return text;
    }

    private static final class Renderer extends XYErrorRenderer {

        private static final long serialVersionUID = 1;

        /** For each series whether its items are hollow. */
        private final transient List<List<Boolean>> hollow;

        Renderer(List<Place> places, List<Technology> technologies) {
            hollow = technologies.stream()
                    .map(technology -> places.stream()
                            .filter(place -> place.technology() == technology)
                            .map(place -> place.sampledTasks() > 0)
                            .toList())
                    .toList();
            setDrawYError(false);
            setCapLength(10);
            setUseFillPaint(true);
            setUseOutlinePaint(true);
            setDrawOutlines(true);
            for (int k = 0; k < technologies.size(); k++) {
                int look = List.of(Technology.values()).indexOf(technologies.get(k));
                setSeriesPaint(k, Palette.colour(look));
                setSeriesFillPaint(k, Palette.colour(look));
                setSeriesOutlinePaint(k, Palette.colour(look));
                setSeriesOutlineStroke(k, new BasicStroke(2));
                setSeriesStroke(k, new BasicStroke(2));
                setSeriesShape(k, Palette.marker(look));
            }
        }

        @Override
        public Paint getItemFillPaint(int series, int item) {
            return hollow.get(series).get(item) ? Color.WHITE : super.getItemFillPaint(series, item);
        }
    }
}
