package dev.gradgap.function;

/** How two numbers compare, named as {@code jdk.incubator.vector.VectorOperators} names it; none holds for what is no number. */
public enum Relation {
    /** x &lt; y. */
    LT {
        @Override
        public boolean holds(double x, double y) {
            return x < y;
        }
    },
    /** x &le; y. */
    LE {
        @Override
        public boolean holds(double x, double y) {
            return x <= y;
        }
    },
    /** x = y. */
    EQ {
        @Override
        public boolean holds(double x, double y) {
            return x == y;
        }
    },
    /** x &ge; y. */
    GE {
        @Override
        public boolean holds(double x, double y) {
            return x >= y;
        }
    },
    /** x &gt; y. */
    GT {
        @Override
        public boolean holds(double x, double y) {
            return x > y;
        }
    };

    /** Whether x and y are in this relation. */
    public abstract boolean holds(double x, double y);
}
