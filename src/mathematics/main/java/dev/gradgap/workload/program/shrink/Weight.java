package dev.gradgap.workload.program.shrink;

import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Index;
import dev.gradgap.workload.program.Program;
import dev.gradgap.workload.program.Statement;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import java.util.List;

/**
 * How large a program is, for the shrinker.
 *
 * @param operations of one evaluation
 * @param parts what is to be read: expressions, statements, bounds and strides that are not plain
 */
record Weight(long operations, long parts) {

    static Weight of(Program program) {
        long parts = (long) program.inputs() + program.length();
        parts += expressions(program.arrays()) + expressions(program.scalars()) + expressions(program.results());
        for (double x : program.point()) {
            parts += isShort(x) ? 0 : 1;
        }
        return new Weight(program.size(), parts + statements(program.body()));
    }

    boolean isBelow(Weight other) {
        return operations < other.operations || (operations == other.operations && parts < other.parts);
    }

    private static long statements(List<Statement> statements) {
        long parts = 0;
        for (Statement statement : statements) {
            parts += 2;
            if (statement instanceof Loop loop) {
                parts += affine(loop.from()) + index(loop.to()) + 4L + (loop.step() == 1 ? 0 : 1);
                parts += loop.to().isConstant() ? Math.abs(loop.to().affine().offset()) : 0;
                parts += loop.from().isConstant() ? Math.abs(loop.from().offset()) : 0;
                parts += statements(loop.body());
            } else if (statement instanceof Assign assign) {
                parts += expression(assign.target()) + expression(assign.value());
            }
        }
        return parts;
    }

    private static long expressions(List<Expression> expressions) {
        return expressions.stream().mapToLong(Weight::expression).sum();
    }

    private static long expression(Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return constant.number() == 0.5 ? 1 : isShort(constant.number()) ? 2 : 3;
        }
        if (expression instanceof Expression.Ramp ramp) {
            return 4 + index(ramp.index());
        }
        if (expression instanceof Expression.Input input) {
            return 3 + index(input.index());
        }
        if (expression instanceof Expression.Element element) {
            return 3 + index(element.index());
        }
        return 3 + expressions(expression.operands());
    }

    /** Whether a number has one decimal. */
    private static boolean isShort(double number) {
        return Math.rint(number * 10) / 10 == number;
    }

    private static long index(Index index) {
        long parts = affine(index.affine());
        if (index instanceof Index.Modular) {
            return parts + 2;
        }
        return index instanceof Index.Lookup lookup ? parts + 2 + lookup.table().size() : parts;
    }

    private static long affine(Index.Affine affine) {
        long parts = affine.offset() == 0 ? 0 : Math.abs(affine.offset()) == 1 ? 1 : 2;
        for (int counter = 0; counter < Index.COUNTERS.size(); counter++) {
            int stride = affine.stride(counter);
            parts += stride == 0 ? 0 : stride == 1 ? 1 : 2;
        }
        return parts;
    }
}
