package dev.gradgap.verify.expected;

/** Sums over vectors. */
public final class Vectors {

    private Vectors() {}

    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The Euclidean length. */
    public static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** The row w'J of a row-major Jacobian with n columns. */
    public static double[] row(double[] w, double[] jacobian, int n) {
        double[] row = new double[n];
        for (int j = 0; j < w.length; j++) {
            for (int i = 0; i < n; i++) {
                row[i] += w[j] * jacobian[j * n + i];
            }
        }
        return row;
    }

    /** The column J v of a row-major Jacobian with m rows. */
    public static double[] column(double[] jacobian, int m, double[] v) {
        double[] column = new double[m];
        for (int j = 0; j < m; j++) {
            for (int i = 0; i < v.length; i++) {
                column[j] += jacobian[j * v.length + i] * v[i];
            }
        }
        return column;
    }
}
