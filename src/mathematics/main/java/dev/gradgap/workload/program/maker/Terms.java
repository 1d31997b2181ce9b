package dev.gradgap.workload.program.maker;

import dev.gradgap.graph.Operation;
import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Expression.Binary;
import dev.gradgap.workload.program.Expression.Constant;
import dev.gradgap.workload.program.Expression.Unary;

/** Short names for expressions that are written out. */
public final class Terms {

    private Terms() {}

    public static Expression constant(double number) {
        return new Constant(number);
    }

    public static Expression add(Expression first, Expression second) {
        return new Binary(Operation.ADD, first, second);
    }

    public static Expression subtract(Expression first, Expression second) {
        return new Binary(Operation.SUBTRACT, first, second);
    }

    public static Expression multiply(Expression first, Expression second) {
        return new Binary(Operation.MULTIPLY, first, second);
    }

    public static Expression unary(Operation operation, Expression operand) {
        return new Unary(operation, operand);
    }

    /** Mostly in this order, sometimes with the operands exchanged. */
    public static Expression binary(Operation operation, Expression first, Expression second, Draws draws) {
        return operation == Operation.SUBTRACT || draws.chance(80)
                ? new Binary(operation, first, second)
                : new Binary(operation, second, first);
    }
}
