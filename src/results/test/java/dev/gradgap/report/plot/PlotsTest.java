package dev.gradgap.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.report.chart.Charts;
import dev.gradgap.report.finding.SampleCell;
import dev.gradgap.results.BreakEven;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Check;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Memory;
import dev.gradgap.results.Method;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import dev.gradgap.results.Timing;
import dev.gradgap.statistics.BreakEvenEstimate;
import dev.gradgap.statistics.Interval;
import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.xy.IntervalXYDataset;
import org.junit.jupiter.api.Test;

class PlotsTest {

    private static Gap gap(String workload, int inputs, String forward, long passes, Interval gap, Method method) {
        return new Gap(
                workload,
                inputs,
                OptionalLong.of(inputs),
                Technology.GRAPH,
                forward,
                "graph-reverse",
                passes,
                gap.estimate(),
                1,
                gap,
                method,
                Technology.GRAPH.label());
    }

    private static Gap gap(int inputs, double gap) {
        return gap("valley", inputs, "graph-forward", inputs, new Interval(gap, 0.9 * gap, 1.2 * gap), Method.MEASURED);
    }

    private static Cell cell(String workload, int inputs, String engine, Mode mode, Operator operator, Method method) {
        return new Cell(
                workload,
                inputs,
                1,
                OptionalLong.of(inputs),
                engine,
                Technology.GRAPH,
                mode,
                operator,
                Status.OK,
                Optional.of(method),
                OptionalLong.of(1),
                new Timing(
                        Optional.of(new Interval(inputs, 0.9 * inputs, 1.1 * inputs)),
                        3,
                        9,
                        OptionalDouble.of(4),
                        OptionalDouble.of(1),
                        OptionalDouble.empty()),
                Memory.UNKNOWN,
                new Check(true, OptionalDouble.empty()),
                "",
                Technology.GRAPH.label());
    }

    private static Map<String, Plot> plots(List<Cell> cells, List<Gap> gaps) {
        return Plots.of(Charts.of(new RunResults(cells, gaps, List.of(), List.of(), List.of(), List.of())));
    }

    private static XYPlot plot(Map<String, Plot> plots, String name) {
        assertThat(plots).containsKey(name);
        return plots.get(name).chart().getXYPlot();
    }

    private static List<String> legend(XYPlot plot) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < plot.getLegendItems().getItemCount(); k++) {
            LegendItem item = plot.getLegendItems().get(k);
            names.add(item.getLabel());
        }
        return names;
    }

    @Test
    void aMeasuredPointIsFilledAndASampledOneHollow() {
        XYPlot plot = plot(
                plots(
                        List.of(
                                cell("valley", 4, "graph-forward", Mode.FORWARD, Operator.GRADIENT, Method.MEASURED),
                                cell("valley", 64, "graph-forward", Mode.FORWARD, Operator.GRADIENT, Method.SAMPLED)),
                        List.of()),
                "time-valley-graph");
        XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();

        assertThat(renderer.getItemFillPaint(0, 0)).isEqualTo(renderer.getItemPaint(0, 0));
        assertThat(renderer.getItemFillPaint(0, 1)).isEqualTo(Color.WHITE);
        assertThat(renderer.getItemOutlinePaint(0, 1)).isEqualTo(renderer.getItemPaint(0, 1));
    }

    @Test
    void whereASizeWasMeasuredAndSampledTheMeasuredPointIsDrawn() {
        XYPlot plot = plot(
                plots(
                        List.of(
                                cell("valley", 4, "graph-forward", Mode.FORWARD, Operator.GRADIENT, Method.SAMPLED),
                                cell("valley", 4, "graph-forward", Mode.FORWARD, Operator.GRADIENT, Method.MEASURED),
                                cell("valley", 64, "graph-forward", Mode.FORWARD, Operator.GRADIENT, Method.MEASURED)),
                        List.of()),
                "time-valley-graph");

        assertThat(plot.getDataset().getItemCount(0)).isEqualTo(2);
        assertThat(((XYLineAndShapeRenderer) plot.getRenderer()).getItemFillPaint(0, 0))
                .isNotEqualTo(Color.WHITE);
    }

    @Test
    void thePowerLawIsFittedToTheSizesAtWhichTheGraphIsTheCost() {
        // Flat up to 64, then in proportion to N: a fit of all points would give less than 1.
        XYPlot plot = plot(
                plots(List.of(), List.of(gap(1, 1), gap(8, 1), gap(64, 1), gap(256, 4), gap(4096, 64))), "gap-valley");

        assertThat(legend(plot)).containsExactly("graph-forward / reverse (N^1.00)");
        assertThat(plot.getDataset(1).getXValue(0, 0)).isEqualTo(64);
        assertThat(plot.getDataset(1).getYValue(0, 1)).isCloseTo(64, within(1e-9));
    }

    @Test
    void errorBarsSpanTheInterval() {
        XYPlot plot = plot(plots(List.of(), List.of(gap(1, 1), gap(8, 10))), "gap-valley");
        IntervalXYDataset data = (IntervalXYDataset) plot.getDataset();

        assertThat(data.getStartYValue(0, 1)).isEqualTo(9);
        assertThat(data.getEndYValue(0, 1)).isEqualTo(12);
        assertThat(plot.getRangeAxis().getRange().contains(12)).isTrue();
    }

    @Test
    void whatHasNoPlaceOnALogarithmicAxisIsLeftOutOrCutOff() {
        XYPlot plot = plot(
                plots(
                        List.of(),
                        List.of(
                                gap("valley", 1, "graph-forward", 1, new Interval(2, -1, 5), Method.MEASURED),
                                gap(4, 0),
                                gap(64, 64))),
                "gap-valley");
        IntervalXYDataset data = (IntervalXYDataset) plot.getDataset();

        assertThat(data.getItemCount(0)).isEqualTo(2);
        assertThat(data.getStartYValue(0, 0)).isEqualTo(plot.getRangeAxis().getLowerBound());
    }

    @Test
    void theOverviewHasScalarForwardModeAndFunctionsOfOneOutputAlone() {
        List<Gap> gaps = new ArrayList<>();
        for (int n : new int[] {1, 16, 256}) {
            gaps.add(gap(n, n));
            gaps.add(gap("valley", n, "chunk", (n + 7) / 8, Interval.unknown(n / 4.0), Method.MEASURED));
            gaps.add(gap("field", n, "graph-forward", n, Interval.unknown(1), Method.MEASURED));
        }
        XYPlot plot = plot(
                plots(
                        List.of(cell("field", 16, "graph-forward", Mode.FORWARD, Operator.JACOBIAN, Method.MEASURED)),
                        gaps),
                "gap-overview-graph");

        assertThat(legend(plot)).containsExactly("valley");
    }

    @Test
    void reverseModeHasTheSameColourWhateverTheOrderOfThePlan() {
        List<Cell> cells = new ArrayList<>();
        for (int n : new int[] {1, 16}) {
            cells.add(cell("valley", n, "graph-forward", Mode.FORWARD, Operator.GRADIENT, Method.MEASURED));
            cells.add(cell("valley", n, "graph-reverse", Mode.REVERSE, Operator.GRADIENT, Method.MEASURED));
        }

        assertThat(legend(plot(plots(cells, List.of()), "time-valley-graph")))
                .startsWith("graph-reverse", "graph-forward");
    }

    @Test
    void theoryPromisesNoSlopeForTheReverseSweepsOfAJacobian() {
        List<Cell> cells = new ArrayList<>();
        for (int n : new int[] {1, 256}) {
            for (Operator operator : List.of(Operator.GRADIENT, Operator.JACOBIAN)) {
                String workload = operator.label();
                cells.add(cell(workload, n, "graph-forward", Mode.FORWARD, operator, Method.MEASURED));
                cells.add(cell(workload, n, "graph-reverse", Mode.REVERSE, operator, Method.MEASURED));
            }
        }
        Map<String, Plot> plots = plots(cells, List.of());

        assertThat(plot(plots, "time-gradient-graph").getAnnotations()).hasSize(2);
        assertThat(plot(plots, "time-jacobian-graph").getAnnotations()).hasSize(1);
    }

    @Test
    void thePrimalIsDrawnOnlyAsFarAsTheDerivatives() {
        List<Cell> cells = new ArrayList<>();
        for (int n : new int[] {1, 16, 1024}) {
            cells.add(cell("valley", n, "reference-adjoint", Mode.REVERSE, Operator.PRIMAL, Method.MEASURED));
        }
        cells.add(cell("valley", 1, "graph-forward", Mode.FORWARD, Operator.GRADIENT, Method.MEASURED));
        cells.add(cell("valley", 16, "graph-forward", Mode.FORWARD, Operator.GRADIENT, Method.MEASURED));

        XYPlot plot = plot(plots(cells, List.of()), "time-valley-graph");

        assertThat(plot.getDataset(1).getItemCount(0)).isEqualTo(2);
    }

    @Test
    void theModelIsDrawnAsPointsAndFittedOverAWideRangeOnly() {
        List<SampleCell> cells = new ArrayList<>();
        for (int visits : new int[] {1000, 2000, 4000, 1_000_000}) {
            cells.add(SampleCell.of("valley", visits).visits(visits, 1).ns(2.0 * visits));
            cells.add(SampleCell.of("valley", visits)
                    .engine("graph-narrow")
                    .visits(Math.min(visits, 8000), 1)
                    .ns(visits));
        }
        XYPlot plot = plot(Plots.of(Charts.of(SampleCell.results(cells))), "model-graph");

        assertThat(legend(plot).get(0)).isEqualTo("graph-reverse (b = 1.00, 2.00 ns a visit)");
        assertThat(legend(plot).get(1)).startsWith("graph-narrow (").doesNotContain("b = ");
        assertThat(((XYLineAndShapeRenderer) plot.getRenderer()).getItemLineVisible(0, 0))
                .isFalse();
        assertThat(plot.getDomainAxis().getLabel()).contains("operations visited");
    }

    @Test
    void memoryIsTheMeanOverTheWorkloadsAndItsBarTheirRange() {
        List<SampleCell> cells = new ArrayList<>();
        for (int n : new int[] {16, 64}) {
            cells.add(SampleCell.of("valley", n).bytes(8L * n, 4L * n));
            cells.add(SampleCell.of("ridge", n).bytes(2L * n, 4L * n));
        }
        Map<String, Plot> plots = Plots.of(Charts.of(SampleCell.results(cells)));
        IntervalXYDataset live =
                (IntervalXYDataset) plot(plots, "memory-live-reverse").getDataset();

        assertThat(live.getYValue(0, 0)).isCloseTo(4, within(1e-12));
        assertThat(live.getStartYValue(0, 0)).isEqualTo(2);
        assertThat(live.getEndYValue(0, 0)).isEqualTo(8);
        assertThat(plots).containsKey("memory-tape-reverse").doesNotContainKey("memory-live-forward");
    }

    private static BreakEven breakEven(int inputs, BreakEvenEstimate estimate) {
        return new BreakEven(
                "valley",
                inputs,
                OptionalLong.of(inputs),
                Mode.REVERSE,
                "compiled-reverse",
                "graph-reverse",
                1,
                1,
                OptionalDouble.empty(),
                1,
                estimate.uses(),
                estimate.status(),
                Method.MEASURED);
    }

    private static BreakEvenEstimate after(double uses) {
        return new BreakEvenEstimate(
                BreakEvenEstimate.Status.PAYS, Optional.of(new Interval(uses, uses / 2, 2 * uses)));
    }

    @Test
    void whatPaysAtOncePaysWithTheFirstGradientAndWhatNeverDoesIsCounted() {
        BreakEvenEstimate never = new BreakEvenEstimate(BreakEvenEstimate.Status.NEVER, Optional.empty());
        RunResults results = new RunResults(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(breakEven(64, after(20)), breakEven(1024, after(0)), breakEven(1, never)),
                List.of());
        Map<String, Plot> plots = Plots.of(Charts.of(results));
        XYPlot plot = plot(plots, "break-even-compiled-reverse-graph-reverse");

        assertThat(plot.getDataset().getItemCount(0)).isEqualTo(2);
        assertThat(plot.getDataset().getYValue(0, 0)).isEqualTo(20);
        assertThat(plot.getDataset().getYValue(0, 1)).isEqualTo(1);
        JFreeChart chart =
                plots.get("break-even-compiled-reverse-graph-reverse").chart();
        assertThat(((TextTitle) chart.getSubtitle(0)).getText()).endsWith("never pays or is undecided: 1.");
    }

    @Test
    void fortyCurvesDifferInColourOrMarker() {
        Set<List<Object>> looks = new HashSet<>();
        for (int n = 0; n < 40; n++) {
            looks.add(List.of(
                    Palette.colour(n),
                    n % 5,
                    Palette.marker(n).getClass(),
                    Palette.marker(n).getBounds2D()));
        }
        assertThat(looks).hasSize(40);
    }
}
