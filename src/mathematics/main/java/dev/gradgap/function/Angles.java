package dev.gradgap.function;

import java.util.List;

/** Trigonometric functions and their inverses. */
public final class Angles {

    private static final double ATAN_SCALE = 0x1p-27;
    private static final double SMALLEST_NORM = 0x1p-960; // far above what the squares of its parts may lose
    private static final double SCALE = 0x1p600;

    /** sin x. */
    public static final UnaryElemental SIN = new UnaryElemental(14, "sin", Elemental.Cost.FUNCTION, "SIN") {
        @Override
        public double value(double x) {
            return Math.sin(x);
        }

        @Override
        public <T> T partial(Arithmetic<T> a, T x, T value) {
            return a.cos(x);
        }

        @Override
        public double partial(double x, double value) {
            return Math.cos(x);
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x) {
            return a.sin(x);
        }
    };

    /** cos x. */
    public static final UnaryElemental COS = new UnaryElemental(15, "cos", Elemental.Cost.FUNCTION, "COS") {
        @Override
        public double value(double x) {
            return Math.cos(x);
        }

        @Override
        public <T> T partial(Arithmetic<T> a, T x, T value) {
            return a.negate(a.sin(x));
        }

        @Override
        public double partial(double x, double value) {
            return -Math.sin(x);
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x) {
            return a.cos(x);
        }
    };

    /** tan x. */
    public static final UnaryElemental TAN =
            new UnaryElemental(16, "tan", Elemental.Cost.FUNCTION, Elemental.NO_LANES) {
                @Override
                public double value(double x) {
                    return Math.tan(x);
                }

                @Override
                public <T> T partial(Arithmetic<T> a, T x, T value) {
                    return a.add(a.square(value), a.constant(1));
                }

                @Override
                public double partial(double x, double value) {
                    return 1 + value * value;
                }

                @Override
                public <T> T on(Arithmetic<T> a, T x) {
                    return a.tan(x);
                }
            };

    /** arcsin x. */
    public static final UnaryElemental ASIN =
            new UnaryElemental(17, "asin", Elemental.Cost.FUNCTION, Elemental.NO_LANES) {
                @Override
                public double value(double x) {
                    return Math.asin(x);
                }

                @Override
                public <T> T partial(Arithmetic<T> a, T x, T value) {
                    return overRoot(a, x);
                }

                @Override
                public double partial(double x, double value) {
                    return inverseSquareRoot((1 - x) * (1 + x));
                }

                @Override
                public <T> T on(Arithmetic<T> a, T x) {
                    return a.asin(x);
                }

                @Override
                public List<Convention> conventions() {
                    return List.of(Convention.at("asin at 1: 0", 1, 0), Convention.at("asin at -1: 0", -1, 0));
                }
            };

    /** arccos x. */
    public static final UnaryElemental ACOS =
            new UnaryElemental(18, "acos", Elemental.Cost.FUNCTION, Elemental.NO_LANES) {
                @Override
                public double value(double x) {
                    return Math.acos(x);
                }

                @Override
                public <T> T partial(Arithmetic<T> a, T x, T value) {
                    return a.negate(overRoot(a, x));
                }

                @Override
                public double partial(double x, double value) {
                    return -inverseSquareRoot((1 - x) * (1 + x));
                }

                @Override
                public <T> T on(Arithmetic<T> a, T x) {
                    return a.acos(x);
                }

                @Override
                public List<Convention> conventions() {
                    return List.of(Convention.at("acos at 1: 0", 1, 0), Convention.at("acos at -1: 0", -1, 0));
                }
            };

    /** arctan x. */
    public static final UnaryElemental ATAN =
            new UnaryElemental(19, "atan", Elemental.Cost.FUNCTION, Elemental.NO_LANES) {
                @Override
                public double value(double x) {
                    return Math.atan(x);
                }

                @Override
                public <T> T partial(Arithmetic<T> a, T x, T value) {
                    return a.reciprocal(a.add(a.square(x), a.constant(1)));
                }

                @Override
                public double partial(double x, double value) {
                    double scaled = ATAN_SCALE * x; // whose square overflows only where the derivative is 0
                    return ATAN_SCALE * ATAN_SCALE / (ATAN_SCALE * ATAN_SCALE + scaled * scaled);
                }

                @Override
                public <T> T on(Arithmetic<T> a, T x) {
                    return a.atan(x);
                }
            };

    /** The angle with ordinate x and abscissa y. */
    public static final BinaryElemental ATAN2 =
            new BinaryElemental(20, "atan2", Elemental.Cost.FUNCTION, Elemental.NO_LANES) {
                @Override
                public double value(double x, double y) {
                    return Math.atan2(x, y);
                }

                @Override
                public <T> T firstPartial(Arithmetic<T> a, T x, T y, T value) {
                    return overNorm(a, y, x, y);
                }

                @Override
                public <T> T secondPartial(Arithmetic<T> a, T x, T y, T value) {
                    return a.negate(overNorm(a, x, x, y));
                }

                @Override
                public double firstPartial(double x, double y, double value) {
                    return overNorm(y, x, y);
                }

                @Override
                public double secondPartial(double x, double y, double value) {
                    return -overNorm(x, x, y);
                }

                @Override
                public <T> T on(Arithmetic<T> a, T x, T y) {
                    return a.atan2(x, y);
                }

                @Override
                public List<Convention> conventions() {
                    return List.of(new Convention("atan2 at (0, 0): 0", 0, 0, 0, 0));
                }
            };

    private Angles() {}

    /** 1/√(1 - x²), by convention 0 at the ends. */
    private static <T> T overRoot(Arithmetic<T> a, T x) {
        T zero = a.constant(0);
        T one = a.constant(1);
        T squaredLeg = a.multiply(a.subtract(one, x), a.add(one, x));
        return a.select(Relation.EQ, squaredLeg, zero, zero, a.reciprocal(a.sqrt(squaredLeg)));
    }

    private static <T> T overNorm(Arithmetic<T> a, T numerator, T x, T y) {
        T zero = a.constant(0);
        T length = a.hypot(x, y);
        return a.select(Relation.EQ, length, zero, zero, a.divide(a.divide(numerator, length), length));
    }

    private static double inverseSquareRoot(double x) {
        return x == 0 ? 0 : 1 / Math.sqrt(x);
    }

    private static double overNorm(double numerator, double x, double y) {
        double norm = x * x + y * y;
        if (norm >= SMALLEST_NORM && norm <= Double.MAX_VALUE) {
            return numerator / norm;
        }
        if (x == 0 && y == 0) {
            return 0;
        }
        double scale = norm < 1 ? SCALE : 1 / SCALE; // the squares under- or overflow
        double a = x * scale;
        double b = y * scale;
        return numerator * scale / (a * a + b * b) * scale;
    }
}
