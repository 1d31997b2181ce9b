package dev.gradgap.report.finding;

import dev.gradgap.statistics.PowerLaw;
import dev.gradgap.statistics.PowerLawFit;
import java.util.List;
import java.util.Optional;

/**
 * How a gap grows with the number of inputs.
 *
 * @param law gap against inputs; theory's exponent is 1
 * @param line from the first to the last point it was fitted to
 */
public record GapFit(PowerLaw law, List<DataPoint> line) {

    /** From where on a gap is fitted: below it a call costs about as much as the graph it works on, whatever the mode. */
    public static final int FROM = 64;

    public GapFit {
        line = List.copyOf(line);
    }

    /**
     * The fit of the gaps from {@value #FROM} inputs on; empty if they are too few.
     *
     * @param gaps in ascending order of x
     */
    public static Optional<GapFit> of(List<DataPoint> gaps) {
        List<DataPoint> fitted =
                gaps.stream().filter(point -> point.x() >= FROM).toList();
        return PowerLawFit.fit(
                        fitted.stream().mapToDouble(DataPoint::x).toArray(),
                        fitted.stream()
                                .mapToDouble(point -> point.y().estimate())
                                .toArray())
                .map(law -> new GapFit(law, DataPoint.line(law, fitted)));
    }
}
