package dev.gradgap.graph.schedule;

import dev.gradgap.graph.Operation;

/**
 * The values of operations of one kind whose operands are anywhere in the flat array. An element may read the one before.
 *
 * <p>The loops are called through this interface so that HotSpot compiles each for itself: all of them inlined into a
 * switch are a method that takes seconds to compile.
 */
@FunctionalInterface
interface IndexedValues {

    /**
     * Computes values.
     *
     * @param flat the flat array, in which operands and results are
     * @param operands the positions of the operands, from p on: one or two for each operation
     * @param r the position of the first result
     * @param n the number of operations
     */
    void apply(double[] flat, int[] operands, int p, int r, int n);

    /** The loop for an operation. */
    static IndexedValues of(Operation operation) {
        return switch (operation) {
            case ADD -> IndexedValues::add;
            case SUBTRACT -> IndexedValues::subtract;
            case MULTIPLY -> IndexedValues::multiply;
            case DIVIDE -> IndexedValues::divide;
            case NEGATE -> IndexedValues::negate;
            case RECIPROCAL -> IndexedValues::reciprocal;
            case SQUARE -> IndexedValues::square;
            case SQRT -> IndexedValues::sqrt;
            case POW_CONSTANT -> IndexedValues::powConstant;
            case POW -> IndexedValues::pow;
            case EXP -> IndexedValues::exp;
            case EXPM1 -> IndexedValues::expm1;
            case LOG -> IndexedValues::log;
            case LOG1P -> IndexedValues::log1p;
            case SIN -> IndexedValues::sin;
            case COS -> IndexedValues::cos;
            case TAN -> IndexedValues::tan;
            case ASIN -> IndexedValues::asin;
            case ACOS -> IndexedValues::acos;
            case ATAN -> IndexedValues::atan;
            case ATAN2 -> IndexedValues::atan2;
            case SINH -> IndexedValues::sinh;
            case COSH -> IndexedValues::cosh;
            case TANH -> IndexedValues::tanh;
            case SIGMOID -> IndexedValues::sigmoid;
            case ABS -> IndexedValues::abs;
            case MAX -> IndexedValues::max;
            case MIN -> IndexedValues::min;
            case HYPOT -> IndexedValues::hypot;
        };
    }

    private static void add(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.ADD.value(flat[operands[p + 2 * i]], flat[operands[p + 2 * i + 1]]);
        }
    }

    private static void subtract(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.SUBTRACT.value(flat[operands[p + 2 * i]], flat[operands[p + 2 * i + 1]]);
        }
    }

    private static void multiply(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.MULTIPLY.value(flat[operands[p + 2 * i]], flat[operands[p + 2 * i + 1]]);
        }
    }

    private static void divide(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.DIVIDE.value(flat[operands[p + 2 * i]], flat[operands[p + 2 * i + 1]]);
        }
    }

    private static void negate(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.NEGATE.value(flat[operands[p + i]], 0);
        }
    }

    private static void reciprocal(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.RECIPROCAL.value(flat[operands[p + i]], 0);
        }
    }

    private static void square(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.SQUARE.value(flat[operands[p + i]], 0);
        }
    }

    private static void sqrt(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.SQRT.value(flat[operands[p + i]], 0);
        }
    }

    private static void powConstant(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.POW_CONSTANT.value(flat[operands[p + 2 * i]], flat[operands[p + 2 * i + 1]]);
        }
    }

    private static void pow(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.POW.value(flat[operands[p + 2 * i]], flat[operands[p + 2 * i + 1]]);
        }
    }

    private static void exp(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.EXP.value(flat[operands[p + i]], 0);
        }
    }

    private static void expm1(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.EXPM1.value(flat[operands[p + i]], 0);
        }
    }

    private static void log(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.LOG.value(flat[operands[p + i]], 0);
        }
    }

    private static void log1p(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.LOG1P.value(flat[operands[p + i]], 0);
        }
    }

    private static void sin(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.SIN.value(flat[operands[p + i]], 0);
        }
    }

    private static void cos(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.COS.value(flat[operands[p + i]], 0);
        }
    }

    private static void tan(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.TAN.value(flat[operands[p + i]], 0);
        }
    }

    private static void asin(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.ASIN.value(flat[operands[p + i]], 0);
        }
    }

    private static void acos(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.ACOS.value(flat[operands[p + i]], 0);
        }
    }

    private static void atan(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.ATAN.value(flat[operands[p + i]], 0);
        }
    }

    private static void atan2(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.ATAN2.value(flat[operands[p + 2 * i]], flat[operands[p + 2 * i + 1]]);
        }
    }

    private static void sinh(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.SINH.value(flat[operands[p + i]], 0);
        }
    }

    private static void cosh(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.COSH.value(flat[operands[p + i]], 0);
        }
    }

    private static void tanh(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.TANH.value(flat[operands[p + i]], 0);
        }
    }

    private static void sigmoid(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.SIGMOID.value(flat[operands[p + i]], 0);
        }
    }

    private static void abs(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.ABS.value(flat[operands[p + i]], 0);
        }
    }

    private static void max(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.MAX.value(flat[operands[p + 2 * i]], flat[operands[p + 2 * i + 1]]);
        }
    }

    private static void min(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.MIN.value(flat[operands[p + 2 * i]], flat[operands[p + 2 * i + 1]]);
        }
    }

    private static void hypot(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = Operation.HYPOT.value(flat[operands[p + 2 * i]], flat[operands[p + 2 * i + 1]]);
        }
    }
}
