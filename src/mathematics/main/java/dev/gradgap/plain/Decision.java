package dev.gradgap.plain;

/** What Java makes of doubles that is no longer one that can be differentiated: a comparison, a whole number. */
public enum Decision {
    LESS("<") {
        @Override
        public double outcome(double x, double y) {
            return x < y ? 1 : 0;
        }
    },
    LESS_OR_EQUAL("<=") {
        @Override
        public double outcome(double x, double y) {
            return x <= y ? 1 : 0;
        }
    },
    EQUAL("==") {
        @Override
        public double outcome(double x, double y) {
            return x == y ? 1 : 0;
        }
    },
    GREATER_OR_EQUAL(">=") {
        @Override
        public double outcome(double x, double y) {
            return x >= y ? 1 : 0;
        }
    },
    GREATER(">") {
        @Override
        public double outcome(double x, double y) {
            return x > y ? 1 : 0;
        }
    },
    /** As {@link Double#compare}. */
    COMPARE("compare") {
        @Override
        public double outcome(double x, double y) {
            return Double.compare(x, y);
        }
    },
    /** As the instruction dcmpl: -1 if one of them is no number. */
    COMPARE_DOWN("compare") {
        @Override
        public double outcome(double x, double y) {
            return x > y ? 1 : x == y ? 0 : -1;
        }
    },
    /** As the instruction dcmpg: 1 if one of them is no number. */
    COMPARE_UP("compare") {
        @Override
        public double outcome(double x, double y) {
            return x < y ? -1 : x == y ? 0 : 1;
        }
    },
    NOT_A_NUMBER("isNaN") {
        @Override
        public double outcome(double x, double y) {
            return Double.isNaN(x) ? 1 : 0;
        }
    },
    INFINITE("isInfinite") {
        @Override
        public double outcome(double x, double y) {
            return Double.isInfinite(x) ? 1 : 0;
        }
    },
    WHOLE("(int)") {
        @Override
        public double outcome(double x, double y) {
            return (int) x;
        }
    },
    LONG("(long)") {
        @Override
        public double outcome(double x, double y) {
            return (long) x;
        }
    },
    FLOOR("floor") {
        @Override
        public double outcome(double x, double y) {
            return Math.floor(x);
        }
    },
    CEILING("ceil") {
        @Override
        public double outcome(double x, double y) {
            return Math.ceil(x);
        }
    },
    NEAREST("rint") {
        @Override
        public double outcome(double x, double y) {
            return Math.rint(x);
        }
    },
    ROUND("round") {
        @Override
        public double outcome(double x, double y) {
            return Math.round(x);
        }
    },
    SIGN("signum") {
        @Override
        public double outcome(double x, double y) {
            return Math.signum(x);
        }
    },
    /** Whether the first has the sign of the second. */
    SAME_SIGN("copySign") {
        @Override
        public double outcome(double x, double y) {
            return Math.copySign(1, x) == Math.copySign(1, y) ? 1 : 0;
        }
    },
    /** How many times the second goes into the first, towards zero. */
    QUOTIENT("%") {
        @Override
        public double outcome(double x, double y) {
            return Math.rint((x - x % y) / y);
        }
    },
    NEAREST_QUOTIENT("IEEEremainder") {
        @Override
        public double outcome(double x, double y) {
            return Math.rint((x - Math.IEEEremainder(x, y)) / y);
        }
    };

    private final String sign;

    Decision(String sign) {
        this.sign = sign;
    }

    /** As it is written in Java. */
    public String sign() {
        return sign;
    }

    /** What comes of it. */
    public abstract double outcome(double x, double y);
}
