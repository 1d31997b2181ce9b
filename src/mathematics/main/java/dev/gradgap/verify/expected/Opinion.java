package dev.gradgap.verify.expected;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Technology;
import java.util.List;

/**
 * What one method says about a function's value and Jacobian J at a point.
 *
 * @param method whose opinion it is
 * @param values the outputs
 * @param rows elements of rows w'J
 * @param columns elements of columns J v
 * @param products numbers w'J v
 */
public record Opinion(
        Method method,
        Expected values,
        List<Oracle.Row> rows,
        List<Oracle.Column> columns,
        List<Oracle.Product> products) {

    /** How derivatives can be found by running a function's generic code. */
    public enum Method {
        /** Forward mode of the overloading technology, exact. */
        DUAL_NUMBERS("dual numbers"),
        /** Reverse mode of the overloading technology, exact. */
        TAPE("the tape"),
        /** Differences of values on doubles, approximate; no engine's code, but for that which is called so. */
        DIFFERENCES("finite differences");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        /** What it is called in messages. */
        public String label() {
            return label;
        }

        /** Who gives its derivatives. */
        public Source source(int inputs) {
            return isExact() ? Source.exact(label, inputs) : Source.approximate(label);
        }

        /** Who gives its values. */
        public Source valueSource(int inputs) {
            return isExact() ? Source.exact(label, inputs) : Source.values("evaluation on doubles");
        }

        /** Whether it is exact up to rounding. */
        public boolean isExact() {
            return this != DIFFERENCES;
        }

        /** Whether it is other code than an engine's, whoever wrote that. */
        public boolean mayJudge(Engine engine) {
            return switch (this) {
                case DUAL_NUMBERS -> !(engine.technology() == Technology.OVERLOADING && engine.mode() == Mode.FORWARD);
                case TAPE -> !(engine.technology() == Technology.OVERLOADING && engine.mode() == Mode.REVERSE);
                case DIFFERENCES -> engine.technology() != Technology.REFERENCE;
            };
        }
    }

    public Opinion {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        products = List.copyOf(products);
    }

    /** What it says about some vectors. */
    public Oracle.Product product(Weights weights, Weights direction) {
        return products.stream()
                .filter(product ->
                        product.weights().equals(weights) && product.direction().equals(direction))
                .findFirst()
                .orElseThrow();
    }

    /** What it says about the row with some weights. */
    public Oracle.Row row(Weights weights) {
        return rows.stream()
                .filter(row -> row.weights().equals(weights))
                .findFirst()
                .orElseThrow();
    }

    /** Whether all values and products are finite numbers. */
    public boolean isFinite() {
        return values.isFinite()
                && products.stream().allMatch(product -> product.value().isFinite());
    }

    /** This opinion, with what else is right at kinks by one of a method that knows them, asked about the same vectors. */
    public Opinion withSidesOf(Opinion other) {
        List<Oracle.Row> newRows = rows.stream()
                .filter(row -> row.elements().size() > 0)
                .map(row -> new Oracle.Row(
                        row.weights(),
                        row.elements().withSidesOf(other.row(row.weights()).elements())))
                .toList();
        List<Oracle.Product> newProducts = products.stream()
                .map(product -> new Oracle.Product(
                        product.weights(),
                        product.direction(),
                        product.value()
                                .withSidesOf(other.product(product.weights(), product.direction())
                                        .value())))
                .toList();
        return new Opinion(method, values, newRows, columns, newProducts);
    }
}
