package dev.gradgap.verify.recording;

import dev.gradgap.engine.ChainRuleArithmetic;

/**
 * A dual number whose tangent fans out at a kink: beside the tangent by the conventions of {@link
 * dev.gradgap.function.Arithmetic} it has the smallest and the largest that it may have if at every kink on the way either
 * side is taken. As long as there was none, the three are equal, to the last bit. And it knows how large the tangent would be
 * if no terms had cancelled.
 *
 * @param value the value
 * @param tangent the derivative along a direction, by the conventions
 * @param low the smallest derivative along the direction
 * @param high the largest
 * @param magnitude of the derivative if all terms on the way had the same sign
 * @param kinks on the way, 0, 1, or 2 for several; with several, what lies between the extremes may come about too
 */
record Fan(double value, double tangent, double low, double high, double magnitude, int kinks) {

    private static final int SEVERAL = 2;

    /** A number without a kink. */
    static Fan of(double value, double tangent) {
        return new Fan(value, tangent, tangent, tangent, Math.abs(tangent), 0);
    }

    /** This number, whose derivative may be anything that another's may be, too. */
    Fan or(Fan other) {
        double newLow = Math.min(low, other.low);
        double newHigh = Math.max(high, other.high);
        boolean more = newLow < newHigh && tangent != other.tangent;
        return new Fan(
                value,
                tangent,
                newLow,
                newHigh,
                Math.max(magnitude, other.magnitude),
                several(kinks + other.kinks + (more ? 1 : 0)));
    }

    /** A number of some value whose derivative is 0 by convention and to the sides plus and minus a slope. */
    static Fan pointed(double value, double slope, int kinks) {
        return new Fan(value, 0, -slope, slope, slope, several(kinks + (slope > 0 ? 1 : 0)));
    }

    /** The largest derivative by size. */
    double steepest() {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    private static int several(int kinks) {
        return Math.min(kinks, SEVERAL);
    }

    /** The chain rule for the tangent and for its bounds. */
    static final class Arithmetic extends ChainRuleArithmetic<Fan> {

        @Override
        public Fan constant(double value) {
            return of(value, 0);
        }

        @Override
        public Fan[] array(int length) {
            return new Fan[length];
        }

        @Override
        public double value(Fan x) {
            return x.value;
        }

        @Override
        protected Fan result(double value, double p, Fan x) {
            return new Fan(value, p * x.tangent, p * below(p, x), p * above(p, x), Math.abs(p) * x.magnitude, x.kinks);
        }

        @Override
        protected Fan result(double value, double p, Fan x, double q, Fan y) {
            return new Fan(
                    value,
                    p * x.tangent + q * y.tangent,
                    p * below(p, x) + q * below(q, y),
                    p * above(p, x) + q * above(q, y),
                    Math.abs(p) * x.magnitude + Math.abs(q) * y.magnitude,
                    several(x.kinks + y.kinks));
        }

        private static double below(double p, Fan x) {
            return p < 0 ? x.high : x.low;
        }

        private static double above(double p, Fan x) {
            return p < 0 ? x.low : x.high;
        }
    }
}
