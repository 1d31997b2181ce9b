/** Implicit steps of the heat equation with a tridiagonal solver, in scratch arrays that are used again. */
public class HeatEquation {
    static double[] lower, diagonal, upper;

    static void solve(double[] right) {
        int n = right.length;
        for (int i = 1; i < n; i++) {
            double m = lower[i] / diagonal[i - 1];
            diagonal[i] -= m * upper[i - 1];
            right[i] -= m * right[i - 1];
        }
        right[n - 1] /= diagonal[n - 1];
        for (int i = n - 2; i >= 0; i--) {
            right[i] = (right[i] - upper[i] * right[i + 1]) / diagonal[i];
        }
    }

    public static double misfit(double[] initial) {
        int n = initial.length;
        double[] u = initial.clone();
        for (int step = 0; step < 3; step++) {
            lower = new double[n];
            diagonal = new double[n];
            upper = new double[n];
            for (int i = 0; i < n; i++) {
                double conductivity = 1 + 0.1 * u[i] * u[i];
                lower[i] = i == 0 ? 0 : -conductivity;
                upper[i] = i == n - 1 ? 0 : -conductivity;
                diagonal[i] = 1 + 2 * conductivity;
            }
            solve(u);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double d = u[i] - Math.sin(i);
            sum += d * d;
        }
        return sum / 2;
    }
}
