package dev.gradgap.verify.recording;

import dev.gradgap.verify.expected.Comparison;
import dev.gradgap.verify.expected.Expected;
import dev.gradgap.verify.expected.Opinion;
import dev.gradgap.verify.expected.Oracle.Product;
import dev.gradgap.verify.expected.Oracle.Row;
import dev.gradgap.verify.expected.Weights;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether two methods say the same about a function at a point: values; numbers w'J v, which one knows as w'(J v) and the other
 * as (w'J) v; and, if the other is approximate, the single derivatives of which it is certain. Differences of values are the
 * only method that shares no partial derivatives with the others.
 */
final class CrossCheck {

    private static final double CERTAIN = 1e-4;

    private final Opinion one;
    private final Opinion other;
    private final Comparison comparison = new Comparison();

    private CrossCheck(Opinion one, Opinion other) {
        this.one = one;
        this.other = other;
    }

    /** What two opinions disagree about beyond rounding, in one line; empty if they agree, or what one says is not finite. */
    static Optional<String> disagreement(Opinion one, Opinion other) {
        if (!one.isFinite() || !other.isFinite()) {
            return Optional.empty(); // no engine's number can agree with that
        }
        CrossCheck check = new CrossCheck(one, other);
        check.values();
        if (other.method().isExact()) {
            check.products();
        } else {
            check.elements();
        }
        return check.comparison
                .difference(one.method().label())
                .map(difference -> "two ways to differentiate the function disagree: " + difference);
    }

    private void values() {
        comparison.values(one.values().values(), other.values().plusUncertaintiesOf(one.values()), j -> "y[" + j + "]");
    }

    private void products() {
        for (Product product : other.products()) {
            Expected same = one.product(product.weights(), product.direction()).value();
            comparison.sum(
                    same.value(0),
                    product.value().plusUncertaintiesOf(same),
                    length(product.weights()),
                    0,
                    "w'Jv along random w, v");
        }
    }

    /** The length of a row of which some elements are known, at least. */
    private double length(Weights weights) {
        return other.row(weights).elements().length();
    }

    private void elements() {
        for (Row row : other.rows()) {
            Expected known = one.row(row.weights()).elements();
            double largest = known.largest();
            int[] certain = IntStream.range(0, row.elements().size())
                    .filter(k -> row.elements().uncertainty(k)
                            <= CERTAIN * Math.max(row.elements().size(k), Comparison.SCALE_FLOOR * largest))
                    .map(k -> row.elements().position(k))
                    .toArray();
            Expected expected = row.elements().at(certain);
            Expected got = known.at(expected.positions());
            comparison.combined(
                    scattered(got.values(), expected.positions()),
                    expected.plusUncertaintiesOf(got),
                    0,
                    i -> (row.weights().isOne() ? "dy/dx[" : "(w'J)[") + i + "]");
        }
    }

    private static double[] scattered(double[] values, int[] positions) {
        double[] vector = new double[positions.length == 0 ? 0 : positions[positions.length - 1] + 1];
        for (int k = 0; k < positions.length; k++) {
            vector[positions[k]] = values[k];
        }
        return vector;
    }
}
