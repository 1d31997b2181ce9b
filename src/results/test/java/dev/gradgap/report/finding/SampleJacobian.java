package dev.gradgap.report.finding;

import dev.gradgap.engine.Technology;
import dev.gradgap.report.finding.JacobianMap.Crossing;
import dev.gradgap.report.finding.JacobianMap.Point;
import dev.gradgap.results.Method;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.CrossoverEstimate.Status;
import dev.gradgap.statistics.Interval;
import java.util.List;
import java.util.Optional;

/** Made-up maps of Jacobians. */
public final class SampleJacobian {

    public static Point point(int n, int m, double ratio) {
        return new Point(n, m, ratio, 1, new Interval(ratio, 0.8 * ratio, 1.2 * ratio), Method.MEASURED);
    }

    public static Crossing crossing(int n, double m) {
        return new Crossing(n, new CrossoverEstimate(Status.FOUND, Optional.of(new Interval(m, m / 2, 2 * m))));
    }

    public static JacobianMap map(List<Point> points, Crossing... crossings) {
        return new JacobianMap(Technology.GRAPH, "net", "graph-forward", "graph-reverse", points, List.of(crossings));
    }

    /** Of 1 and 256 inputs and 1, 16 and 64 outputs, without the last field. */
    public static final JacobianMap MAP = map(
            List.of(
                    point(1, 1, 1.1),
                    point(1, 16, 1 / 20.0),
                    point(1, 64, 1 / 80.0),
                    point(256, 1, 200),
                    point(256, 16, 10)),
            crossing(1, 4),
            new Crossing(256, new CrossoverEstimate(Status.ABOVE, Optional.empty())));

    private SampleJacobian() {}
}
