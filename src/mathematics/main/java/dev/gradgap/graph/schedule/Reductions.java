package dev.gradgap.graph.schedule;

import dev.gradgap.graph.Operation;

/**
 * Many operands combined by one operation, with four partial results side by side where the order may change: one alone
 * waits for each operation to end. Where one of the four has left the range of doubles, all is done again in order: the
 * function's own partial results may have stayed within. That a product has lost digits as a subnormal number and is normal
 * again at the end shows only on the way back.
 */
final class Reductions {

    private static final double ROUNDINGS_OF_TWO = 0x1p-52; // of a multiplication in each of two products

    private Reductions() {}

    /** The operands a[0] to a[n - 1] combined, beginning with another one, which may be {@link #neutral}. */
    static double value(Operation operation, double begin, double[] a, int n, boolean reassociate) {
        return switch (operation) {
            case ADD -> reassociate ? sum(begin, a, n) : sumInOrder(begin, a, n);
            case MULTIPLY -> reassociate ? product(begin, a, n) : productInOrder(begin, a, n);
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

    /** The sum of a[0] to a[n - 1] and a number to begin with, in another order. */
    static double sum(double begin, double[] a, int n) {
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
        double sum = begin + ((s0 + s1) + (s2 + s3));
        return Double.isFinite(sum) ? sum : sumInOrder(begin, a, n);
    }

    private static double sumInOrder(double begin, double[] a, int n) {
        double sum = begin;
        for (int i = 0; i < n; i++) {
            sum += a[i];
        }
        return sum;
    }

    private static double product(double begin, double[] a, int n) {
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
        double product = begin * ((p0 * p1) * (p2 * p3));
        boolean normal = isNormal(p0) && isNormal(p1) && isNormal(p2) && isNormal(p3) && isNormal(product);
        return normal ? product : productInOrder(begin, a, n);
    }

    private static boolean isNormal(double x) {
        double size = Math.abs(x);
        return size >= Double.MIN_NORMAL && size <= Double.MAX_VALUE;
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
     * The adjoints of the factors of a product: each that of the product times all other factors. No division, so that a
     * factor may be zero.
     *
     * <p>At the end each of the four products that are carried back has met all factors, those of the other three first,
     * and equals the whole but for rounding, unless it or one carried forward has over- or underflowed on the way.
     *
     * @param out receives the adjoints; not {@code a}
     * @param adjoint that of the product
     * @param begin what the product begins with
     * @return the adjoint of {@code begin}
     */
    static double productAdjoints(double[] out, double adjoint, double begin, double[] a, int n) {
        double scale = adjoint * begin;
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
        double product = (p0 * p1) * (p2 * p3);
        double whole = scale * product;
        double farthest = Math.max(
                Math.max(Math.abs(s0 - whole), Math.abs(s1 - whole)),
                Math.max(Math.abs(s2 - whole), Math.abs(s3 - whole)));
        boolean agree = isNormal(scale) && isNormal(whole) && farthest <= (n + 8) * ROUNDINGS_OF_TWO * Math.abs(whole);
        boolean unread = adjoint == 0 && Double.isFinite(product);
        return agree || unread ? adjoint * product : productAdjointsInOrder(out, adjoint, begin, a, n);
    }

    private static double productAdjointsInOrder(double[] out, double adjoint, double begin, double[] a, int n) {
        double before = begin;
        for (int i = 0; i < n; i++) {
            out[i] = before;
            before *= a[i];
        }
        double after = adjoint;
        for (int i = n - 1; i >= 0; i--) {
            out[i] *= after;
            after *= a[i];
        }
        return after;
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
