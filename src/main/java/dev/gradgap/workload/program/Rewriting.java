package dev.gradgap.workload.program;

import dev.gradgap.workload.program.Expression.Binary;
import dev.gradgap.workload.program.Expression.Element;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Location;
import dev.gradgap.workload.program.Expression.Ramp;
import dev.gradgap.workload.program.Expression.Scalar;
import dev.gradgap.workload.program.Expression.Unary;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import dev.gradgap.workload.program.Statement.Swap;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Replaces all indices and all numbers of stores of a program at once.
 *
 * @param indices what becomes of the affine part of an index, and of the bounds of a loop
 * @param arrays the new number of an array
 * @param scalars the new number of a scalar
 */
record Rewriting(UnaryOperator<Affine> indices, IntUnaryOperator arrays, IntUnaryOperator scalars) {

    /** Replaces a counter by an index. */
    static Rewriting counter(int counter, Affine by) {
        return new Rewriting(
                affine -> affine.replace(counter, by), IntUnaryOperator.identity(), IntUnaryOperator.identity());
    }

    /** Renumbers the arrays. */
    static Rewriting arrays(IntUnaryOperator numbers) {
        return new Rewriting(UnaryOperator.identity(), numbers, IntUnaryOperator.identity());
    }

    /** Renumbers the scalars. */
    static Rewriting scalars(IntUnaryOperator numbers) {
        return new Rewriting(UnaryOperator.identity(), IntUnaryOperator.identity(), numbers);
    }

    List<Statement> apply(List<Statement> statements) {
        return statements.stream().map(this::apply).toList();
    }

    private Statement apply(Statement statement) {
        if (statement instanceof Assign assign) {
            return new Assign((Location) apply(assign.target()), apply(assign.value()));
        }
        if (statement instanceof Swap swap) {
            return new Swap(arrays.applyAsInt(swap.first()), arrays.applyAsInt(swap.second()));
        }
        Loop loop = (Loop) statement;
        return new Loop(loop.counter(), indices.apply(loop.from()), apply(loop.to()), loop.step(), apply(loop.body()));
    }

    Expression apply(Expression expression) {
        if (expression instanceof Ramp ramp) {
            return new Ramp(ramp.slope(), apply(ramp.index()), ramp.offset());
        }
        if (expression instanceof Input input) {
            return new Input(apply(input.index()));
        }
        if (expression instanceof Element element) {
            return new Element(arrays.applyAsInt(element.array()), apply(element.index()));
        }
        if (expression instanceof Scalar scalar) {
            return new Scalar(scalars.applyAsInt(scalar.number()));
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
        return index.with(indices.apply(index.affine()));
    }
}
