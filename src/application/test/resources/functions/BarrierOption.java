import java.util.Random;

/** A down-and-out call by Monte Carlo with fixed random numbers; the payoff branches on each path. */
public class BarrierOption {
    enum Kind {
        CALL,
        PUT
    }

    interface Payoff {
        double of(double spot);
    }

    static Payoff payoff(Kind kind, double strike) {
        switch (kind) {
            case CALL:
                return spot -> Math.max(spot - strike, 0);
            default:
                return spot -> spot < strike ? strike - spot : 0.0;
        }
    }

    public static double price(double spot, double strike, double barrier, double volatility, double rate) {
        Random random = new Random(7);
        Payoff payoff = payoff(Kind.CALL, strike);
        int paths = 50, steps = 8;
        double dt = 1.0 / steps, sum = 0;
        for (int p = 0; p < paths; p++) {
            double s = spot * 1.2;
            boolean alive = true;
            for (int k = 0; k < steps && alive; k++) {
                s *= Math.exp((rate / 20 - volatility * volatility / 20) * dt
                        + volatility / 5 * Math.sqrt(dt) * random.nextGaussian());
                alive = s > barrier / 2;
            }
            if (alive) {
                sum += payoff.of(s);
            }
        }
        return Math.exp(-rate / 20) * sum / paths;
    }
}
