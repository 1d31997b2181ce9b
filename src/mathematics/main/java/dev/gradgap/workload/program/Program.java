package dev.gradgap.workload.program;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.graph.DoubleArithmetic;
import java.util.List;
import java.util.Optional;

/**
 * A function as an imperative program: nests of counted loops over arrays of one length and scalars. Immutable.
 *
 * <p>Every program can be evaluated: an index is taken modulo the length of its array, loops are counted before they
 * begin. It interprets itself on any kind of number, and {@link #code()} is the same in Java.
 */
public final class Program implements DifferentiableFunction {

    private final double[] point;
    private final int length;
    private final List<Expression> arrays;
    private final List<Expression> scalars;
    private final List<Statement> body;
    private final List<Expression> outputs;

    /**
     * A program.
     *
     * @param point where it is to be differentiated, an element for each input
     * @param length of every array, at least 1
     * @param arrays for each array what its elements are at first; counter 0 is the element's index
     * @param scalars for each scalar what it is at first
     * @param outputs the results, computed after the body
     */
    public Program(
            double[] point,
            int length,
            List<Expression> arrays,
            List<Expression> scalars,
            List<Statement> body,
            List<Expression> outputs) {
        this.point = point.clone();
        this.length = length;
        this.arrays = List.copyOf(arrays);
        this.scalars = List.copyOf(scalars);
        this.body = List.copyOf(body);
        this.outputs = List.copyOf(outputs);
    }

    public int length() {
        return length;
    }

    public List<Expression> arrays() {
        return arrays;
    }

    public List<Expression> scalars() {
        return scalars;
    }

    public List<Statement> body() {
        return body;
    }

    public List<Expression> results() {
        return outputs;
    }

    public Program withPoint(double[] newPoint) {
        return new Program(newPoint, length, arrays, scalars, body, outputs);
    }

    public Program withLength(int newLength) {
        return new Program(point, newLength, arrays, scalars, body, outputs);
    }

    public Program withArrays(List<Expression> newArrays) {
        return new Program(point, length, newArrays, scalars, body, outputs);
    }

    public Program withScalars(List<Expression> newScalars) {
        return new Program(point, length, arrays, newScalars, body, outputs);
    }

    public Program withBody(List<Statement> newBody) {
        return new Program(point, length, arrays, scalars, newBody, outputs);
    }

    public Program withResults(List<Expression> newOutputs) {
        return new Program(point, length, arrays, scalars, body, newOutputs);
    }

    @Override
    public int inputs() {
        return point.length;
    }

    @Override
    public int outputs() {
        return outputs.size();
    }

    /** Where the program is to be differentiated, an element for each input; a copy. */
    public double[] point() {
        return point.clone();
    }

    /** The operations of one evaluation, those on constants alone included; time linear in the loops that hold loops. */
    public int size() {
        int[] counters = new int[Index.COUNTERS.size()];
        long size = arrays.stream().mapToLong(Expression::operations).sum() * length;
        size += scalars.stream().mapToLong(Expression::operations).sum();
        size += body.stream()
                .mapToLong(statement -> statement.operations(counters))
                .sum();
        size += outputs.stream().mapToLong(Expression::operations).sum();
        return Math.toIntExact(size);
    }

    @Override
    public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
        Evaluation<T> evaluation = new Evaluation<>(this, a, x);
        for (Statement statement : body) {
            statement.run(evaluation);
        }
        for (int j = 0; j < outputs.size(); j++) {
            y.set(j, outputs.get(j).value(evaluation));
        }
    }

    /** The program on doubles, by the same interpreter; its time is that of interpreting. */
    @Override
    public Optional<PlainFunction> plain() {
        return Optional.of((x, y) -> evaluate(new DoubleArithmetic(), new Coordinates(x), (j, value) -> y[j] = value));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Coordinates(double[] x) implements Inputs<Double> {
        @Override
        public int size() {
            return x.length;
        }

        @Override
        public Double get(int i) {
            return x[i];
        }
    }

    /**
     * The program in Java: the body of {@code <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y)}, after a
     * comment with its inputs and the point.
     */
    public String code() {
        return new ProgramCode(this).write();
    }
}
