package dev.gradgap.verify.contract;

import dev.gradgap.graph.Operation;
import java.util.function.DoubleUnaryOperator;

/** The partials of every operation as a table gives them: other formulas than those of {@link Operation}, which engines may use. */
final class TabulatedPartials {

    private static final double STEP = 0x1p-9;

    private TabulatedPartials() {}

    static double first(Operation operation, double x, double y) {
        return switch (operation) {
            case ADD, SUBTRACT -> 1;
            case MULTIPLY -> y;
            case DIVIDE -> 1 / y;
            case NEGATE -> -1;
            case RECIPROCAL -> -1 / (x * x);
            case SQUARE -> 2 * x;
            case SQRT -> 1 / (2 * Math.sqrt(x));
            case POW_CONSTANT, POW -> y * Math.pow(x, y) / x;
            case EXP, EXPM1 -> Math.exp(x);
            case LOG -> 1 / x;
            case LOG1P -> 1 / (1 + x);
            case SIN -> Math.cos(x);
            case COS -> -Math.sin(x);
            case TAN -> 1 / (Math.cos(x) * Math.cos(x));
            case ASIN -> 1 / Math.sqrt((1 - x) * (1 + x));
            case ACOS -> -1 / Math.sqrt((1 - x) * (1 + x));
            case ATAN -> 1 / (1 + x * x);
            case ATAN2 -> y / (x * x + y * y);
            case SINH -> (Math.exp(x) + Math.exp(-x)) / 2;
            case COSH -> (Math.exp(x) - Math.exp(-x)) / 2;
            case TANH -> 1 / (Math.cosh(x) * Math.cosh(x));
            case SIGMOID -> 1 / (2 + Math.exp(x) + Math.exp(-x));
            case ABS -> Math.signum(x);
            case MAX -> x > y ? 1 : 0;
            case MIN -> x < y ? 1 : 0;
            case HYPOT -> x / Math.sqrt(x * x + y * y);
            default -> slope(u -> operation.value(u, y), x);
        };
    }

    static double second(Operation operation, double x, double y) {
        return switch (operation) {
            case ADD -> 1;
            case SUBTRACT -> -1;
            case MULTIPLY -> x;
            case DIVIDE -> -x / (y * y);
            case POW -> Math.log(x) * Math.pow(x, y);
            case ATAN2 -> -x / (x * x + y * y);
            case MAX -> x < y ? 1 : 0;
            case MIN -> x > y ? 1 : 0;
            case HYPOT -> y / Math.sqrt(x * x + y * y);
            default -> {
                if (operation.arity() == 1 || operation.takesConstant()) {
                    throw new IllegalArgumentException(operation + " has no second derivative");
                }
                yield slope(v -> operation.value(x, v), y);
            }
        };
    }

    /** A derivative that the table does not have, by six values. */
    private static double slope(DoubleUnaryOperator f, double x) {
        double near = f.applyAsDouble(x + STEP) - f.applyAsDouble(x - STEP);
        double far = f.applyAsDouble(x + 2 * STEP) - f.applyAsDouble(x - 2 * STEP);
        double farthest = f.applyAsDouble(x + 3 * STEP) - f.applyAsDouble(x - 3 * STEP);
        return (45 * near - 9 * far + farthest) / (60 * STEP);
    }
}
