package dev.gradgap.verify;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.verify.expected.Comparison;
import dev.gradgap.verify.expected.Expected;
import dev.gradgap.verify.expected.Oracle;
import dev.gradgap.verify.expected.Oracle.Product;
import dev.gradgap.verify.expected.Positions;
import dev.gradgap.verify.expected.Vectors;
import dev.gradgap.workload.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Compares what a prepared engine computes at one point with what an oracle knows there. */
final class PointCheck {

    private static final long MAX_JACOBIAN = 1 << 22; // elements; beyond, products with it are checked instead

    private final Engine engine;
    private final Differentiator differentiator;
    private final Oracle oracle;
    private final Comparison comparison;
    private final Seed seed;
    private final double[] x;
    private final double[] y;
    private final int inputs;
    private final int outputs;

    /**
     * A comparison that is about to begin.
     *
     * @param x the oracle's point; a copy of it, if others are asked there, too
     * @param comparison collects what agrees and what does not
     * @param seed decides which passes of a forward engine are run, if not all
     */
    PointCheck(
            Engine engine, Differentiator differentiator, Oracle oracle, double[] x, Comparison comparison, Seed seed) {
        this.engine = engine;
        this.differentiator = differentiator;
        this.oracle = oracle;
        this.comparison = comparison;
        this.seed = seed;
        this.x = x;
        inputs = differentiator.inputs();
        outputs = differentiator.outputs();
        y = new double[outputs];
    }

    /** An array of the caller's in which nothing stands that could pass for a result, or that a sum could start from. */
    private static double[] unset(int length) {
        double[] array = new double[length];
        Arrays.fill(array, Double.NaN);
        return array;
    }

    /** Compares the value, and what one operator computes. */
    void compare(Operator operator, int maxPasses) {
        Arrays.fill(y, Double.NaN);
        differentiator.primal(x, y);
        values(y);
        switch (operator) {
            case PRIMAL, PREPARE -> {}
            case RECORD, PULLBACK -> pullbacks(as(ReverseDifferentiator.class, operator));
            case PUSHFORWARD -> pushforwards(as(ForwardDifferentiator.class, operator));
            case GRADIENT, JACOBIAN -> jacobian(operator, maxPasses);
        }
    }

    /** The operator, or if that is a Jacobian of too many elements the one that gives products with it. */
    static Operator affordable(Operator operator, Engine engine, int inputs, int outputs) {
        boolean tooLarge = operator.isAllDerivatives() && outputs > 1 && (long) inputs * outputs > MAX_JACOBIAN;
        return !tooLarge ? operator : engine.mode() == Mode.FORWARD ? Operator.PUSHFORWARD : Operator.PULLBACK;
    }

    private <D> D as(Class<D> type, Operator operator) {
        if (!type.isInstance(differentiator)) {
            throw new IllegalArgumentException("engine " + engine.name() + " works in "
                    + engine.mode().label() + " mode: it has no " + operator.label());
        }
        return type.cast(differentiator);
    }

    private void values(double[] values) {
        for (Expected expected : oracle.values()) {
            comparison.values(values, expected, label(j -> "y[" + j + "]"));
        }
        comparison.finite(values, label(j -> "y[" + j + "]"));
    }

    private void jacobian(Operator operator, int maxPasses) {
        Operator instead = affordable(operator, engine, inputs, outputs);
        if (instead != operator) {
            compare(instead, maxPasses);
            return;
        }
        double[] jacobian = unset(inputs * outputs);
        if (differentiator instanceof ForwardDifferentiator forward && forward.passes() > maxPasses) {
            elements(operator, jacobian, covered(forward, maxPasses, jacobian));
        } else {
            differentiator.jacobian(x, jacobian);
            whole(operator, jacobian);
        }
    }

    /** Compares all derivatives, however they came about. */
    void whole(Operator operator, double[] values, double[] jacobian) {
        values(values);
        whole(operator, jacobian);
    }

    private void whole(Operator operator, double[] jacobian) {
        elements(operator, jacobian, Positions.upTo(inputs));
        comparison.finite(jacobian, label(this::partial));
        oracle.columns(operator)
                .filter(column -> !column.direction().isOne())
                .forEach(column -> comparison.combined(
                        Vectors.column(jacobian, outputs, column.direction().toArray()),
                        column.elements(),
                        engine.tolerance(),
                        label(j -> "(Jv)[" + j + "]")));
        products(
                oracle.products(operator),
                product -> Vectors.row(product.weights().toArray(), jacobian, inputs));
    }

    /** Runs a seeded sample of a forward engine's passes, of such as the oracle knows, and returns the inputs they cover. */
    private int[] covered(ForwardDifferentiator forward, int maxPasses, double[] jacobian) {
        int chunk = engine.tangentsPerPass();
        int[] known =
                Arrays.stream(oracle.inputs()).map(i -> i / chunk).distinct().toArray();
        int[] covered = new int[Math.min(known.length, Math.max(1, maxPasses)) * chunk];
        int count = 0;
        forward.start(x);
        for (int k : Positions.sample(known.length, Math.max(1, maxPasses), seed)) {
            int pass = known[k];
            forward.pass(pass, x, jacobian);
            for (int i = pass * chunk; i < Math.min(inputs, (pass + 1) * chunk); i++) {
                covered[count++] = i;
            }
        }
        return Arrays.copyOf(covered, count);
    }

    /** Compares single elements in some columns of a row-major Jacobian, or of its rows combined. */
    private void elements(Operator operator, double[] jacobian, int[] columns) {
        oracle.rows(operator).forEach(row -> {
            Expected expected =
                    columns.length == inputs ? row.elements() : row.elements().at(columns);
            if (row.weights().isOne()) {
                int first = row.weights().position() * inputs;
                comparison.vector(jacobian, first, 1, expected, engine.tolerance(), label(i -> partial(first + i)));
            } else {
                comparison.combined(
                        Vectors.row(row.weights().toArray(), jacobian, inputs),
                        expected,
                        engine.tolerance(),
                        label(i -> "(w'J)[" + i + "]"));
            }
        });
        oracle.columns(operator)
                .filter(column -> column.direction().isOne())
                .filter(column ->
                        Arrays.binarySearch(columns, column.direction().position()) >= 0)
                .forEach(column -> {
                    int i = column.direction().position();
                    comparison.vector(
                            jacobian,
                            i,
                            inputs,
                            column.elements(),
                            engine.tolerance(),
                            label(j -> partial(j * inputs + i)));
                });
    }

    private void pullbacks(ReverseDifferentiator reverse) {
        List<Oracle.Row> rows = oracle.rows(Operator.PULLBACK).toList();
        List<Product> products = oracle.products(Operator.PULLBACK).toList();
        Stream.concat(rows.stream().map(Oracle.Row::weights), products.stream().map(Product::weights))
                .distinct()
                .forEach(weights -> {
                    double[] adjoint = unset(inputs);
                    Arrays.fill(y, Double.NaN);
                    reverse.pullback(x, weights.toArray(), y, adjoint);
                    values(y);
                    IntFunction<String> label = label(i -> "(w'J)[" + i + "]");
                    rows.stream()
                            .filter(row -> row.weights().equals(weights))
                            .forEach(
                                    row -> comparison.vector(adjoint, 0, 1, row.elements(), engine.tolerance(), label));
                    comparison.finite(adjoint, label);
                    products(
                            products.stream()
                                    .filter(product -> product.weights().equals(weights)),
                            product -> adjoint);
                });
    }

    /** Compares products with rows w'J of the engine. */
    private void products(Stream<Product> products, Function<Product, double[]> row) {
        products.forEach(product -> {
            double[] got = row.apply(product);
            comparison.sum(
                    Vectors.dot(got, product.direction().toArray()),
                    product.value(),
                    Vectors.norm(got),
                    engine.tolerance(),
                    "w'Jv along random w, v" + oracle.where());
        });
    }

    private void pushforwards(ForwardDifferentiator forward) {
        List<Oracle.Column> columns = oracle.columns(Operator.PUSHFORWARD).toList();
        List<Product> products = oracle.products(Operator.PUSHFORWARD).toList();
        Stream.concat(
                        columns.stream().map(Oracle.Column::direction),
                        products.stream().map(Product::direction))
                .distinct()
                .forEach(direction -> {
                    double[] tangent = unset(outputs);
                    Arrays.fill(y, Double.NaN);
                    forward.pushforward(x, direction.toArray(), y, tangent);
                    values(y);
                    IntFunction<String> label = label(j -> "(Jv)[" + j + "]");
                    columns.stream()
                            .filter(column -> column.direction().equals(direction))
                            .forEach(column ->
                                    comparison.vector(tangent, 0, 1, column.elements(), engine.tolerance(), label));
                    comparison.finite(tangent, label);
                    products.stream()
                            .filter(product -> product.direction().equals(direction))
                            .forEach(product -> comparison.sum(
                                    Vectors.dot(tangent, product.weights().toArray()),
                                    product.value(),
                                    Vectors.norm(tangent),
                                    engine.tolerance(),
                                    "w'Jv along random w, v" + oracle.where()));
                });
    }

    private IntFunction<String> label(IntFunction<String> name) {
        return i -> name.apply(i) + oracle.where();
    }

    private String partial(int index) {
        return outputs == 1 ? "dy/dx[" + index + "]" : "dy[" + index / inputs + "]/dx[" + index % inputs + "]";
    }
}
