package dev.gradgap.engine.forward;

/** A dual number with four tangents: a value and its derivatives along four directions of the inputs. */
record Dual4(double value, double t0, double t1, double t2, double t3) {

    private static Dual4 of(double value, double t0, double t1, double t2, double t3) {
        return new Dual4(value, t0, t1, t2, t3);
    }

    /** The chain rule for four tangents. */
    static final class Arithmetic extends DualArithmetic<Dual4> {

        Arithmetic() {
            super(4);
        }

        @Override
        public Dual4[] array(int length) {
            return new Dual4[length];
        }

        @Override
        public double value(Dual4 x) {
            return x.value;
        }

        @Override
        double[] tangents(Dual4 x) {
            return new double[] {x.t0, x.t1, x.t2, x.t3};
        }

        @Override
        Dual4 number(double value, double[] tangents, int offset) {
            return of(value, tangents[offset], tangents[offset + 1], tangents[offset + 2], tangents[offset + 3]);
        }

        @Override
        protected Dual4 result(double value, double p, Dual4 x) {
            return of(value, p * x.t0, p * x.t1, p * x.t2, p * x.t3);
        }

        @Override
        protected Dual4 result(double value, double p, Dual4 x, double q, Dual4 y) {
            return of(value, p * x.t0 + q * y.t0, p * x.t1 + q * y.t1, p * x.t2 + q * y.t2, p * x.t3 + q * y.t3);
        }
    }
}
