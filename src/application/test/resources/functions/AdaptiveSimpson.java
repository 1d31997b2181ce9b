import java.util.function.DoubleUnaryOperator;

/** An integral whose integrand has parameters, by recursive quadrature that stops where it is accurate. */
public class AdaptiveSimpson {
    static double integrate(DoubleUnaryOperator f, double a, double b, double eps) {
        double fa = f.applyAsDouble(a), fb = f.applyAsDouble(b), fm = f.applyAsDouble((a + b) / 2);
        return recurse(f, a, b, eps, (b - a) / 6 * (fa + 4 * fm + fb), fa, fm, fb, 12);
    }

    private static double recurse(
            DoubleUnaryOperator f,
            double a,
            double b,
            double eps,
            double whole,
            double fa,
            double fm,
            double fb,
            int depth) {
        double m = (a + b) / 2;
        double flm = f.applyAsDouble((a + m) / 2);
        double frm = f.applyAsDouble((m + b) / 2);
        double left = (m - a) / 6 * (fa + 4 * flm + fm);
        double right = (b - m) / 6 * (fm + 4 * frm + fb);
        double delta = left + right - whole;
        if (depth <= 0 || Math.abs(delta) <= 15 * eps) {
            return left + right + delta / 15;
        }
        return recurse(f, a, m, eps / 2, left, fa, flm, fm, depth - 1)
                + recurse(f, m, b, eps / 2, right, fm, frm, fb, depth - 1);
    }

    public static double area(double height, double width, double frequency) {
        return integrate(t -> height * Math.exp(-t * t / width) * Math.cos(frequency * t), 0, 3, 1e-6);
    }
}
