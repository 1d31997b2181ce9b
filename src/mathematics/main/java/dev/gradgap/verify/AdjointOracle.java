package dev.gradgap.verify;

import dev.gradgap.engine.Operator;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.verify.expected.Expected;
import dev.gradgap.verify.expected.NearbyPoint;
import dev.gradgap.verify.expected.Oracle;
import dev.gradgap.verify.expected.Positions;
import dev.gradgap.verify.expected.Source;
import dev.gradgap.verify.expected.Vectors;
import dev.gradgap.verify.expected.Weights;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An adjoint that is no engine under test: a whole row of the Jacobian by one call, exact up to rounding. */
final class AdjointOracle implements Oracle {

    private static final int MAX_ROWS = 64;
    private static final int MIN_ROWS = 8;
    private static final int MAX_WORK = 1 << 24; // inputs times calls
    private static final int DIRECTIONS = 2;

    private final String name;
    private final Source source;
    private final Source valueSource;
    private final double[] x;
    private final String where;
    private final PlainFunction primal;
    private final HandWrittenAdjoint adjoint;
    private final long pointSeed;
    private final Seed seed;
    private final int inputs;
    private final int outputs;

    /**
     * An oracle at a workload's sample point.
     *
     * @param primal what gives the right values
     * @param seed decides samples and weights
     */
    AdjointOracle(String name, Workload workload, PlainFunction primal, HandWrittenAdjoint adjoint, long seed) {
        this(name, workload.point(), "", workload.outputs(), primal, adjoint, seed);
    }

    private AdjointOracle(
            String name,
            double[] x,
            String where,
            int outputs,
            PlainFunction primal,
            HandWrittenAdjoint adjoint,
            long seed) {
        this.name = name;
        source = Source.exact(name, x.length);
        valueSource = Source.values(name);
        this.x = x;
        this.where = where;
        this.primal = primal;
        this.adjoint = adjoint;
        pointSeed = ~seed;
        this.seed = new Seed(seed);
        inputs = x.length;
        this.outputs = outputs;
    }

    /** The same at the first of the points nearby where all is finite; empty if there is none. */
    Optional<Oracle> nearby() {
        return IntStream.range(0, NearbyPoint.CANDIDATES)
                .filter(candidate -> hasValues(NearbyPoint.of(x, pointSeed, candidate, 2)))
                .mapToObj(candidate -> NearbyPoint.of(x, pointSeed, candidate, 1))
                .filter(near -> hasValues(near) && hasDerivatives(near))
                .map(near -> (Oracle) new AdjointOracle(
                        name, near, NearbyPoint.WHERE, outputs, primal, adjoint, new Seed(pointSeed).nextLong()))
                .findFirst();
    }

    private boolean hasValues(double[] point) {
        double[] y = new double[outputs];
        primal.evaluate(point, y);
        return Arrays.stream(y).allMatch(Double::isFinite);
    }

    private boolean hasDerivatives(double[] point) {
        double[] ones = new double[outputs];
        Arrays.fill(ones, 1);
        double[] row = new double[inputs];
        adjoint.pullback(point, ones, new double[outputs], row);
        return Arrays.stream(row).allMatch(Double::isFinite);
    }

    @Override
    public double[] point() {
        return x;
    }

    @Override
    public String where() {
        return where;
    }

    @Override
    public List<Expected> values() {
        double[] y = new double[outputs];
        primal.evaluate(x, y);
        return List.of(new Expected(valueSource, Positions.upTo(outputs), y, new double[outputs]));
    }

    @Override
    public Stream<Row> rows(Operator operator) {
        return switch (operator) {
            case GRADIENT, JACOBIAN ->
                IntStream.range(0, outputs)
                        .mapToObj(j -> Weights.one(outputs, j))
                        .map(this::row);
            case RECORD, PULLBACK ->
                Stream.of(Weights.signs(outputs, seed.nextLong())).map(this::row);
            case PRIMAL, PREPARE, PUSHFORWARD -> Stream.empty();
        };
    }

    private Row row(Weights weights) {
        return new Row(weights, exact(Positions.upTo(inputs), pulledBack(weights)));
    }

    @Override
    public Stream<Column> columns(Operator operator) {
        return operator == Operator.PUSHFORWARD
                ? Stream.of(column(Weights.signs(inputs, seed.nextLong())))
                : Stream.empty();
    }

    /** Elements of a column, a call for each. */
    private Column column(Weights direction) {
        int[] asked = Positions.sample(outputs, affordableRows(), seed);
        double[] v = direction.toArray();
        double[] values = Arrays.stream(asked)
                .mapToDouble(j -> Vectors.dot(pulledBack(Weights.one(outputs, j)), v))
                .toArray();
        return new Column(direction, exact(asked, values));
    }

    private int affordableRows() {
        return Math.max(MIN_ROWS, Math.min(MAX_ROWS, MAX_WORK / inputs));
    }

    @Override
    public Stream<Product> products(Operator operator) {
        if (operator != Operator.PUSHFORWARD || outputs <= affordableRows()) {
            return Stream.empty();
        }
        return IntStream.range(0, DIRECTIONS).mapToObj(d -> {
            Weights weights = Weights.signs(outputs, seed.nextLong());
            Weights direction = Weights.signs(inputs, seed.nextLong());
            double product = Vectors.dot(pulledBack(weights), direction.toArray());
            return new Product(weights, direction, exact(new int[1], new double[] {product}));
        });
    }

    @Override
    public int[] inputs() {
        return Positions.upTo(inputs);
    }

    private double[] pulledBack(Weights weights) {
        double[] row = new double[inputs];
        adjoint.pullback(x, weights.toArray(), new double[outputs], row);
        return row;
    }

    private Expected exact(int[] positions, double[] values) {
        return new Expected(source, positions, values, new double[values.length]);
    }
}
