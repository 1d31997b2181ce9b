/** The determinant of a matrix, by LU decomposition with partial pivoting. */
public class Determinant {
    public static double logDet(double[] flat) {
        int n = (int) Math.sqrt(flat.length);
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = flat[i * n + j] + (i == j ? n : 0);
            }
        }
        double det = 1;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) {
                    pivot = i;
                }
            }
            if (pivot != k) {
                double[] row = a[k];
                a[k] = a[pivot];
                a[pivot] = row;
                det = -det;
            }
            if (a[k][k] == 0.0) {
                throw new ArithmeticException("singular");
            }
            det *= a[k][k];
            for (int i = k + 1; i < n; i++) {
                double m = a[i][k] /= a[k][k];
                for (int j = k + 1; j < n; j++) {
                    a[i][j] -= m * a[k][j];
                }
            }
        }
        return Math.log(Math.abs(det));
    }
}
