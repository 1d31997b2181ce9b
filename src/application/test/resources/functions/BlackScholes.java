/** The price of a European call, with the normal distribution by Abramowitz and Stegun 26.2.17. */
public class BlackScholes {
    static double cdf(double x) {
        if (x < 0) {
            return 1 - cdf(-x);
        }
        double k = 1 / (1 + 0.2316419 * x);
        double poly = k * (0.319381530 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
        return 1 - Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * poly;
    }

    public static double call(double spot, double strike, double rate, double volatility, double years) {
        double d1 = (Math.log(spot / strike) + (rate + volatility * volatility / 2) * years)
                / (volatility * Math.sqrt(years));
        double d2 = d1 - volatility * Math.sqrt(years);
        return spot * cdf(d1) - strike * Math.exp(-rate * years) * cdf(d2);
    }
}
