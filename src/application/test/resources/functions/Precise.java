import java.math.BigDecimal;

/** A sum in decimal numbers: nothing that a tool for doubles can follow. */
public class Precise {
    public static double sum(double[] x) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double v : x) {
            sum = sum.add(BigDecimal.valueOf(v));
        }
        return sum.doubleValue();
    }
}
