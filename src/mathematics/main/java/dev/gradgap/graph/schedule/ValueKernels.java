package dev.gradgap.graph.schedule;

import dev.gradgap.graph.Operation;

/**
 * The values of a run: one loop for each operation. All arrays are read and written at the same positions, from 0 on,
 * because only then HotSpot's compiler (of Java 17 as of 25) turns a loop into vector instructions.
 */
final class ValueKernels {

    private ValueKernels() {}

    /**
     * Computes {@code r[i] = operation.value(a[i], b[i])} for i from 0 to {@code n - 1}.
     *
     * @param r receives the values; may be {@code a} or {@code b}
     * @param b the second operands; any array of the length for a unary operation
     */
    static void apply(Operation operation, double[] r, double[] a, double[] b, int n) {
        switch (operation) {
            case ADD -> add(r, a, b, n);
            case SUBTRACT -> subtract(r, a, b, n);
            case MULTIPLY -> multiply(r, a, b, n);
            case DIVIDE -> divide(r, a, b, n);
            case NEGATE -> negate(r, a, n);
            case RECIPROCAL -> reciprocal(r, a, n);
            case SQUARE -> square(r, a, n);
            case SQRT -> sqrt(r, a, n);
            case POW_CONSTANT -> powConstant(r, a, b, n);
            case POW -> pow(r, a, b, n);
            case EXP -> exp(r, a, n);
            case EXPM1 -> expm1(r, a, n);
            case LOG -> log(r, a, n);
            case LOG1P -> log1p(r, a, n);
            case SIN -> sin(r, a, n);
            case COS -> cos(r, a, n);
            case TAN -> tan(r, a, n);
            case ASIN -> asin(r, a, n);
            case ACOS -> acos(r, a, n);
            case ATAN -> atan(r, a, n);
            case ATAN2 -> atan2(r, a, b, n);
            case SINH -> sinh(r, a, n);
            case COSH -> cosh(r, a, n);
            case TANH -> tanh(r, a, n);
            case SIGMOID -> sigmoid(r, a, n);
            case ABS -> abs(r, a, n);
            case MAX -> max(r, a, b, n);
            case MIN -> min(r, a, b, n);
            case HYPOT -> hypot(r, a, b, n);
        }
    }

    private static void add(double[] r, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.ADD.value(a[i], b[i]);
        }
    }

    private static void subtract(double[] r, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.SUBTRACT.value(a[i], b[i]);
        }
    }

    private static void multiply(double[] r, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.MULTIPLY.value(a[i], b[i]);
        }
    }

    private static void divide(double[] r, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.DIVIDE.value(a[i], b[i]);
        }
    }

    private static void negate(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.NEGATE.value(a[i], 0);
        }
    }

    private static void reciprocal(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.RECIPROCAL.value(a[i], 0);
        }
    }

    private static void square(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.SQUARE.value(a[i], 0);
        }
    }

    private static void sqrt(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.SQRT.value(a[i], 0);
        }
    }

    private static void powConstant(double[] r, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.POW_CONSTANT.value(a[i], b[i]);
        }
    }

    private static void pow(double[] r, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.POW.value(a[i], b[i]);
        }
    }

    private static void exp(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.EXP.value(a[i], 0);
        }
    }

    private static void expm1(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.EXPM1.value(a[i], 0);
        }
    }

    private static void log(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.LOG.value(a[i], 0);
        }
    }

    private static void log1p(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.LOG1P.value(a[i], 0);
        }
    }

    private static void sin(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.SIN.value(a[i], 0);
        }
    }

    private static void cos(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.COS.value(a[i], 0);
        }
    }

    private static void tan(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.TAN.value(a[i], 0);
        }
    }

    private static void asin(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.ASIN.value(a[i], 0);
        }
    }

    private static void acos(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.ACOS.value(a[i], 0);
        }
    }

    private static void atan(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.ATAN.value(a[i], 0);
        }
    }

    private static void atan2(double[] r, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.ATAN2.value(a[i], b[i]);
        }
    }

    private static void sinh(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.SINH.value(a[i], 0);
        }
    }

    private static void cosh(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.COSH.value(a[i], 0);
        }
    }

    private static void tanh(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.TANH.value(a[i], 0);
        }
    }

    private static void sigmoid(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.SIGMOID.value(a[i], 0);
        }
    }

    private static void abs(double[] r, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.ABS.value(a[i], 0);
        }
    }

    private static void max(double[] r, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.MAX.value(a[i], b[i]);
        }
    }

    private static void min(double[] r, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.MIN.value(a[i], b[i]);
        }
    }

    private static void hypot(double[] r, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = Operation.HYPOT.value(a[i], b[i]);
        }
    }
}
