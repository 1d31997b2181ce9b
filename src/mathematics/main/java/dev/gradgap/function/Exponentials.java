package dev.gradgap.function;

/** Exponential functions, logarithms and hyperbolic functions. */
public final class Exponentials {

    private static final double LOG_OF_TWO = Math.log(2);
    private static final double FARTHEST = -750; // beyond, the exponential is 0

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
    public static final UnaryElemental SINH =
            new UnaryElemental(21, "sinh", Elemental.Cost.FUNCTION, Elemental.NO_LANES) {
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
    public static final UnaryElemental COSH =
            new UnaryElemental(22, "cosh", Elemental.Cost.FUNCTION, Elemental.NO_LANES) {
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
    public static final UnaryElemental SIGMOID =
            new UnaryElemental(24, "sigmoid", Elemental.Cost.FUNCTION, Elemental.COMPOSED) {
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

    /** ln(e^x + e^y), right to some units in the last place of the largest of it, x and y. */
    public static final BinaryElemental LOGADDEXP =
            new BinaryElemental(30, "logaddexp", Elemental.Cost.FUNCTION, Elemental.NO_LANES) {
                @Override
                public double value(double x, double y) {
                    if (x == y) {
                        return x + LOG_OF_TWO; // infinities included
                    }
                    return Math.max(x, y) + Math.log1p(decay(x, y));
                }

                @Override
                public <T> T firstPartial(Arithmetic<T> a, T x, T y, T value) {
                    return a.sigmoid(a.subtract(x, y));
                }

                @Override
                public <T> T secondPartial(Arithmetic<T> a, T x, T y, T value) {
                    return a.sigmoid(a.subtract(y, x));
                }

                @Override
                public double firstPartial(double x, double y, double value) {
                    double decay = decay(x, y);
                    return (x < y ? decay : 1) / (1 + decay);
                }

                @Override
                public double secondPartial(double x, double y, double value) {
                    return firstPartial(y, x, value);
                }

                @Override
                public <T> T on(Arithmetic<T> a, T x, T y) {
                    return a.logaddexp(x, y);
                }

                @Override
                public <T> T composed(Arithmetic<T> a, T x, T y) {
                    T half = a.constant(0.5);
                    T u = a.multiply(x, half);
                    T v = a.multiply(y, half);
                    T distance = a.abs(a.subtract(u, v)); // without a share in the derivative at a tie
                    T larger = a.add(a.add(u, v), distance);
                    return a.add(larger, a.log1p(a.exp(a.multiply(distance, a.constant(-2)))));
                }
            };

    private Exponentials() {}

    /** exp(-|x - y|), with what the difference loses by rounding. */
    private static double decay(double x, double y) {
        double larger = Math.max(x, y);
        double smaller = Math.min(x, y);
        double difference = smaller - larger;
        if (!(difference > FARTHEST)) {
            return Math.exp(difference);
        }
        double back = difference - smaller;
        double lost = (smaller - (difference - back)) - (larger + back);
        return Math.exp(difference) * (1 + lost);
    }

    /** 1 - tanh² = 4 e / (1 + e)² with e = exp(-2 |x|). */
    private static double squaredSecant(double x) {
        double decay = Math.exp(-2 * Math.abs(x));
        double sum = 1 + decay;
        return 4 * decay / (sum * sum);
    }
}
