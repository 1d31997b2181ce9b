/** The negative log-likelihood of measurements under a local linear trend, by a Kalman filter; the first three inputs are its variances. */
public class Kalman {
    static double[][] mul(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++)
            for (int j = 0; j < b[0].length; j++) for (int k = 0; k < b.length; k++) c[i][j] += a[i][k] * b[k][j];
        return c;
    }

    static double[][] transpose(double[][] a) {
        double[][] t = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) for (int j = 0; j < a[0].length; j++) t[j][i] = a[i][j];
        return t;
    }

    public static double negativeLogLikelihood(double[] in) {
        double level = in[0] * in[0], trend = in[1] * in[1], noise = in[2] * in[2];
        double[][] f = {{1, 1}, {0, 1}};
        double[][] q = {{level, 0}, {0, trend}};
        double[][] p = {{10, 0}, {0, 10}};
        double[] x = {0, 0};
        double nll = 0;
        for (int t = 3; t < in.length; t++) {
            x = new double[] {x[0] + x[1], x[1]};
            p = mul(mul(f, p), transpose(f));
            for (int i = 0; i < 2; i++) p[i][i] += q[i][i];
            double innovation = in[t] - x[0];
            double s = p[0][0] + noise;
            double[] gain = {p[0][0] / s, p[1][0] / s};
            for (int i = 0; i < 2; i++) x[i] += gain[i] * innovation;
            double[][] updated = new double[2][2];
            for (int i = 0; i < 2; i++) for (int j = 0; j < 2; j++) updated[i][j] = p[i][j] - gain[i] * p[0][j];
            p = updated;
            nll += 0.5 * (Math.log(2 * Math.PI * s) + innovation * innovation / s);
        }
        return nll;
    }
}
