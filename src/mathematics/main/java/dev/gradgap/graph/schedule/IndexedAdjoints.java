package dev.gradgap.graph.schedule;

import dev.gradgap.graph.Operation;

/**
 * The adjoints of operations of one kind whose operands are anywhere in the flat array, handed back last element first,
 * because an element may have read the one before. Called through this interface for the reason that {@link IndexedValues}
 * gives.
 */
@FunctionalInterface
interface IndexedAdjoints {

    /**
     * Hands adjoints to the operands.
     *
     * @param flat the values
     * @param adjoints the adjoints, at the same positions
     * @param operands the positions of the operands, from p on: one or two for each operation
     * @param r the position of the first result
     * @param n the number of operations
     */
    void apply(double[] flat, double[] adjoints, int[] operands, int p, int r, int n);

    /** The loop for an operation. */
    static IndexedAdjoints of(Operation operation) {
        return switch (operation) {
            case ADD -> IndexedAdjoints::add;
            case SUBTRACT -> IndexedAdjoints::subtract;
            case MULTIPLY -> IndexedAdjoints::multiply;
            case DIVIDE -> IndexedAdjoints::divide;
            case NEGATE -> IndexedAdjoints::negate;
            case RECIPROCAL -> IndexedAdjoints::reciprocal;
            case SQUARE -> IndexedAdjoints::square;
            case SQRT -> IndexedAdjoints::sqrt;
            case POW_CONSTANT -> IndexedAdjoints::powConstant;
            case POW -> IndexedAdjoints::pow;
            case EXP -> IndexedAdjoints::exp;
            case EXPM1 -> IndexedAdjoints::expm1;
            case LOG -> IndexedAdjoints::log;
            case LOG1P -> IndexedAdjoints::log1p;
            case SIN -> IndexedAdjoints::sin;
            case COS -> IndexedAdjoints::cos;
            case TAN -> IndexedAdjoints::tan;
            case ASIN -> IndexedAdjoints::asin;
            case ACOS -> IndexedAdjoints::acos;
            case ATAN -> IndexedAdjoints::atan;
            case ATAN2 -> IndexedAdjoints::atan2;
            case SINH -> IndexedAdjoints::sinh;
            case COSH -> IndexedAdjoints::cosh;
            case TANH -> IndexedAdjoints::tanh;
            case SIGMOID -> IndexedAdjoints::sigmoid;
            case ABS -> IndexedAdjoints::abs;
            case MAX -> IndexedAdjoints::max;
            case MIN -> IndexedAdjoints::min;
            case HYPOT -> IndexedAdjoints::hypot;
        };
    }

    private static void add(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int first = operands[p + 2 * i];
            int second = operands[p + 2 * i + 1];
            double adjoint = adjoints[r + i];
            adjoints[first] += adjoint;
            adjoints[second] += adjoint;
        }
    }

    private static void subtract(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int first = operands[p + 2 * i];
            int second = operands[p + 2 * i + 1];
            double adjoint = adjoints[r + i];
            adjoints[first] += adjoint;
            adjoints[second] -= adjoint;
        }
    }

    private static void multiply(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int first = operands[p + 2 * i];
            int second = operands[p + 2 * i + 1];
            double x = flat[first];
            double y = flat[second];
            double adjoint = adjoints[r + i];
            adjoints[first] += adjoint * Operation.MULTIPLY.firstPartial(x, y, 0);
            adjoints[second] += adjoint * Operation.MULTIPLY.secondPartial(x, y, 0);
        }
    }

    private static void divide(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int first = operands[p + 2 * i];
            int second = operands[p + 2 * i + 1];
            double x = flat[first];
            double y = flat[second];
            double adjoint = adjoints[r + i];
            double value = flat[r + i];
            adjoints[first] += adjoint * Operation.DIVIDE.firstPartial(x, y, value);
            adjoints[second] += adjoint * Operation.DIVIDE.secondPartial(x, y, value);
        }
    }

    private static void negate(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            adjoints[operands[p + i]] -= adjoints[r + i];
        }
    }

    private static void reciprocal(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            adjoints[operands[p + i]] += adjoints[r + i] * Operation.RECIPROCAL.firstPartial(0, 0, flat[r + i]);
        }
    }

    private static void square(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * Operation.SQUARE.firstPartial(flat[operand], 0, 0);
        }
    }

    private static void sqrt(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            adjoints[operands[p + i]] += adjoints[r + i] * Operation.SQRT.firstPartial(0, 0, flat[r + i]);
        }
    }

    private static void powConstant(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int first = operands[p + 2 * i];
            int second = operands[p + 2 * i + 1];
            double x = flat[first];
            double y = flat[second];
            double adjoint = adjoints[r + i];
            adjoints[first] += adjoint * Operation.POW_CONSTANT.firstPartial(x, y, flat[r + i]);
        }
    }

    private static void pow(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int first = operands[p + 2 * i];
            int second = operands[p + 2 * i + 1];
            double x = flat[first];
            double y = flat[second];
            double adjoint = adjoints[r + i];
            double value = flat[r + i];
            adjoints[first] += adjoint * Operation.POW.firstPartial(x, y, value);
            adjoints[second] += adjoint * Operation.POW.secondPartial(x, y, value);
        }
    }

    private static void exp(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            adjoints[operands[p + i]] += adjoints[r + i] * Operation.EXP.firstPartial(0, 0, flat[r + i]);
        }
    }

    private static void expm1(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * Operation.EXPM1.firstPartial(flat[operand], 0, 0);
        }
    }

    private static void log(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * Operation.LOG.firstPartial(flat[operand], 0, 0);
        }
    }

    private static void log1p(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * Operation.LOG1P.firstPartial(flat[operand], 0, 0);
        }
    }

    private static void sin(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * Operation.SIN.firstPartial(flat[operand], 0, 0);
        }
    }

    private static void cos(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * Operation.COS.firstPartial(flat[operand], 0, 0);
        }
    }

    private static void tan(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            adjoints[operands[p + i]] += adjoints[r + i] * Operation.TAN.firstPartial(0, 0, flat[r + i]);
        }
    }

    private static void asin(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * Operation.ASIN.firstPartial(flat[operand], 0, 0);
        }
    }

    private static void acos(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * Operation.ACOS.firstPartial(flat[operand], 0, 0);
        }
    }

    private static void atan(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * Operation.ATAN.firstPartial(flat[operand], 0, 0);
        }
    }

    private static void atan2(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int first = operands[p + 2 * i];
            int second = operands[p + 2 * i + 1];
            double x = flat[first];
            double y = flat[second];
            double adjoint = adjoints[r + i];
            adjoints[first] += adjoint * Operation.ATAN2.firstPartial(x, y, 0);
            adjoints[second] += adjoint * Operation.ATAN2.secondPartial(x, y, 0);
        }
    }

    private static void sinh(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * Operation.SINH.firstPartial(flat[operand], 0, 0);
        }
    }

    private static void cosh(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * Operation.COSH.firstPartial(flat[operand], 0, 0);
        }
    }

    private static void tanh(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * Operation.TANH.firstPartial(flat[operand], 0, flat[r + i]);
        }
    }

    private static void sigmoid(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * Operation.SIGMOID.firstPartial(flat[operand], 0, 0);
        }
    }

    private static void abs(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * Operation.ABS.firstPartial(flat[operand], 0, 0);
        }
    }

    private static void max(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int first = operands[p + 2 * i];
            int second = operands[p + 2 * i + 1];
            double x = flat[first];
            double y = flat[second];
            double adjoint = adjoints[r + i];
            adjoints[first] += adjoint * Operation.MAX.firstPartial(x, y, 0);
            adjoints[second] += adjoint * Operation.MAX.secondPartial(x, y, 0);
        }
    }

    private static void min(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int first = operands[p + 2 * i];
            int second = operands[p + 2 * i + 1];
            double x = flat[first];
            double y = flat[second];
            double adjoint = adjoints[r + i];
            adjoints[first] += adjoint * Operation.MIN.firstPartial(x, y, 0);
            adjoints[second] += adjoint * Operation.MIN.secondPartial(x, y, 0);
        }
    }

    private static void hypot(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int first = operands[p + 2 * i];
            int second = operands[p + 2 * i + 1];
            double x = flat[first];
            double y = flat[second];
            double adjoint = adjoints[r + i];
            double value = flat[r + i];
            adjoints[first] += adjoint * Operation.HYPOT.firstPartial(x, y, value);
            adjoints[second] += adjoint * Operation.HYPOT.secondPartial(x, y, value);
        }
    }
}
