package dev.gradgap.graph;

/**
 * The operations of a computation graph: the one place where an operation's value and its local partials are defined.
 *
 * <p>Operands are called x and y; a unary operation ignores y. A partial is given the operands and the value, so that it
 * can reuse what the value cost. Where a value is finite but the derivative does not exist, the conventions of {@link
 * dev.gradgap.function.Arithmetic} hold.
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
            return powerPartial(x, y);
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
            return powerPartial(x, y);
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return x > 0 ? value * Math.log(x) : 0;
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
            return value + 1;
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
            return inverseSquareRoot(1 - x * x);
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
            return -inverseSquareRoot(1 - x * x);
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
            return 1 / (1 + x * x);
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
            return 1 - value * value;
        }
    },

    /** 1 / (1 + e^-x). */
    SIGMOID(1, "sigmoid") {
        @Override
        public double value(double x, double y) {
            return 1 / (1 + Math.exp(-x));
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return value * (1 - value);
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
            return value == 0 ? 0 : x / value;
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return value == 0 ? 0 : y / value;
        }
    };

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

    private static double powerPartial(double x, double exponent) {
        if (exponent == 0 || (x == 0 && exponent > 0 && exponent < 1)) {
            return 0;
        }
        return exponent * Math.pow(x, exponent - 1);
    }

    private static double inverseSquareRoot(double x) {
        return x == 0 ? 0 : 1 / Math.sqrt(x);
    }

    private static double overNorm(double numerator, double x, double y) {
        double norm = x * x + y * y;
        return norm == 0 ? 0 : numerator / norm;
    }
}
