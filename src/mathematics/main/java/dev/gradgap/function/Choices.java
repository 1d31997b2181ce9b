package dev.gradgap.function;

import java.util.List;

/** What chooses between two numbers, or between two signs. */
public final class Choices {

    /** |x|. */
    public static final UnaryElemental ABS = new UnaryElemental(25, "abs", Elemental.Cost.ARITHMETIC, "ABS") {
        @Override
        public double value(double x) {
            return Math.abs(x);
        }

        @Override
        public <T> T partial(Arithmetic<T> a, T x, T value) {
            T zero = a.constant(0);
            T ifNegative = a.select(Relation.LT, x, zero, a.constant(-1), zero);
            return a.select(Relation.GT, x, zero, a.constant(1), ifNegative);
        }

        @Override
        public double partial(double x, double value) {
            return x > 0 ? 1 : x < 0 ? -1 : 0;
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x) {
            return a.abs(x);
        }

        @Override
        public List<Convention> conventions() {
            return List.of(Convention.at("abs at 0: 0", 0, 0));
        }
    };

    /** The larger operand; routes the adjoint to it. */
    public static final BinaryElemental MAX = new BinaryElemental(26, "max", Elemental.Cost.ARITHMETIC, "MAX") {
        @Override
        public double value(double x, double y) {
            return Math.max(x, y);
        }

        @Override
        public <T> T firstPartial(Arithmetic<T> a, T x, T y, T value) {
            return a.select(Relation.GE, x, y, a.constant(1), a.constant(0));
        }

        @Override
        public <T> T secondPartial(Arithmetic<T> a, T x, T y, T value) {
            return a.select(Relation.GE, x, y, a.constant(0), a.constant(1));
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return x >= y ? 1 : 0;
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return x >= y ? 0 : 1;
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x, T y) {
            return a.max(x, y);
        }

        @Override
        public List<Convention> conventions() {
            return List.of(
                    new Convention("max at a tie: all goes to the first operand", 1.5, 1.5, 1, 0),
                    new Convention("max at a tie of zeros: all goes to the first operand", 0, 0, 1, 0));
        }
    };

    /** The smaller operand; routes the adjoint to it. */
    public static final BinaryElemental MIN = new BinaryElemental(27, "min", Elemental.Cost.ARITHMETIC, "MIN") {
        @Override
        public double value(double x, double y) {
            return Math.min(x, y);
        }

        @Override
        public <T> T firstPartial(Arithmetic<T> a, T x, T y, T value) {
            return a.select(Relation.LE, x, y, a.constant(1), a.constant(0));
        }

        @Override
        public <T> T secondPartial(Arithmetic<T> a, T x, T y, T value) {
            return a.select(Relation.LE, x, y, a.constant(0), a.constant(1));
        }

        @Override
        public double firstPartial(double x, double y, double value) {
            return x <= y ? 1 : 0;
        }

        @Override
        public double secondPartial(double x, double y, double value) {
            return x <= y ? 0 : 1;
        }

        @Override
        public <T> T on(Arithmetic<T> a, T x, T y) {
            return a.min(x, y);
        }

        @Override
        public List<Convention> conventions() {
            return List.of(new Convention("min at a tie: all goes to the first operand", 1.5, 1.5, 1, 0));
        }
    };

    private Choices() {}
}
