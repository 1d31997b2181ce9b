import java.util.Arrays;

/** A natural cubic spline through values at fixed knots, looked up by binary search, and integrated by sampling. */
public class Spline {
    private final double[] knots;
    private final double[] values;
    private final double[] second;

    Spline(double[] knots, double[] values) {
        this.knots = knots;
        this.values = values;
        int n = knots.length;
        second = new double[n];
        double[] u = new double[n];
        for (int i = 1; i < n - 1; i++) {
            double sig = (knots[i] - knots[i - 1]) / (knots[i + 1] - knots[i - 1]);
            double p = sig * second[i - 1] + 2;
            second[i] = (sig - 1) / p;
            double slope = (values[i + 1] - values[i]) / (knots[i + 1] - knots[i])
                    - (values[i] - values[i - 1]) / (knots[i] - knots[i - 1]);
            u[i] = (6 * slope / (knots[i + 1] - knots[i - 1]) - sig * u[i - 1]) / p;
        }
        for (int k = n - 2; k >= 0; k--) {
            second[k] = second[k] * second[k + 1] + u[k];
        }
    }

    double at(double x) {
        int i = Arrays.binarySearch(knots, x);
        int hi = i >= 0 ? Math.max(i, 1) : Math.min(Math.max(-i - 1, 1), knots.length - 1);
        int lo = hi - 1;
        double h = knots[hi] - knots[lo];
        double a = (knots[hi] - x) / h;
        double b = (x - knots[lo]) / h;
        return a * values[lo]
                + b * values[hi]
                + ((a * a * a - a) * second[lo] + (b * b * b - b) * second[hi]) * h * h / 6;
    }

    public static double roughness(double[] values) {
        double[] knots = new double[values.length];
        for (int i = 0; i < knots.length; i++) {
            knots[i] = i;
        }
        Spline spline = new Spline(knots, values);
        double sum = 0;
        for (double x = 0.25; x < values.length - 1; x += 0.5) {
            sum += Math.pow(spline.at(x) - spline.at(x * 0.9), 2);
        }
        return sum + spline.at(values[0] * 0.8);
    }
}
