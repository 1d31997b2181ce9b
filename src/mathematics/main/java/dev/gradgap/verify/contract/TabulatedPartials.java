package dev.gradgap.verify.contract;

import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import dev.gradgap.verify.decimal.DecimalSweep;
import org.apache.commons.math3.dfp.Dfp;

/** The partials of every operation as a table gives them: other formulas than those of {@link Operation}, which engines may use. */
final class TabulatedPartials {

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
            default -> inDecimals(operation, x, y)[0].toDouble();
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
                yield inDecimals(operation, x, y)[1].toDouble();
            }
        };
    }

    /** The partials that the table does not have, by 50 digits. */
    private static Dfp[] inDecimals(Operation operation, double x, double y) {
        boolean isUnary = operation.arity() == 1;
        GraphBuilder builder = new GraphBuilder(operation.arity());
        builder.output(isUnary ? builder.apply(operation, 0) : builder.apply(operation, 0, 1));
        double[] point = isUnary ? new double[] {x} : new double[] {x, y};
        return new DecimalSweep(builder.build(), point).pullBack(new double[] {1});
    }
}
