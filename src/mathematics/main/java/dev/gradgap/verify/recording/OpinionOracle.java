package dev.gradgap.verify.recording;

import dev.gradgap.engine.Operator;
import dev.gradgap.verify.expected.Expected;
import dev.gradgap.verify.expected.Opinion;
import dev.gradgap.verify.expected.Oracle;
import dev.gradgap.verify.expected.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What some methods say about a function at one point, all of it known beforehand. */
public final class OpinionOracle implements Oracle {

    private final double[] point;
    private final String where;
    private final List<Opinion> opinions;

    public OpinionOracle(double[] point, String where, List<Opinion> opinions) {
        this.point = point;
        this.where = where;
        this.opinions = opinions;
    }

    @Override
    public double[] point() {
        return point;
    }

    @Override
    public String where() {
        return where;
    }

    @Override
    public List<Expected> values() {
        return opinions.stream().map(Opinion::values).toList();
    }

    @Override
    public Stream<Row> rows(Operator operator) {
        return opinions.stream()
                .flatMap(opinion -> opinion.rows().stream())
                .filter(row -> isFor(operator, row.weights()));
    }

    @Override
    public Stream<Product> products(Operator operator) {
        return opinions.stream()
                .flatMap(opinion -> opinion.products().stream())
                .filter(product -> isFor(operator, product.weights()));
    }

    /** A single output is weighted by 1 in a gradient, by another weight elsewhere; several are always combined. */
    private static boolean isFor(Operator operator, Weights weights) {
        return switch (operator) {
            case GRADIENT -> weights.isOne();
            case JACOBIAN -> weights.length() > 1 || weights.isOne();
            case RECORD, PULLBACK, PUSHFORWARD -> !weights.isOne();
            case PRIMAL, PREPARE -> false;
        };
    }

    @Override
    public Stream<Column> columns(Operator operator) {
        return opinions.stream()
                .flatMap(opinion -> opinion.columns().stream())
                .filter(column -> operator == Operator.JACOBIAN
                        || (operator == Operator.PUSHFORWARD
                                && !column.direction().isOne()));
    }

    @Override
    public int[] inputs() {
        return opinions.stream()
                .flatMap(opinion -> opinion.rows().stream())
                .flatMapToInt(row -> Arrays.stream(row.elements().positions()))
                .distinct()
                .sorted()
                .toArray();
    }
}
