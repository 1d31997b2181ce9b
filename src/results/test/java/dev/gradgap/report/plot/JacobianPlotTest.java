package dev.gradgap.report.plot;

import static dev.gradgap.report.finding.SampleJacobian.crossing;
import static dev.gradgap.report.finding.SampleJacobian.map;
import static dev.gradgap.report.finding.SampleJacobian.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.Mode;
import dev.gradgap.report.finding.JacobianMap;
import dev.gradgap.report.finding.JacobianMap.Crossing;
import dev.gradgap.report.finding.SampleJacobian;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.CrossoverEstimate.Status;
import dev.gradgap.text.Contrast;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.IntervalXYDataset;
import org.junit.jupiter.api.Test;

class JacobianPlotTest {

    private static final XYPlot PLOT =
            new JacobianPlot(SampleJacobian.MAP).chart().getXYPlot();

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
            assertThat(Contrast.of(paper.getRGB(), scale.ink(value).getRGB()))
                    .as("at %s", value)
                    .isGreaterThan(4.5);
        }
    }
}
