package dev.gradgap.engine.forward;

/** A dual number with eight tangents: a value and its derivatives along eight directions of the inputs. */
record Dual8(double value, double t0, double t1, double t2, double t3, double t4, double t5, double t6, double t7) {

    private static Dual8 of(
            double value, double t0, double t1, double t2, double t3, double t4, double t5, double t6, double t7) {
        return new Dual8(value, t0, t1, t2, t3, t4, t5, t6, t7);
    }

    /** The chain rule for eight tangents. */
    static final class Arithmetic extends DualArithmetic<Dual8> {

        Arithmetic() {
            super(8);
        }

        @Override
        public Dual8[] array(int length) {
            return new Dual8[length];
        }

        @Override
        public double value(Dual8 x) {
            return x.value;
        }

        @Override
        double[] tangents(Dual8 x) {
            return new double[] {x.t0, x.t1, x.t2, x.t3, x.t4, x.t5, x.t6, x.t7};
        }

        @Override
        Dual8 number(double value, double[] tangents, int offset) {
            return of(
                    value,
                    tangents[offset],
                    tangents[offset + 1],
                    tangents[offset + 2],
                    tangents[offset + 3],
                    tangents[offset + 4],
                    tangents[offset + 5],
                    tangents[offset + 6],
                    tangents[offset + 7]);
        }

        @Override
        protected Dual8 result(double value, double p, Dual8 x) {
            return of(value, p * x.t0, p * x.t1, p * x.t2, p * x.t3, p * x.t4, p * x.t5, p * x.t6, p * x.t7);
        }

        @Override
        protected Dual8 result(double value, double p, Dual8 x, double q, Dual8 y) {
            return of(
                    value,
                    p * x.t0 + q * y.t0,
                    p * x.t1 + q * y.t1,
                    p * x.t2 + q * y.t2,
                    p * x.t3 + q * y.t3,
                    p * x.t4 + q * y.t4,
                    p * x.t5 + q * y.t5,
                    p * x.t6 + q * y.t6,
                    p * x.t7 + q * y.t7);
        }
    }
}
