package dev.gradgap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Technology;
import dev.gradgap.report.JacobianMap.Crossing;
import dev.gradgap.report.JacobianMap.Point;
import dev.gradgap.results.Method;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.CrossoverEstimate.Status;
import dev.gradgap.statistics.Interval;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.IntervalXYDataset;
import org.junit.jupiter.api.Test;

class JacobianPlotTest {

    private static Point point(int n, int m, double ratio) {
        return new Point(n, m, ratio, 1, new Interval(ratio, 0.8 * ratio, 1.2 * ratio), Method.MEASURED);
    }

    private static Crossing crossing(int n, double m) {
        return new Crossing(n, new CrossoverEstimate(Status.FOUND, Optional.of(new Interval(m, m / 2, 2 * m))));
    }

    private static JacobianMap map(List<Point> points, Crossing... crossings) {
        return new JacobianMap(Technology.GRAPH, "net", "graph-forward", "graph-reverse", points, List.of(crossings));
    }

    private static final JacobianMap MAP = map(
            List.of(
                    point(1, 1, 1.1),
                    point(1, 16, 1 / 20.0),
                    point(1, 64, 1 / 80.0),
                    point(256, 1, 200),
                    point(256, 16, 10)),
            crossing(1, 4),
            new Crossing(256, new CrossoverEstimate(Status.ABOVE, Optional.empty())));

    private static final XYPlot PLOT = new JacobianPlot(MAP).chart().getXYPlot();

    @Test
    void aFieldSaysWhichModeIsFasterAndByHowMuch() {
        assertThat(PLOT.getAnnotations())
                .extracting(annotation -> ((XYTextAnnotation) annotation).getText())
                .containsExactly(
                        "1.10", "either", "20.0", "forward", "80.0", "forward", "200", "reverse", "10.0", "reverse");
    }

    @Test
    void theColourIsThatOfTheFasterModeAndTheDeeperTheFasterItIs() {
        XYBlockRenderer blocks = (XYBlockRenderer) PLOT.getRenderer();
        DivergingScale scale = (DivergingScale) blocks.getPaintScale();

        assertThat(scale.getUpperBound()).isCloseTo(Math.log(200), within(1e-12));
        assertThat(scale.getPaint(Math.log(200))).isEqualTo(Palette.colour(Mode.REVERSE));
        assertThat(scale.getPaint(-Math.log(200))).isEqualTo(Palette.colour(Mode.FORWARD));
        assertThat(scale.getPaint(0)).isEqualTo(Color.WHITE);
        assertThat(scale.getPaint(1).getRed()).isGreaterThan(scale.getPaint(2).getRed());
    }

    /** Outputs 1, 16, 64 stand at 0, 1, 2: 4 lies in the middle of the first two, 32 in that of the last. */
    @Test
    void theLineIsInterpolatedOnLogarithmsAndBrokenWhereItLeavesTheMap() {
        JacobianMap map = map(
                List.of(
                        point(1, 1, 2),
                        point(1, 16, 2),
                        point(1, 64, 2),
                        point(2, 1, 2),
                        point(4, 1, 2),
                        point(8, 1, 2)),
                crossing(1, 4),
                crossing(2, 32),
                new Crossing(4, new CrossoverEstimate(Status.ABOVE, Optional.empty())),
                crossing(8, 16));
        IntervalXYDataset line =
                (IntervalXYDataset) new JacobianPlot(map).chart().getXYPlot().getDataset(1);

        assertThat(line.getSeriesCount()).isEqualTo(2);
        assertThat(line.getYValue(0, 0)).isCloseTo(0.5, within(1e-12));
        assertThat(line.getStartYValue(0, 0)).isCloseTo(0.25, within(1e-12));
        assertThat(line.getYValue(0, 1)).isCloseTo(1.5, within(1e-12));
        assertThat(line.getXValue(1, 0)).isEqualTo(3);
    }

    @Test
    void everyLetterIsReadableOnItsField() {
        DivergingScale scale = new DivergingScale(1);
        for (double value = -1; value <= 1; value += 0.05) {
            Color paper = scale.getPaint(value);
            assertThat(contrast(paper, scale.ink(value))).as("at %s", value).isGreaterThan(4.5); // WCAG 2.1, level AA
        }
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        float[] linear = colour.getColorComponents(ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB), null);
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    @Test
    void theTableHasARowForEachNumberOfInputs() {
        assertThat(JacobianTable.of(MAP).header())
                .containsExactly("inputs n", "m = 1", "m = 16", "m = 64", "same time at m");
        assertThat(JacobianTable.of(MAP).rows())
                .containsExactly(
                        List.of("1", "either 1.10", "forward 20.0", "forward 80.0", "4.00 [2.00, 8.00]"),
                        List.of("256", "reverse 200", "reverse 10.0", "", "above the largest"));
    }
}
