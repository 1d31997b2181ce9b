package dev.gradgap.report.finding;

import dev.gradgap.engine.Mode;
import dev.gradgap.results.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What theory says, to be drawn beside what was measured.
 *
 * <p>Source: A. Griewank and A. Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 4.4: a reverse gradient costs at
 * most 4 to 5 times the function in operations and memory moves, whatever the number of inputs.
 */
public final class Theory {

    /** The bound of the cost ratio of reverse mode, in the cheapest model of memory moves. */
    public static final double BOUND_LOW = 4;

    /** The bound of the cost ratio of reverse mode, in the dearest model of memory moves. */
    public static final double BOUND_HIGH = 5;

    /** How far above the measurements a slope is drawn. */
    private static final double ABOVE = 4;

    /** Over how many times its left end a slope is drawn, and how far the measurements must reach for it. */
    private static final double OVER = 64;

    private Theory() {}

    /** The exponent of the time of a gradient against N, of a function whose operations grow like N. */
    public static int slope(Mode mode) {
        return mode == Mode.FORWARD ? 2 : 1;
    }

    /** The name of that slope. */
    public static String slopeName(Mode mode) {
        return mode == Mode.FORWARD ? "theory: N²" : "theory: N";
    }

    /**
     * The slope of a mode beside its dearest cell at the largest size, a little above it.
     *
     * @param cells timed, of any mode
     * @return empty if the sizes of that mode hardly differ
     */
    public static Optional<List<DataPoint>> slope(Mode mode, List<Cell> cells) {
        List<Cell> ofMode = Measured.ofMode(cells, mode);
        double least = ofMode.stream().mapToInt(Cell::inputs).min().orElse(1);
        return ofMode.stream()
                .max(Comparator.comparingInt(Cell::inputs).thenComparingDouble(Measured::nanoseconds))
                .filter(largest -> largest.inputs() >= OVER * least)
                .map(largest -> {
                    double n = largest.inputs();
                    double from = Math.max(n / OVER, Math.sqrt(least * n)); // leaves room for its name
                    double y = ABOVE * Measured.nanoseconds(largest);
                    return List.of(DataPoint.of(from, y * Math.pow(from / n, slope(mode))), DataPoint.of(n, y));
                });
    }

    /**
     * Time that grows as the visits of operations do, a little above the dearest visits.
     *
     * @return empty if the numbers of visits hardly differ
     */
    public static Optional<List<DataPoint>> proportional(List<ModelCost.Point> points) {
        double most = points.stream().mapToDouble(ModelCost.Point::visits).max().orElse(0);
        double from = Math.max(ModelCost.FITTED_FROM, Math.sqrt(most));
        double dearest = points.stream()
                .filter(point -> point.visits() >= ModelCost.FITTED_FROM)
                .mapToDouble(ModelCost.Point::nsPerVisit)
                .max()
                .orElse(0);
        return most < 10 * from
                ? Optional.empty()
                : Optional.of(List.of(
                        DataPoint.of(from, ABOVE * dearest * from), DataPoint.of(most, ABOVE * dearest * most)));
    }
}
