package dev.gradgap.engine;

import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table {@code operations/fifty_digits.csv}: value and partials of every operation to 50 digits, from mpmath. */
public final class FiftyDigits {

    private static final String TABLE = "/operations/fifty_digits.csv";
    private static final BigDecimal BEYOND =
            new BigDecimal(Double.MAX_VALUE).add(new BigDecimal(Math.ulp(Double.MAX_VALUE)));
    private static final int WIDEST = 8; // numbers in a vector
    private static final Map<Operation, List<Row>> ROWS = read();

    private FiftyDigits() {}

    /**
     * An operation at one point.
     *
     * @param y as x if the operation has one operand
     * @param second 0 if the operation has one operand
     */
    public record Row(Operation operation, double x, double y, BigDecimal value, BigDecimal first, BigDecimal second) {

        private static Row of(String line) {
            String[] cells = line.split(",", -1);
            Operation operation = Operation.valueOf(cells[0]);
            double x = Double.parseDouble(cells[1]);
            boolean unary = operation.arity() == 1;
            return new Row(
                    operation,
                    x,
                    unary ? x : Double.parseDouble(cells[2]),
                    new BigDecimal(cells[3]),
                    new BigDecimal(cells[4]),
                    unary ? BigDecimal.ZERO : new BigDecimal(cells[5]));
        }

        /** What a subnormal quotient, which has fewer digits, makes of its partial -v/y: half its last place over y. */
        private double inheritedFromTheValue() {
            boolean subnormal = Math.abs(value.doubleValue()) < Double.MIN_NORMAL;
            return operation == Operation.DIVIDE && subnormal ? Double.MIN_VALUE / 2 / Math.abs(y) : 0;
        }

        /** How far a number is from the second partial, in units in its last place. */
        public double ulpsOfSecond(double number) {
            double inherited =
                    inheritedFromTheValue() / Math.ulp(clipped(second).doubleValue());
            return Math.max(0, ulps(number, second) - inherited);
        }

        @Override
        public String toString() {
            return operation + " at " + x + ", " + y;
        }
    }

    /**
     * The rows of an operation, and the first few once more at the end, so that each is in a vector even where the last few
     * are done one by one.
     */
    public static List<Row> of(Operation operation) {
        List<Row> rows = ROWS.get(operation);
        List<Row> more = new ArrayList<>(rows);
        more.addAll(rows.subList(0, WIDEST - 1));
        return more;
    }

    private static Map<Operation, List<Row>> read() {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(FiftyDigits.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(Row::of).collect(Collectors.groupingBy(Row::operation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A function with an output for each of r rows and x for its first r inputs, then y. */
    public static DifferentiableFunction function(Operation operation, List<Row> rows) {
        int r = rows.size();
        boolean hasSecond = hasSecondInput(operation);
        GraphBuilder builder = new GraphBuilder(hasSecond ? 2 * r : r);
        for (int k = 0; k < r; k++) {
            if (operation.arity() == 1) {
                builder.output(builder.apply(operation, k));
            } else {
                int second = hasSecond ? r + k : builder.constant(rows.get(k).y());
                builder.output(builder.apply(operation, k, second));
            }
        }
        return new GraphFunction(builder.build());
    }

    /** Whether the second operand is an input of {@link #function}. */
    public static boolean hasSecondInput(Operation operation) {
        return operation.arity() == 2 && operation != Operation.POW_CONSTANT;
    }

    /** The inputs of {@link #function}. */
    public static double[] point(Operation operation, List<Row> rows) {
        int r = rows.size();
        double[] x = new double[hasSecondInput(operation) ? 2 * r : r];
        for (int k = 0; k < x.length; k++) {
            x[k] = k < r ? rows.get(k).x() : rows.get(k - r).y();
        }
        return x;
    }

    /** How far a number is from an exact one, in units in the last place of that; infinity counts as 2<sup>1024</sup>. */
    public static double ulps(double number, BigDecimal exact) {
        if (Double.isNaN(number)) {
            return Double.POSITIVE_INFINITY;
        }
        BigDecimal inRange = clipped(exact);
        double size = Math.min(Math.abs(inRange.doubleValue()), Double.MAX_VALUE);
        return decimal(number)
                .subtract(inRange)
                .abs()
                .divide(new BigDecimal(Math.ulp(size)), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigDecimal decimal(double number) {
        return Double.isInfinite(number)
                ? BEYOND.multiply(BigDecimal.valueOf(Math.signum(number)))
                : new BigDecimal(number);
    }

    private static BigDecimal clipped(BigDecimal exact) {
        return exact.min(BEYOND).max(BEYOND.negate());
    }
}
