package dev.gradgap.report.finding;

import dev.gradgap.results.Cell;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Method;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.PowerLaw;
import java.util.List;

/**
 * A point of a chart.
 *
 * @param x above 0
 * @param y above 0, with its interval where one is known
 * @param hollow whether it was sampled instead of measured whole
 */
public record DataPoint(double x, Interval y, boolean hollow) {

    /** A point without an interval. */
    public static DataPoint of(double x, double y) {
        return new DataPoint(x, Interval.unknown(y), false);
    }

    /** The time of a cell in nanoseconds against its inputs. */
    public static DataPoint time(Cell cell) {
        return new DataPoint(cell.inputs(), cell.time().orElseThrow(), cell.isSampled());
    }

    /** A gap against the inputs. */
    public static DataPoint gap(Gap gap) {
        return new DataPoint(gap.inputs(), gap.gap(), gap.method() == Method.SAMPLED);
    }

    /** A time in nanoseconds against the operations visited. */
    public static DataPoint visits(ModelCost.Point point) {
        return new DataPoint(point.visits(), point.time(), point.method() == Method.SAMPLED);
    }

    /**
     * The line of a power law, over the points it was fitted to.
     *
     * @param fitted at least one, in ascending order of x
     */
    public static List<DataPoint> line(PowerLaw law, List<DataPoint> fitted) {
        return List.of(at(law, fitted.get(0).x), at(law, fitted.get(fitted.size() - 1).x));
    }

    private static DataPoint at(PowerLaw law, double x) {
        return of(x, law.coefficient() * Math.pow(x, law.exponent().estimate()));
    }
}
