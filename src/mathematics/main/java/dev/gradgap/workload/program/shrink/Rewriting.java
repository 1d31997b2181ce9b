package dev.gradgap.workload.program.shrink;

import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Expression.Binary;
import dev.gradgap.workload.program.Expression.Element;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Location;
import dev.gradgap.workload.program.Expression.Ramp;
import dev.gradgap.workload.program.Expression.Scalar;
import dev.gradgap.workload.program.Expression.Unary;
import dev.gradgap.workload.program.Index;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Statement;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import dev.gradgap.workload.program.Statement.Swap;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Replaces all indices, all locations and all numbers of exchanged arrays in statements at once.
 *
 * @param indices what becomes of the affine part of an index, and of the bounds of a loop
 * @param locations what becomes of a location; one that is assigned stays if that is no location
 * @param arrays the new number of an array that is exchanged, {@value #GONE} if it is no more
 */
record Rewriting(UnaryOperator<Affine> indices, UnaryOperator<Expression> locations, IntUnaryOperator arrays) {

    private static final int GONE = -1;

    /** Replaces a counter by an index. */
    static Rewriting counter(int counter, Affine by) {
        return new Rewriting(
                affine -> affine.replace(counter, by), UnaryOperator.identity(), IntUnaryOperator.identity());
    }

    /** Renumbers the arrays. */
    static Rewriting arrays(IntUnaryOperator numbers) {
        return new Rewriting(
                UnaryOperator.identity(),
                location -> location instanceof Element element
                        ? new Element(numbers.applyAsInt(element.array()), element.index())
                        : location,
                numbers);
    }

    /** Replaces all elements of an array by a scalar; the arrays behind it move up. */
    static Rewriting arrayByScalar(int array, Scalar scalar) {
        return new Rewriting(
                UnaryOperator.identity(),
                location -> {
                    if (location instanceof Element element && element.array() >= array) {
                        return element.array() == array ? scalar : new Element(element.array() - 1, element.index());
                    }
                    return location;
                },
                number -> number == array ? GONE : number > array ? number - 1 : number);
    }

    /** Renumbers the scalars. */
    static Rewriting scalars(IntUnaryOperator numbers) {
        return new Rewriting(
                UnaryOperator.identity(),
                location ->
                        location instanceof Scalar scalar ? new Scalar(numbers.applyAsInt(scalar.number())) : location,
                IntUnaryOperator.identity());
    }

    /** Replaces a location, where it is written in the same way, by an expression. */
    static Rewriting location(Location location, Expression by) {
        return new Rewriting(
                UnaryOperator.identity(), other -> other.equals(location) ? by : other, IntUnaryOperator.identity());
    }

    List<Statement> apply(List<Statement> statements) {
        return statements.stream().flatMap(this::apply).toList();
    }

    private Stream<Statement> apply(Statement statement) {
        if (statement instanceof Assign assign) {
            Expression target = apply(assign.target());
            return Stream.of(new Assign(
                    target instanceof Location location ? location : assign.target(), apply(assign.value())));
        }
        if (statement instanceof Swap swap) {
            int first = arrays.applyAsInt(swap.first());
            int second = arrays.applyAsInt(swap.second());
            return first == GONE || second == GONE ? Stream.empty() : Stream.of(new Swap(first, second));
        }
        Loop loop = (Loop) statement;
        return Stream.of(new Loop(
                loop.counter(), indices.apply(loop.from()), apply(loop.to()), loop.step(), apply(loop.body())));
    }

    Expression apply(Expression expression) {
        if (expression instanceof Ramp ramp) {
            return new Ramp(ramp.slope(), apply(ramp.index()), ramp.offset());
        }
        if (expression instanceof Input input) {
            return new Input(apply(input.index()));
        }
        if (expression instanceof Element element) {
            return locations.apply(new Element(element.array(), apply(element.index())));
        }
        if (expression instanceof Scalar) {
            return locations.apply(expression);
        }
        if (expression instanceof Unary unary) {
            return new Unary(unary.operation(), apply(unary.operand()));
        }
        if (expression instanceof Binary binary) {
            return new Binary(binary.operation(), apply(binary.first()), apply(binary.second()));
        }
        return expression;
    }

    private Index apply(Index index) {
        return index.map(indices);
    }
}
