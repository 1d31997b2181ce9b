package dev.gradgap.graph.schedule;

import dev.gradgap.graph.Operation;

/**
 * Many operands combined by one operation, with four partial results side by side where the order may change: one alone
 * waits for each operation to end.
 */
final class Reductions {

    private Reductions() {}

    /** The operands a[0] to a[n - 1] combined, beginning with another one, which may be {@link #neutral}. */
    static double value(Operation operation, double begin, double[] a, int n, boolean reassociate) {
        return switch (operation) {
            case ADD -> reassociate ? begin + sum(a, n) : sumInOrder(begin, a, n);
            case MULTIPLY -> reassociate ? begin * product(a, n) : productInOrder(begin, a, n);
            case MAX -> max(begin, a, n);
            case MIN -> min(begin, a, n);
            default -> throw new IllegalArgumentException("no reduction by " + operation);
        };
    }

    /** The number that changes no operand it is combined with. */
    static double neutral(Operation operation) {
        return switch (operation) {
            case ADD -> -0.0;
            case MULTIPLY -> 1;
            case MAX -> Double.NEGATIVE_INFINITY;
            case MIN -> Double.POSITIVE_INFINITY;
            default -> throw new IllegalArgumentException("no reduction by " + operation);
        };
    }

    /** The sum of a[0] to a[n - 1], in another order. */
    static double sum(double[] a, int n) {
        double s0 = -0.0;
        double s1 = -0.0;
        double s2 = -0.0;
        double s3 = -0.0;
        int i = 0;
        for (; i < n - 3; i += 4) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
        }
        for (; i < n; i++) {
            s0 += a[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static double sumInOrder(double begin, double[] a, int n) {
        double sum = begin;
        for (int i = 0; i < n; i++) {
            sum += a[i];
        }
        return sum;
    }

    private static double product(double[] a, int n) {
        double p0 = 1;
        double p1 = 1;
        double p2 = 1;
        double p3 = 1;
        int i = 0;
        for (; i < n - 3; i += 4) {
            p0 *= a[i];
            p1 *= a[i + 1];
            p2 *= a[i + 2];
            p3 *= a[i + 3];
        }
        for (; i < n; i++) {
            p0 *= a[i];
        }
        return (p0 * p1) * (p2 * p3);
    }

    private static double productInOrder(double begin, double[] a, int n) {
        double product = begin;
        for (int i = 0; i < n; i++) {
            product *= a[i];
        }
        return product;
    }

    private static double max(double begin, double[] a, int n) {
        double m0 = begin;
        double m1 = begin;
        double m2 = begin;
        double m3 = begin;
        int i = 0;
        for (; i < n - 3; i += 4) {
            m0 = Math.max(m0, a[i]);
            m1 = Math.max(m1, a[i + 1]);
            m2 = Math.max(m2, a[i + 2]);
            m3 = Math.max(m3, a[i + 3]);
        }
        for (; i < n; i++) {
            m0 = Math.max(m0, a[i]);
        }
        return Math.max(Math.max(m0, m1), Math.max(m2, m3));
    }

    private static double min(double begin, double[] a, int n) {
        double m0 = begin;
        double m1 = begin;
        double m2 = begin;
        double m3 = begin;
        int i = 0;
        for (; i < n - 3; i += 4) {
            m0 = Math.min(m0, a[i]);
            m1 = Math.min(m1, a[i + 1]);
            m2 = Math.min(m2, a[i + 2]);
            m3 = Math.min(m3, a[i + 3]);
        }
        for (; i < n; i++) {
            m0 = Math.min(m0, a[i]);
        }
        return Math.min(Math.min(m0, m1), Math.min(m2, m3));
    }

    /**
     * The adjoints of the factors of a product: each the scale times all other factors. No division, so that a factor
     * may be zero.
     *
     * @param out receives the adjoints; not {@code a}
     * @param scale the adjoint of the product, times what the product begins with
     * @return the product of all factors
     */
    static double productAdjoints(double[] out, double scale, double[] a, int n) {
        double p0 = 1;
        double p1 = 1;
        double p2 = 1;
        double p3 = 1;
        int i = 0;
        for (; i < n - 3; i += 4) {
            out[i] = p0;
            out[i + 1] = p1;
            out[i + 2] = p2;
            out[i + 3] = p3;
            p0 *= a[i];
            p1 *= a[i + 1];
            p2 *= a[i + 2];
            p3 *= a[i + 3];
        }
        int rest = i;
        for (; i < n; i++) {
            out[i] = p0;
            p0 *= a[i];
        }
        double s0 = scale * p1 * (p2 * p3);
        double s1 = scale * p0 * (p2 * p3);
        double s2 = scale * (p0 * p1) * p3;
        double s3 = scale * (p0 * p1) * p2;
        for (i = n - 1; i >= rest; i--) {
            out[i] *= s0;
            s0 *= a[i];
        }
        for (i = rest - 4; i >= 0; i -= 4) {
            out[i] *= s0;
            out[i + 1] *= s1;
            out[i + 2] *= s2;
            out[i + 3] *= s3;
            s0 *= a[i];
            s1 *= a[i + 1];
            s2 *= a[i + 2];
            s3 *= a[i + 3];
        }
        return (p0 * p1) * (p2 * p3);
    }

    /**
     * The operand to which a chain of maxima or minima hands its adjoint: each takes its first operand at a tie.
     *
     * @param begins whether there is an operand before a[0]
     * @return its place in {@code a}; -1 for the operand before
     */
    static int chosen(Operation operation, boolean begins, double begin, double[] a, int n) {
        double best = begins ? begin : a[0];
        int chosen = begins ? -1 : 0;
        for (int i = begins ? 0 : 1; i < n; i++) {
            boolean stays = operation == Operation.MAX ? best >= a[i] : best <= a[i];
            if (!stays) {
                best = a[i];
                chosen = i;
            }
        }
        return chosen;
    }
}
