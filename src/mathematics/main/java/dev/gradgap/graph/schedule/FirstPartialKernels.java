package dev.gradgap.graph.schedule;

import dev.gradgap.graph.Operation;

/**
 * The adjoints of a run times the partials with respect to the first operands: one loop for each operation, vectorised
 * as those of {@link ValueKernels} are. A partial that is 1 needs no
 * loop.
 */
final class FirstPartialKernels {

    private FirstPartialKernels() {}

    /**
     * Computes {@code out[i] = w[i] * operation.firstPartial(a[i], b[i], v[i])} for i from 0 to {@code n - 1}.
     *
     * @param out receives the products; none of the other arrays
     * @param w the adjoints of the results
     * @param a the first operands, where {@link PartialReads} says they are read
     * @param b the second operands, likewise
     * @param v the values, likewise
     */
    static void apply(Operation operation, double[] out, double[] w, double[] a, double[] b, double[] v, int n) {
        switch (operation) {
            case MULTIPLY -> multiply(out, w, b, n);
            case DIVIDE -> divide(out, w, b, n);
            case NEGATE -> negated(out, w, n);
            case RECIPROCAL -> reciprocal(out, w, v, n);
            case SQUARE -> square(out, w, a, n);
            case SQRT -> sqrt(out, w, v, n);
            case POW_CONSTANT -> powConstant(out, w, a, b, v, n);
            case POW -> pow(out, w, a, b, v, n);
            case EXP -> exp(out, w, v, n);
            case EXPM1 -> expm1(out, w, a, n);
            case LOG -> log(out, w, a, n);
            case LOG1P -> log1p(out, w, a, n);
            case SIN -> sin(out, w, a, n);
            case COS -> cos(out, w, a, n);
            case TAN -> tan(out, w, v, n);
            case ASIN -> asin(out, w, a, n);
            case ACOS -> acos(out, w, a, n);
            case ATAN -> atan(out, w, a, n);
            case ATAN2 -> atan2(out, w, a, b, n);
            case SINH -> sinh(out, w, a, n);
            case COSH -> cosh(out, w, a, n);
            case TANH -> tanh(out, w, a, v, n);
            case SIGMOID -> sigmoid(out, w, a, n);
            case ABS -> abs(out, w, a, n);
            case MAX -> max(out, w, a, b, n);
            case MIN -> min(out, w, a, b, n);
            case HYPOT -> hypot(out, w, a, b, v, n);
            default -> throw new IllegalArgumentException("the partial of " + operation + " needs no loop");
        }
    }

    private static void negated(double[] out, double[] w, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = -w[i];
        }
    }

    private static void multiply(double[] out, double[] w, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.MULTIPLY.firstPartial(0, b[i], 0);
        }
    }

    private static void divide(double[] out, double[] w, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.DIVIDE.firstPartial(0, b[i], 0);
        }
    }

    private static void reciprocal(double[] out, double[] w, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.RECIPROCAL.firstPartial(0, 0, v[i]);
        }
    }

    private static void square(double[] out, double[] w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.SQUARE.firstPartial(a[i], 0, 0);
        }
    }

    private static void sqrt(double[] out, double[] w, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.SQRT.firstPartial(0, 0, v[i]);
        }
    }

    private static void powConstant(double[] out, double[] w, double[] a, double[] b, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.POW_CONSTANT.firstPartial(a[i], b[i], v[i]);
        }
    }

    private static void pow(double[] out, double[] w, double[] a, double[] b, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.POW.firstPartial(a[i], b[i], v[i]);
        }
    }

    private static void exp(double[] out, double[] w, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.EXP.firstPartial(0, 0, v[i]);
        }
    }

    private static void expm1(double[] out, double[] w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.EXPM1.firstPartial(a[i], 0, 0);
        }
    }

    private static void log(double[] out, double[] w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.LOG.firstPartial(a[i], 0, 0);
        }
    }

    private static void log1p(double[] out, double[] w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.LOG1P.firstPartial(a[i], 0, 0);
        }
    }

    private static void sin(double[] out, double[] w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.SIN.firstPartial(a[i], 0, 0);
        }
    }

    private static void cos(double[] out, double[] w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.COS.firstPartial(a[i], 0, 0);
        }
    }

    private static void tan(double[] out, double[] w, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.TAN.firstPartial(0, 0, v[i]);
        }
    }

    private static void asin(double[] out, double[] w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.ASIN.firstPartial(a[i], 0, 0);
        }
    }

    private static void acos(double[] out, double[] w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.ACOS.firstPartial(a[i], 0, 0);
        }
    }

    private static void atan(double[] out, double[] w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.ATAN.firstPartial(a[i], 0, 0);
        }
    }

    private static void atan2(double[] out, double[] w, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.ATAN2.firstPartial(a[i], b[i], 0);
        }
    }

    private static void sinh(double[] out, double[] w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.SINH.firstPartial(a[i], 0, 0);
        }
    }

    private static void cosh(double[] out, double[] w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.COSH.firstPartial(a[i], 0, 0);
        }
    }

    private static void tanh(double[] out, double[] w, double[] a, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.TANH.firstPartial(a[i], 0, v[i]);
        }
    }

    private static void sigmoid(double[] out, double[] w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.SIGMOID.firstPartial(a[i], 0, 0);
        }
    }

    private static void abs(double[] out, double[] w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.ABS.firstPartial(a[i], 0, 0);
        }
    }

    private static void max(double[] out, double[] w, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.MAX.firstPartial(a[i], b[i], 0);
        }
    }

    private static void min(double[] out, double[] w, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.MIN.firstPartial(a[i], b[i], 0);
        }
    }

    private static void hypot(double[] out, double[] w, double[] a, double[] b, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.HYPOT.firstPartial(a[i], b[i], v[i]);
        }
    }
}
