package dev.gradgap.graph;

/**
 * The operations of a computation graph: the one place where an operation's value and its local partials are defined.
 *
 * <p>Operands are called x and y; a unary operation ignores y. A partial is given the operands and the value, so that it
 * can reuse what the value cost. Where a value is finite but the derivative does not exist, the conventions of {@link
 * dev.gradgap.function.Arithmetic} hold.
 *
 * <p>Value and partials are right to a few units in the last place at all finite operands at which the value is finite,
 * the tails included, where a partial such as 1 - tanh² cannot be had from the rounded value. One exception: a quotient
 * that is subnormal has fewer digits, and hands them on to its partial -v/y.
 *
 * <p>Each constant is its own class: a call such as {@code Operation.SIN.value(x, y)} has a receiver known to the
 * compiler and is inlined, whichever other operations the program uses.
 *
 * <p>Source of the partials: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, table 2.3 and sec. 14.2.
 */
public enum Operation {
    /** x + y; distributes the adjoint to both operands. */
    ADD(2, "+") {
        @Override
        public double value(double x, double y) {
            return x + y;
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return 1;
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return 1;
        }
    },

    /** x - y. */
    SUBTRACT(2, "-") {
        @Override
        public double value(double x, double y) {
            return x - y;
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return 1;
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return -1;
        }
    },

    /** x y; switches the operands: each one's partial is the other. */
    MULTIPLY(2, "*") {
        @Override
        public double value(double x, double y) {
            return x * y;
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return y;
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return x;
        }
    },

    /** x / y. */
    DIVIDE(2, "/") {
        @Override
        public double value(double x, double y) {
            return x / y;
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return 1 / y;
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return -value / y;
        }
    },

    /** -x. */
    NEGATE(1, "neg") {
        @Override
        public double value(double x, double y) {
            return -x;
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return -1;
        }
    },

    /** 1 / x. */
    RECIPROCAL(1, "1/x") {
        @Override
        public double value(double x, double y) {
            return 1 / x;
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return -value * value;
        }
    },

    /** x². */
    SQUARE(1, "square") {
        @Override
        public double value(double x, double y) {
            return x * x;
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return 2 * x;
        }
    },

    /** √x. */
    SQRT(1, "sqrt") {
        @Override
        public double value(double x, double y) {
            return Math.sqrt(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return value == 0 ? 0 : 0.5 / value;
        }
    },

    /** x^c; the second operand is a constant. */
    POW_CONSTANT(2, "^c") {
        @Override
        public double value(double x, double y) {
            return Math.pow(x, y);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return powerPartial(x, y, value);
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return 0;
        }
    },

    /** x^y. */
    POW(2, "^") {
        @Override
        public double value(double x, double y) {
            return Math.pow(x, y);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return powerPartial(x, y, value);
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return x > 0 ? exponentPartial(x, y, value) : 0;
        }
    },

    /** e^x. */
    EXP(1, "exp") {
        @Override
        public double value(double x, double y) {
            return Math.exp(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return value;
        }
    },

    /** e^x - 1. */
    EXPM1(1, "expm1") {
        @Override
        public double value(double x, double y) {
            return Math.expm1(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return Math.exp(x);
        }
    },

    /** ln x. */
    LOG(1, "log") {
        @Override
        public double value(double x, double y) {
            return Math.log(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return 1 / x;
        }
    },

    /** ln(1 + x). */
    LOG1P(1, "log1p") {
        @Override
        public double value(double x, double y) {
            return Math.log1p(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return 1 / (1 + x);
        }
    },

    /** sin x. */
    SIN(1, "sin") {
        @Override
        public double value(double x, double y) {
            return Math.sin(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return Math.cos(x);
        }
    },

    /** cos x. */
    COS(1, "cos") {
        @Override
        public double value(double x, double y) {
            return Math.cos(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return -Math.sin(x);
        }
    },

    /** tan x. */
    TAN(1, "tan") {
        @Override
        public double value(double x, double y) {
            return Math.tan(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return 1 + value * value;
        }
    },

    /** arcsin x. */
    ASIN(1, "asin") {
        @Override
        public double value(double x, double y) {
            return Math.asin(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return inverseSquareRoot((1 - x) * (1 + x));
        }
    },

    /** arccos x. */
    ACOS(1, "acos") {
        @Override
        public double value(double x, double y) {
            return Math.acos(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return -inverseSquareRoot((1 - x) * (1 + x));
        }
    },

    /** arctan x. */
    ATAN(1, "atan") {
        @Override
        public double value(double x, double y) {
            return Math.atan(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            double scaled = ATAN_SCALE * x; // whose square overflows only where the derivative is 0
            return ATAN_SCALE * ATAN_SCALE / (ATAN_SCALE * ATAN_SCALE + scaled * scaled);
        }
    },

    /** the angle with ordinate x and abscissa y. */
    ATAN2(2, "atan2") {
        @Override
        public double value(double x, double y) {
            return Math.atan2(x, y);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return overNorm(y, x, y);
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return -overNorm(x, x, y);
        }
    },

    /** sinh x. */
    SINH(1, "sinh") {
        @Override
        public double value(double x, double y) {
            return Math.sinh(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return Math.cosh(x);
        }
    },

    /** cosh x. */
    COSH(1, "cosh") {
        @Override
        public double value(double x, double y) {
            return Math.cosh(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return Math.sinh(x);
        }
    },

    /** tanh x. */
    TANH(1, "tanh") {
        @Override
        public double value(double x, double y) {
            return Math.tanh(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            double square = value * value;
            return square < 0.5 ? 1 - square : squaredSecant(x);
        }
    },

    /** 1 / (1 + e^-x). */
    SIGMOID(1, "sigmoid") {
        @Override
        public double value(double x, double y) {
            double decay = Math.exp(-Math.abs(x));
            return (x < 0 ? decay : 1) / (1 + decay);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            double decay = Math.exp(-Math.abs(x));
            double sum = 1 + decay;
            return decay / (sum * sum);
        }
    },

    /** |x|. */
    ABS(1, "abs") {
        @Override
        public double value(double x, double y) {
            return Math.abs(x);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return x > 0 ? 1 : x < 0 ? -1 : 0;
        }
    },

    /** the larger operand; routes the adjoint to it. */
    MAX(2, "max") {
        @Override
        public double value(double x, double y) {
            return Math.max(x, y);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return x >= y ? 1 : 0;
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return x >= y ? 0 : 1;
        }
    },

    /** the smaller operand; routes the adjoint to it. */
    MIN(2, "min") {
        @Override
        public double value(double x, double y) {
            return Math.min(x, y);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return x <= y ? 1 : 0;
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return x <= y ? 0 : 1;
        }
    },

    /** √(x² + y²). */
    HYPOT(2, "hypot") {
        @Override
        public double value(double x, double y) {
            return Math.hypot(x, y);
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return overLength(x, x, y, value);
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return overLength(y, x, y, value);
        }
    };

    private static final double ATAN_SCALE = 0x1p-27;
    private static final double SMALLEST_NORM = 0x1p-960; // far above what the squares of its parts may lose
    private static final double SCALE = 0x1p600;
    private static final Operation[] BY_CODE = values();

    private final int arity;
    private final String symbol;

    Operation(int arity, String symbol) {
        this.arity = arity;
        this.symbol = symbol;
    }

    /** The operation with a {@link #code()}. */
    public static Operation of(int code) {
        return BY_CODE[code];
    }

    /** The code under which a {@link Graph} stores this operation. */
    @SuppressWarnings("EnumOrdinal") // the codes never leave the process
    public byte code() {
        return (byte) ordinal();
    }

    /** 1 or 2. */
    public int arity() {
        return arity;
    }

    /** A short sign for drawings and listings, such as {@code +} or {@code sin}. */
    public String symbol() {
        return symbol;
    }

    /** The value at operands x and y. */
    public abstract double value(double x, double y);

    /** The derivative of the value with respect to x. */
    public abstract double firstPartial(double x, double y, double value);

    /** The derivative of the value with respect to y; 0 for a unary operation. */
    public double secondPartial(double x, double y, double value) {
        return 0;
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

    /** 1 - tanh² = 4 e / (1 + e)² with e = exp(-2 |x|). */
    private static double squaredSecant(double x) {
        double decay = Math.exp(-2 * Math.abs(x));
        double sum = 1 + decay;
        return 4 * decay / (sum * sum);
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

    private static double overLength(double leg, double x, double y, double length) {
        if (!(length < Double.MIN_NORMAL)) {
            return leg / length;
        }
        return length == 0 ? 0 : leg * SCALE / Math.hypot(x * SCALE, y * SCALE); // a subnormal length has few digits
    }
}
