package dev.gradgap.function;

/** Exponential functions, logarithms and hyperbolic functions. */
public final class Exponentials {

    /** e^x. */
    public static final UnaryElemental EXP = new UnaryElemental(10, "exp", Elemental.Cost.FUNCTION, "EXP") {
        @Override
        public double value(double x) {
            return Math.exp(x);
        }

        @Override
        public <T> T partial(Arithmetic<T> a, T x, T value) {
            return value;
        }

        @Override
        public double partial(double x, double value) {
            return value;
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x) {
            return a.exp(x);
        }
    };

    /** e^x - 1. */
    public static final UnaryElemental EXPM1 = new UnaryElemental(11, "expm1", Elemental.Cost.FUNCTION, "EXPM1") {
        @Override
        public double value(double x) {
            return Math.expm1(x);
        }

        @Override
        public <T> T partial(Arithmetic<T> a, T x, T value) {
            return a.exp(x);
        }

        @Override
        public double partial(double x, double value) {
            return Math.exp(x);
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x) {
            return a.expm1(x);
        }
    };

    /** ln x. */
    public static final UnaryElemental LOG = new UnaryElemental(12, "log", Elemental.Cost.FUNCTION, "LOG") {
        @Override
        public double value(double x) {
            return Math.log(x);
        }

        @Override
        public <T> T partial(Arithmetic<T> a, T x, T value) {
            return a.reciprocal(x);
        }

        @Override
        public double partial(double x, double value) {
            return 1 / x;
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x) {
            return a.log(x);
        }

        @Override
        public double reach(double x, double y) {
            return x;
        }
    };

    /** ln(1 + x). */
    public static final UnaryElemental LOG1P = new UnaryElemental(13, "log1p", Elemental.Cost.FUNCTION, "LOG1P") {
        @Override
        public double value(double x) {
            return Math.log1p(x);
        }

        @Override
        public <T> T partial(Arithmetic<T> a, T x, T value) {
            return a.reciprocal(a.add(x, a.constant(1)));
        }

        @Override
        public double partial(double x, double value) {
            return 1 / (1 + x);
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x) {
            return a.log1p(x);
        }

        @Override
        public double reach(double x, double y) {
            return 1 + x;
        }
    };

    /** sinh x. */
    public static final UnaryElemental SINH = new UnaryElemental(21, "sinh", Elemental.Cost.FUNCTION, Elemental.NO_LANES) {
        @Override
        public double value(double x) {
            return Math.sinh(x);
        }

        @Override
        public <T> T partial(Arithmetic<T> a, T x, T value) {
            return a.cosh(x);
        }

        @Override
        public double partial(double x, double value) {
            return Math.cosh(x);
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x) {
            return a.sinh(x);
        }
    };

    /** cosh x. */
    public static final UnaryElemental COSH = new UnaryElemental(22, "cosh", Elemental.Cost.FUNCTION, Elemental.NO_LANES) {
        @Override
        public double value(double x) {
            return Math.cosh(x);
        }

        @Override
        public <T> T partial(Arithmetic<T> a, T x, T value) {
            return a.sinh(x);
        }

        @Override
        public double partial(double x, double value) {
            return Math.sinh(x);
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x) {
            return a.cosh(x);
        }
    };

    /** tanh x. */
    public static final UnaryElemental TANH = new UnaryElemental(23, "tanh", Elemental.Cost.FUNCTION, "TANH") {
        @Override
        public double value(double x) {
            return Math.tanh(x);
        }

        @Override
        public <T> T partial(Arithmetic<T> a, T x, T value) {
            T decay = a.exp(a.multiply(a.abs(x), a.constant(-2)));
            return a.divide(a.multiply(a.constant(4), decay), a.square(a.add(decay, a.constant(1))));
        }

        @Override
        public double partial(double x, double value) {
            double square = value * value;
            return square < 0.5 ? 1 - square : squaredSecant(x);
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x) {
            return a.tanh(x);
        }

        @Override
        public boolean readsValueOnDoubles() {
            return true;
        }
    };

    /** 1 / (1 + e^-x). */
    public static final UnaryElemental SIGMOID = new UnaryElemental(24, "sigmoid", Elemental.Cost.FUNCTION, Elemental.COMPOSED) {
        @Override
        public double value(double x) {
            double decay = Math.exp(-Math.abs(x));
            return (x < 0 ? decay : 1) / (1 + decay);
        }

        @Override
        public <T> T partial(Arithmetic<T> a, T x, T value) {
            T decay = a.exp(a.negate(a.abs(x)));
            return a.divide(decay, a.square(a.add(decay, a.constant(1))));
        }

        @Override
        public double partial(double x, double value) {
            double decay = Math.exp(-Math.abs(x));
            double sum = 1 + decay;
            return decay / (sum * sum);
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x) {
            return a.sigmoid(x);
        }

        @Override
        public <T> T composed(Arithmetic<T> a, T x) {
            T one = a.constant(1);
            T decay = a.exp(a.negate(a.abs(x)));
            return a.divide(a.select(Relation.LT, x, a.constant(0), decay, one), a.add(decay, one));
        }
    };

    private Exponentials() {}

    /** 1 - tanh² = 4 e / (1 + e)² with e = exp(-2 |x|). */
    private static double squaredSecant(double x) {
        double decay = Math.exp(-2 * Math.abs(x));
        double sum = 1 + decay;
        return 4 * decay / (sum * sum);
    }
}
