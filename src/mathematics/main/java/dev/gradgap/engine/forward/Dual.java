package dev.gradgap.engine.forward;

/**
 * A dual number: a value and its derivative along one direction of the inputs.
 *
 * <p>Source: W. K. Clifford, Preliminary sketch of biquaternions, Proc. London Math. Soc. 4, 1873; as a way to
 * differentiate: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 3.1.
 */
record Dual(double value, double tangent) {

    static Dual of(double value, double tangent) {
        return new Dual(value, tangent);
    }

    /** The chain rule for one tangent. */
    static final class Arithmetic extends DualArithmetic<Dual> {

        Arithmetic() {
            super(1);
        }

        @Override
        public Dual[] array(int length) {
            return new Dual[length];
        }

        @Override
        public double value(Dual x) {
            return x.value;
        }

        @Override
        double[] tangents(Dual x) {
            return new double[] {x.tangent};
        }

        @Override
        Dual number(double value, double[] tangents, int offset) {
            return of(value, tangents[offset]);
        }

        /** For a single tangent a comparison is cheaper than a load. */
        @Override
        Dual seeded(double value, int t) {
            return of(value, t == 0 ? 1 : 0);
        }

        @Override
        protected Dual result(double value, double p, Dual x) {
            return of(value, p * x.tangent);
        }

        @Override
        protected Dual result(double value, double p, Dual x, double q, Dual y) {
            return of(value, p * x.tangent + q * y.tangent);
        }
    }
}
