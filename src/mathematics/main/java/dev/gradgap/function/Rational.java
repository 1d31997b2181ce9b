package dev.gradgap.function;

/** Sums, products and quotients. */
public final class Rational {

    /** x + y; distributes the adjoint to both operands. */
    public static final BinaryElemental ADD = new BinaryElemental(0, "+", Elemental.Cost.ARITHMETIC, "ADD") {
        @Override
        public double value(double x, double y) {
            return x + y;
        }

        @Override
        public <T> T firstPartial(Arithmetic<T> a, T x, T y, T value) {
            return a.constant(1);
        }

        @Override
        public <T> T secondPartial(Arithmetic<T> a, T x, T y, T value) {
            return a.constant(1);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return 1;
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return 1;
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x, T y) {
            return a.add(x, y);
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x, double y) {
            return a.add(x, y);
        }
    };

    /** x - y. */
    public static final BinaryElemental SUBTRACT = new BinaryElemental(1, "-", Elemental.Cost.ARITHMETIC, "SUB") {
        @Override
        public double value(double x, double y) {
            return x - y;
        }

        @Override
        public <T> T firstPartial(Arithmetic<T> a, T x, T y, T value) {
            return a.constant(1);
        }

        @Override
        public <T> T secondPartial(Arithmetic<T> a, T x, T y, T value) {
            return a.constant(-1);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return 1;
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return -1;
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x, T y) {
            return a.subtract(x, y);
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x, double y) {
            return a.subtract(x, y);
        }

        @Override
        public <T> T on(Arithmetic<T> a, double x, T y) {
            return a.subtract(x, y);
        }
    };

    /** x y; switches the operands: each one's partial is the other. */
    public static final BinaryElemental MULTIPLY = new BinaryElemental(2, "*", Elemental.Cost.ARITHMETIC, "MUL") {
        @Override
        public double value(double x, double y) {
            return x * y;
        }

        @Override
        public <T> T firstPartial(Arithmetic<T> a, T x, T y, T value) {
            return y;
        }

        @Override
        public <T> T secondPartial(Arithmetic<T> a, T x, T y, T value) {
            return x;
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return y;
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return x;
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x, T y) {
            return a.multiply(x, y);
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x, double y) {
            return a.multiply(x, y);
        }
    };

    /** x / y. */
    public static final BinaryElemental DIVIDE = new BinaryElemental(3, "/", Elemental.Cost.DIVISION, "DIV") {
        @Override
        public double value(double x, double y) {
            return x / y;
        }

        @Override
        public <T> T firstPartial(Arithmetic<T> a, T x, T y, T value) {
            return a.reciprocal(y);
        }

        @Override
        public <T> T secondPartial(Arithmetic<T> a, T x, T y, T value) {
            return a.divide(a.negate(value), y);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return 1 / y;
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return -value / y;
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x, T y) {
            return a.divide(x, y);
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x, double y) {
            return a.divide(x, y);
        }

        @Override
        public <T> T on(Arithmetic<T> a, double x, T y) {
            return a.divide(x, y);
        }
    };

    /** -x. */
    public static final UnaryElemental NEGATE = new UnaryElemental(4, "neg", Elemental.Cost.ARITHMETIC, "NEG") {
        @Override
        public double value(double x) {
            return -x;
        }

        @Override
        public <T> T partial(Arithmetic<T> a, T x, T value) {
            return a.constant(-1);
        }

        @Override
        public double partial(double x, double value) {
            return -1;
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x) {
            return a.negate(x);
        }
    };

    /** 1 / x. */
    public static final UnaryElemental RECIPROCAL =
            new UnaryElemental(5, "1/x", Elemental.Cost.DIVISION, Elemental.COMPOSED) {
                @Override
                public double value(double x) {
                    return 1 / x;
                }

                @Override
                public <T> T partial(Arithmetic<T> a, T x, T value) {
                    return a.negate(a.square(value));
                }

                @Override
                public double partial(double x, double value) {
                    return -value * value;
                }

                @Override
                public <T> T on(Arithmetic<T> a, T x) {
                    return a.reciprocal(x);
                }

                @Override
                public <T> T composed(Arithmetic<T> a, T x) {
                    return a.divide(a.constant(1), x);
                }
            };

    /** x². */
    public static final UnaryElemental SQUARE =
            new UnaryElemental(6, "square", Elemental.Cost.ARITHMETIC, Elemental.COMPOSED) {
                @Override
                public double value(double x) {
                    return x * x;
                }

                @Override
                public <T> T partial(Arithmetic<T> a, T x, T value) {
                    return a.add(x, x);
                }

                @Override
                public double partial(double x, double value) {
                    return 2 * x;
                }

                @Override
                public <T> T on(Arithmetic<T> a, T x) {
                    return a.square(x);
                }

                @Override
                public <T> T composed(Arithmetic<T> a, T x) {
                    return a.multiply(x, x);
                }
            };

    private Rational() {}
}
