package dev.gradgap.graph.schedule;

import dev.gradgap.graph.Operation;

/**
 * The adjoints of a run times the partials with respect to the second operands: one loop for each operation, vectorised
 * as those of {@link ValueKernels} are. A partial that is 1 needs no
 * loop.
 */
final class SecondPartialKernels {

    private SecondPartialKernels() {}

    /**
     * Computes {@code out[i] = w[i] * operation.secondPartial(a[i], b[i], v[i])} for i from 0 to {@code n - 1}.
     *
     * @param out receives the products; none of the other arrays
     * @param w the adjoints of the results
     * @param a the first operands, where {@link PartialReads} says they are read
     * @param b the second operands, likewise
     * @param v the values, likewise
     */
    static void apply(Operation operation, double[] out, double[] w, double[] a, double[] b, double[] v, int n) {
        switch (operation) {
            case SUBTRACT -> negated(out, w, n);
            case MULTIPLY -> multiply(out, w, a, n);
            case DIVIDE -> divide(out, w, b, v, n);
            case POW -> pow(out, w, a, b, v, n);
            case ATAN2 -> atan2(out, w, a, b, n);
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

    private static void multiply(double[] out, double[] w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.MULTIPLY.secondPartial(a[i], 0, 0);
        }
    }

    private static void divide(double[] out, double[] w, double[] b, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.DIVIDE.secondPartial(0, b[i], v[i]);
        }
    }

    private static void pow(double[] out, double[] w, double[] a, double[] b, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.POW.secondPartial(a[i], b[i], v[i]);
        }
    }

    private static void atan2(double[] out, double[] w, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.ATAN2.secondPartial(a[i], b[i], 0);
        }
    }

    private static void max(double[] out, double[] w, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.MAX.secondPartial(a[i], b[i], 0);
        }
    }

    private static void min(double[] out, double[] w, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.MIN.secondPartial(a[i], b[i], 0);
        }
    }

    private static void hypot(double[] out, double[] w, double[] a, double[] b, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * Operation.HYPOT.secondPartial(a[i], b[i], v[i]);
        }
    }
}
