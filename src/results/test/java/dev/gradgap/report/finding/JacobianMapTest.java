package dev.gradgap.report.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.Technology;
import dev.gradgap.report.finding.JacobianMap.Point;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Method;
import dev.gradgap.statistics.CrossoverEstimate.Status;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JacobianMapTest {

    private final List<SampleCell> cells = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    /** Forward mode takes 100 ns for each input, reverse mode 400 ns for each output. */
    private JacobianMapTest with(String workload, int n, int m, Method method) {
        double ratio = 100.0 * n / (400.0 * m);
        cells.add(SampleCell.of(workload, n).outputs(m));
        gaps.add(new Gap(
                workload,
                n,
                OptionalLong.of(n),
                Technology.GRAPH,
                "graph-forward",
                "graph-reverse",
                n,
                100.0 * n,
                400.0 * m,
                new Interval(ratio, 0.8 * ratio, 1.6 * ratio),
                method,
                Technology.GRAPH.label()));
        return this;
    }

    private JacobianMapTest with(String workload, int n, int m) {
        return with(workload, n, m, Method.MEASURED);
    }

    private List<JacobianMap> maps() {
        return JacobianMap.of(SampleCell.results(cells, gaps));
    }

    private JacobianMap map() {
        assertThat(maps()).hasSize(1);
        return maps().get(0);
    }

    @Test
    void workloadsThatDifferInTheirOutputsAloneShareAMap() {
        with("net:outputs=16:depth=2", 4, 16).with("net:depth=2:outputs=1", 4, 1);

        assertThat(map().family()).isEqualTo("net:depth=2");
        assertThat(map().inputs()).containsExactly(4);
        assertThat(map().outputs()).containsExactly(1, 16);
        assertThat(map().points().get(1))
                .isEqualTo(new Point(4, 16, 400, 6400, new Interval(1 / 16.0, 0.05, 0.1), Method.MEASURED));
        assertThat(with("net:depth=3:outputs=4", 4, 4).maps()).hasSize(2);
    }

    /** Both take the same time where m = n / 4; the interval of the ratio, 0.8 to 1.6 of it, is that of m. */
    @Test
    void theModesChangePlacesWhereTheirTimesAreEqual() {
        for (int m : new int[] {64, 1, 4, 16}) {
            with("net:outputs=" + m, 32, m);
        }
        Interval at = map().crossings().get(0).outputs().at().orElseThrow();

        assertThat(at.estimate()).isCloseTo(8, within(1e-9));
        assertThat(at.low()).isCloseTo(6.4, within(1e-9));
        assertThat(at.high()).isCloseTo(12.8, within(1e-9));
    }

    @Test
    void aLineThatLiesOutsideOfTheMapIsSaidToBeBelowOrAbove() {
        for (int m : new int[] {2, 8}) {
            with("net:outputs=" + m, 1, m).with("net:outputs=" + m, 1024, m);
        }
        with("net:outputs=2", 16, 2);

        assertThat(map().crossings())
                .extracting(crossing -> crossing.outputs().status())
                .containsExactly(Status.BELOW, Status.UNKNOWN, Status.ABOVE);
        assertThat(map().isPlane()).isTrue();
    }

    @Test
    void asManyOutputsAsInputsEverywhereMakeNoPlane() {
        with("field", 16, 16).with("field", 64, 64);

        assertThat(map().points()).hasSize(2);
        assertThat(map().isPlane()).isFalse();
    }

    @Test
    void functionsOfOneOutputHaveNoMap() {
        assertThat(with("valley", 16, 1).with("valley", 64, 1).maps()).isEmpty();
    }

    @Test
    void whereAShapeWasMeasuredAndSampledTheMeasurementCounts() {
        with("net:outputs=4", 4, 4, Method.SAMPLED).with("net", 4, 4);

        assertThat(map().points()).extracting(Point::method).containsExactly(Method.MEASURED);
    }
}
