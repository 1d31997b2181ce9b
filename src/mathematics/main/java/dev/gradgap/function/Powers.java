package dev.gradgap.function;

import java.util.List;

/** Roots, powers and lengths. */
public final class Powers {

    private static final double SCALE = 0x1p600;

    /** √x. */
    public static final UnaryElemental SQRT = new UnaryElemental(7, "sqrt", Elemental.Cost.DIVISION, "SQRT") {
        @Override
        public double value(double x) {
            return Math.sqrt(x);
        }

        @Override
        public <T> T partial(Arithmetic<T> a, T x, T value) {
            T zero = a.constant(0);
            return a.select(Relation.EQ, value, zero, zero, a.divide(0.5, value));
        }

        @Override
        public double partial(double x, double value) {
            return value == 0 ? 0 : 0.5 / value;
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x) {
            return a.sqrt(x);
        }

        @Override
        public List<Convention> conventions() {
            return List.of(Convention.at("sqrt at 0: 0", 0, 0));
        }
    };

    /** x^c; the second operand is a constant. */
    public static final BinaryElemental POW_CONSTANT =
            new BinaryElemental(8, "^c", Elemental.Cost.FUNCTION, Elemental.NO_LANES) {
                @Override
                public double value(double x, double y) {
                    return Math.pow(x, y);
                }

                @Override
                public <T> T firstPartial(Arithmetic<T> a, T x, T y, T value) {
                    return power(a, x, y);
                }

                @Override
                public <T> T secondPartial(Arithmetic<T> a, T x, T y, T value) {
                    return a.constant(0);
                }

                @Override
                public double firstPartial(double x, double y, double value) {
                    return powerPartial(x, y, value);
                }

                @Override
                public double secondPartial(double x, double y, double value) {
                    return 0;
                }

                @Override
                public <T> T on(Arithmetic<T> a, T x, T y) {
                    return a.apply(this, x, y);
                }

                @Override
                public <T> T on(Arithmetic<T> a, T x, double y) {
                    return a.pow(x, y);
                }

                @Override
                public boolean takesConstant() {
                    return true;
                }

                @Override
                public boolean readsValueOnDoubles() {
                    return true;
                }

                @Override
                public List<Convention> conventions() {
                    return List.of(
                            new Convention("pow(x, 1/2) at 0: 0", 0, 0.5, 0, 0),
                            new Convention("pow(x, 1) at 0: 1", 0, 1, 1, 0),
                            new Convention("pow(x, 2) at 0: 0", 0, 2, 0, 0),
                            new Convention("pow(x, 0) at 0: 0", 0, 0, 0, 0),
                            new Convention("pow(x, 3) at -2: 12", -2, 3, 12, 0));
                }
            };

    /** x^y. */
    public static final BinaryElemental POW = new BinaryElemental(9, "^", Elemental.Cost.FUNCTION, Elemental.NO_LANES) {
        @Override
        public double value(double x, double y) {
            return Math.pow(x, y);
        }

        @Override
        public <T> T firstPartial(Arithmetic<T> a, T x, T y, T value) {
            return power(a, x, y);
        }

        @Override
        public <T> T secondPartial(Arithmetic<T> a, T x, T y, T value) {
            T zero = a.constant(0);
            return a.select(Relation.GT, x, zero, a.multiply(value, a.log(x)), zero);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return powerPartial(x, y, value);
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return x > 0 ? exponentPartial(x, y, value) : 0;
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x, T y) {
            return a.pow(x, y);
        }

        @Override
        public boolean readsValueOnDoubles() {
            return true;
        }

        @Override
        public boolean readsOperandsOnDoubles() {
            return true;
        }

        @Override
        public List<Convention> conventions() {
            return List.of(
                    new Convention("pow(x, y) at (0, 1/2): 0", 0, 0.5, 0, 0),
                    new Convention("pow(x, y) at (0, 1): 1, and 0 for the exponent", 0, 1, 1, 0),
                    new Convention("pow(x, y) at (0, 2): 0", 0, 2, 0, 0),
                    new Convention("pow(x, y) at (-2, 3): 12, and 0 for the exponent", -2, 3, 12, 0));
        }
    };

    /** √(x² + y²). */
    public static final BinaryElemental HYPOT =
            new BinaryElemental(28, "hypot", Elemental.Cost.FUNCTION, Elemental.NO_LANES) {
                @Override
                public double value(double x, double y) {
                    return Math.hypot(x, y);
                }

                @Override
                public <T> T firstPartial(Arithmetic<T> a, T x, T y, T value) {
                    return overLength(a, x, value);
                }

                @Override
                public <T> T secondPartial(Arithmetic<T> a, T x, T y, T value) {
                    return overLength(a, y, value);
                }

                @Override
                public double firstPartial(double x, double y, double value) {
                    return overLength(x, x, y, value);
                }

                @Override
                public double secondPartial(double x, double y, double value) {
                    return overLength(y, x, y, value);
                }

                @Override
                public <T> T on(Arithmetic<T> a, T x, T y) {
                    return a.hypot(x, y);
                }

                @Override
                public boolean readsOperandsOnDoubles() {
                    return true;
                }

                @Override
                public List<Convention> conventions() {
                    return List.of(new Convention("hypot at (0, 0): 0", 0, 0, 0, 0));
                }
            };

    /** ∛x. */
    public static final UnaryElemental CBRT =
            new UnaryElemental(29, "cbrt", Elemental.Cost.FUNCTION, Elemental.NO_LANES) {
                @Override
                public double value(double x) {
                    return Math.cbrt(x);
                }

                @Override
                public <T> T partial(Arithmetic<T> a, T x, T value) {
                    T zero = a.constant(0);
                    T threeSquares = a.multiply(a.square(value), a.constant(3));
                    return a.select(Relation.EQ, value, zero, zero, a.reciprocal(threeSquares));
                }

                @Override
                public double partial(double x, double value) {
                    return value == 0 ? 0 : 1 / (3 * value * value);
                }

                @Override
                public <T> T on(Arithmetic<T> a, T x) {
                    return a.cbrt(x);
                }

                @Override
                public <T> T composed(Arithmetic<T> a, T x) {
                    T zero = a.constant(0);
                    T third = a.divide(a.constant(1), a.constant(3));
                    T ofPositive = a.pow(a.max(x, zero), third);
                    return a.subtract(ofPositive, a.pow(a.max(a.negate(x), zero), third));
                }

                @Override
                public double reach(double x, double y) {
                    return Math.abs(x);
                }

                @Override
                public List<Convention> conventions() {
                    return List.of(Convention.at("cbrt at 0: 0", 0, 0));
                }
            };

    private Powers() {}

    /** c x^(c - 1), by convention 0 at x = 0 where it is infinite. */
    private static <T> T power(Arithmetic<T> a, T x, T y) {
        T one = a.constant(1);
        T zero = a.constant(0);
        T partial = a.multiply(y, a.pow(x, a.subtract(y, one)));
        T atZero = a.select(Relation.LT, y, one, zero, partial);
        T bySign = a.select(Relation.GT, y, zero, atZero, partial);
        return a.select(Relation.EQ, y, zero, zero, a.select(Relation.EQ, x, zero, bySign, partial));
    }

    private static <T> T overLength(Arithmetic<T> a, T leg, T length) {
        T zero = a.constant(0);
        return a.select(Relation.EQ, length, zero, zero, a.divide(leg, length));
    }

    /** c x^(c - 1) from v = x^c: another power would cost more, and round its exponent c - 1. */
    private static double powerPartial(double x, double c, double value) {
        double product = c * value;
        return isNormal(value) && isNormal(product) ? product / x : powerPartialAtLimits(x, c, value);
    }

    private static boolean isNormal(double x) {
        double size = Math.abs(x);
        return size >= Double.MIN_NORMAL && size <= Double.MAX_VALUE;
    }

    private static double powerPartialAtLimits(double x, double c, double value) {
        if (c == 0 || (x == 0 && c > 0 && c < 1)) {
            return 0;
        }
        if (x == 0 || !Double.isFinite(x) || !Double.isFinite(value)) {
            return c * Math.pow(x, c - 1);
        }
        return isNormal(value) ? c / x * value : underflowingPowerPartial(x, c, value);
    }

    /** Where x^c underflows its root does not, nor does that of x^(c - 1). */
    private static double underflowingPowerPartial(double x, double c, double value) {
        double size = Math.abs(x);
        double partial;
        if (size < 1) {
            double root = Math.pow(size, (c - 1) / 2); // c is more than 1/2 here, so that c - 1 is exact
            partial = c * root * root;
        } else {
            double root = Math.pow(size, c / 2);
            partial = c * root / size * root;
        }
        return Math.copySign(partial, c * value / x);
    }

    /** x^y log x at a positive x. */
    private static double exponentPartial(double x, double y, double value) {
        double logarithm = Math.log(x);
        if (value >= Double.MIN_NORMAL) {
            return value * logarithm;
        }
        double root = Math.pow(x, y / 2);
        return root * logarithm * root;
    }

    private static double overLength(double leg, double x, double y, double length) {
        if (!(length < Double.MIN_NORMAL)) {
            return leg / length;
        }
        return length == 0 ? 0 : leg * SCALE / Math.hypot(x * SCALE, y * SCALE); // a subnormal length has few digits
    }
}
