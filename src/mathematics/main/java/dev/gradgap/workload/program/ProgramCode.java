package dev.gradgap.workload.program;

import dev.gradgap.graph.Operation;
import dev.gradgap.workload.program.Expression.Binary;
import dev.gradgap.workload.program.Expression.Constant;
import dev.gradgap.workload.program.Expression.Element;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Ramp;
import dev.gradgap.workload.program.Expression.Scalar;
import dev.gradgap.workload.program.Expression.Unary;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import dev.gradgap.workload.program.Statement.Swap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes a program in Java, against the {@link dev.gradgap.function.Arithmetic} of its number type. */
final class ProgramCode {

    private static final List<String> ARRAYS = List.of("u", "v", "w");
    private static final List<String> SCALARS = List.of("r", "s", "t");

    private final Program program;
    private final Ranges ranges = new Ranges();
    private final StringBuilder code = new StringBuilder();
    private int depth;
    private int swaps;

    ProgramCode(Program program) {
        this.program = program;
    }

    String write() {
        String point = Arrays.toString(program.point());
        line("// " + program.inputs() + " inputs at {" + point.substring(1, point.length() - 1) + "}, "
                + program.outputs() + " outputs");
        for (int array = 0; array < program.arrays().size(); array++) {
            line("T[] " + arrayName(array) + " = a.array(" + program.length() + ");");
            Element element = new Element(array, Index.Affine.of(0, 1, 0));
            write(Loop.times(
                    0, program.length(), new Assign(element, program.arrays().get(array))));
        }
        for (int scalar = 0; scalar < program.scalars().size(); scalar++) {
            line("T " + scalarName(scalar) + " = " + code(program.scalars().get(scalar)) + ";");
        }
        program.body().forEach(this::write);
        for (int j = 0; j < program.outputs(); j++) {
            line("y.set(" + j + ", " + code(program.results().get(j)) + ");");
        }
        return code.toString();
    }

    private void line(String text) {
        code.append("    ".repeat(depth)).append(text).append('\n');
    }

    private void write(Statement statement) {
        if (statement instanceof Assign assign) {
            line(code(assign.target()) + " = " + code(assign.value()) + ";");
        } else if (statement instanceof Swap swap) {
            String first = arrayName(swap.first());
            String second = arrayName(swap.second());
            String kept = "swapped" + swaps++;
            line("T[] " + kept + " = " + first + ";");
            line(first + " = " + second + ";");
            line(second + " = " + kept + ";");
        } else if (statement instanceof Loop loop) {
            write(loop);
        }
    }

    private void write(Loop loop) {
        String counter = Index.COUNTERS.get(loop.counter());
        int size = Math.abs(loop.step());
        boolean up = loop.step() > 0;
        String step = size == 1 ? counter + (up ? "++" : "--") : counter + (up ? " += " : " -= ") + size;
        line("for (int " + counter + " = " + loop.from().code() + "; " + counter + (up ? " < " : " >= ")
                + loop.to().code() + "; " + step + ") {");
        ranges.enter(loop);
        depth++;
        loop.body().forEach(this::write);
        depth--;
        ranges.leave(loop);
        line("}");
    }

    private String code(Expression expression) {
        if (expression instanceof Constant || expression instanceof Ramp) {
            return "a.constant(" + number(expression) + ")";
        }
        if (expression instanceof Input input) {
            return "x.get(" + index(input.index(), program.inputs()) + ")";
        }
        if (expression instanceof Element element) {
            return arrayName(element.array()) + "[" + index(element.index(), program.length()) + "]";
        }
        if (expression instanceof Scalar scalar) {
            return scalarName(scalar.number());
        }
        if (expression instanceof Unary unary) {
            return call(unary.operation(), code(unary.operand()));
        }
        Binary binary = (Binary) expression;
        return call(binary.operation(), operands(binary));
    }

    private static String call(Operation operation, String operands) {
        String method =
                switch (operation) {
                    case POW_CONSTANT -> "pow";
                    default -> operation.name().toLowerCase(Locale.ROOT);
                };
        return "a." + method + "(" + operands + ")";
    }

    /**
     * A second operand that is a constant is a plain number where the arithmetic takes one. A first one is not: it would
     * be made after the second operand, and the graph would number its constants in another order.
     */
    private String operands(Binary binary) {
        boolean plain = isConstant(binary.second())
                && switch (binary.operation()) {
                    case ADD, SUBTRACT, MULTIPLY, DIVIDE, POW_CONSTANT -> true;
                    default -> false;
                };
        return code(binary.first()) + ", " + (plain ? number(binary.second()) : code(binary.second()));
    }

    private static boolean isConstant(Expression expression) {
        return expression instanceof Constant || expression instanceof Ramp;
    }

    private static String number(Expression expression) {
        if (expression instanceof Constant constant) {
            return String.valueOf(constant.number());
        }
        Ramp ramp = (Ramp) expression;
        String index = ramp.index().code();
        String factor = index.matches("[a-z]|Math.*") ? index : "(" + index + ")";
        double offset = ramp.offset();
        return ramp.slope() + " * " + factor + (offset < 0 ? " - " : " + ") + Math.abs(offset);
    }

    private String index(Index index, int length) {
        boolean inside = index.least(ranges) >= 0 && index.largest(ranges) < length;
        return inside ? index.code() : "Math.floorMod(" + index.code() + ", " + length + ")";
    }

    private static String arrayName(int array) {
        return array < ARRAYS.size() ? ARRAYS.get(array) : "u" + array;
    }

    private static String scalarName(int scalar) {
        return scalar < SCALARS.size() ? SCALARS.get(scalar) : "s" + scalar;
    }
}
