package dev.gradgap.workload.program.maker;

import dev.gradgap.graph.Operation;
import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Expression.Binary;
import dev.gradgap.workload.program.Expression.Constant;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Ramp;
import dev.gradgap.workload.program.Expression.Unary;
import dev.gradgap.workload.program.Index;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.random.Enclosure;
import java.util.List;

/**
 * Makes expressions at random whose values and derivatives are bounded wherever the stored numbers are: an operand that
 * an operation could not bear is first made positive by 1 + u² or small by sin u / 2, and too large a result is scaled.
 */
final class Expressions {

    private static final double LARGEST = 8;
    private static final List<Double> EXPONENTS = List.of(0.5, 1.5, 2.0, 3.0, 0.3, 1.0, 0.0);

    private final Draft draft;
    private final Draws draws;
    private final Enclosure enclosure = new Enclosure();
    private Affine home = Affine.of(0);
    private int hiddenScalar; // not to be read, 0 if all may be
    private Vocabulary vocabulary = Vocabulary.ANY;

    Expressions(Draft draft) {
        this.draft = draft;
        draws = draft.draws;
    }

    /** Says what the next expressions are made of. */
    void use(Vocabulary next) {
        vocabulary = next;
    }

    /** Makes the next expressions leave a scalar alone; 0, the total, is never read. */
    void hide(int scalar) {
        hiddenScalar = scalar;
    }

    /** Draws the index around which most operands of the next expressions lie. */
    void moveHome() {
        home = vocabulary.isInStep() ? draft.affineInStep(draft.length) : draft.affine(draft.length);
    }

    /** Sets the index around which most operands of the next expressions lie. */
    void moveHome(Affine place) {
        home = place;
    }

    /** An index near home, or any. */
    Index near(int limit) {
        return vocabulary.isInStep() || draws.chance(60) ? home.plus(draws.between(-2, 2)) : draft.index(limit);
    }

    /** An expression of at least some number of operations. */
    Bounded make(int operations) {
        if (operations <= 0) {
            return leaf();
        }
        Operation operation = vocabulary.operation(draws);
        if (operation == Operation.POW_CONSTANT) {
            return power(make(operations - 1));
        }
        if (operation.arity() == 1) {
            return operation == Operation.ABS && draws.chance(15) ? zero() : unary(operation, make(operations - 1));
        }
        boolean tie = (operation == Operation.MAX || operation == Operation.MIN) && draws.chance(12);
        if (tie) {
            Bounded leaf = leaf();
            return binary(operation, leaf, leaf);
        }
        if (operation == Operation.ADD && operations > 3 && draws.chance(12)) {
            return sum(draws.between(5, 8));
        }
        int first = draws.between(0, operations - 1);
        return binary(operation, make(first), make(operations - 1 - first));
    }

    /** A chain of additions and subtractions. */
    private Bounded sum(int terms) {
        Bounded sum = make(draws.between(0, 1));
        for (int term = 1; term < terms; term++) {
            sum = binary(draws.chance(75) ? Operation.ADD : Operation.SUBTRACT, sum, make(draws.chance(60) ? 0 : 1));
        }
        return sum;
    }

    /** An expression within a bound, whose gain is within another. */
    Bounded make(int operations, double magnitude, double gain) {
        return fit(make(operations), magnitude, gain);
    }

    /** An expression made smaller until it is within bounds. */
    Bounded fit(Bounded expression, double magnitude, double gain) {
        Bounded fitted = expression;
        if (fitted.magnitude() > magnitude && magnitude >= 1 && draws.chance(50)) {
            fitted = unary(draws.chance(50) ? Operation.SIN : Operation.TANH, fitted);
        }
        double factor = Math.min(magnitude / fitted.magnitude(), gain / fitted.gain());
        return factor >= 1 ? fitted : scale(fitted, nice(factor));
    }

    /** The largest of 1, 0.5, 0.2, 0.1, 0.05 ... that is not above a number. */
    static double nice(double most) {
        double power = 1;
        while (power > most) {
            if (power / 2 <= most) {
                return power / 2;
            }
            if (power / 5 <= most) {
                return power / 5;
            }
            power /= 10;
        }
        return power;
    }

    Bounded scale(Bounded expression, double factor) {
        Bounded constant = constant(factor);
        return draws.chance(80)
                ? binary(Operation.MULTIPLY, expression, constant)
                : binary(Operation.MULTIPLY, constant, expression);
    }

    static Bounded constant(double number) {
        return new Bounded(new Constant(number), number, number, 0);
    }

    /** A number that is there without an operation. */
    Bounded leaf() {
        int chance = draws.between(1, 100);
        if (chance <= 50 && !draft.arrays.isEmpty()) {
            return stored(draws.oneOf(draft.arrays), near(draft.length));
        }
        if (chance <= 62 && !draft.scalars.isEmpty()) {
            Store scalar = draws.oneOf(draft.scalars);
            if (scalar.number != hiddenScalar) {
                return stored(scalar, home);
            }
        }
        if (chance <= 84 || !vocabulary.hasConstants()) {
            return input(near(draft.inputs));
        }
        return chance <= 95 ? constant(draws.constant()) : ramp();
    }

    Bounded input(Index index) {
        return new Bounded(new Input(index), Draft.POINT_LOW, Draft.POINT_HIGH, 1);
    }

    Bounded stored(Store store, Index index) {
        return new Bounded(store.at(index), -store.bound, store.bound, store.bound / 2);
    }

    /** A constant that depends on the iteration, from -1 to 1. */
    Bounded ramp() {
        int modulus = draws.between(2, 9);
        double slope = draws.between(1, 4) / 20.0;
        int chance = draws.between(1, 100);
        Index index = chance <= 60
                ? new Index.Modular(draft.affine(modulus), modulus)
                : new Index.Lookup(
                        chance <= 80 ? draft.stairs(modulus) : draft.permutation(modulus), draft.affine(modulus));
        return new Bounded(new Ramp(slope, index, -0.2), -0.2, slope * (modulus - 1) - 0.2, 0);
    }

    /** Exactly 0, and not constant: the absolute value there. */
    private Bounded zero() {
        Bounded leaf = leaf();
        Bounded zero = draws.chance(50)
                ? new Bounded(new Binary(Operation.SUBTRACT, leaf.expression(), leaf.expression()), 0, 0, 0)
                : binary(Operation.MULTIPLY, leaf, constant(0));
        return unary(Operation.ABS, zero);
    }

    /** A power with a constant exponent. */
    private Bounded power(Bounded base) {
        double exponent = draws.oneOf(EXPONENTS);
        if (exponent == 3) {
            Bounded small = base.magnitude() <= 1 ? base : unary(Operation.SIN, base);
            return new Bounded(
                    new Binary(Operation.POW_CONSTANT, small.expression(), new Constant(exponent)),
                    -1,
                    1,
                    3 * small.gain());
        }
        return binary(Operation.POW_CONSTANT, base, constant(exponent));
    }

    Bounded unary(Operation operation, Bounded operand) {
        Bounded u = operand;
        if (!enclosure.enclose(operation, u.low(), u.high(), 0, 0)) {
            u = switch (operation) {
                case LOG, SQRT, RECIPROCAL -> positive(u);
                default -> small(u);
            };
            if (!enclosure.enclose(operation, u.low(), u.high(), 0, 0)) {
                u = positive(u);
                if (!enclosure.enclose(operation, u.low(), u.high(), 0, 0)) {
                    throw new IllegalStateException(operation + " of " + u);
                }
            }
        }
        return limit(new Bounded(
                new Unary(operation, u.expression()),
                enclosure.low(),
                enclosure.high(),
                enclosure.firstPartial() * u.gain()));
    }

    Bounded binary(Operation operation, Bounded first, Bounded second) {
        Bounded u = first;
        Bounded v = second;
        if (!enclosure.enclose(operation, u.low(), u.high(), v.low(), v.high())) {
            switch (operation) {
                case DIVIDE, ATAN2 -> v = positive(v);
                case HYPOT, POW_CONSTANT -> u = positive(u);
                default -> { // POW
                    u = positive(u);
                    v = binary(Operation.ADD, small(v), constant(1));
                }
            }
            if (!enclosure.enclose(operation, u.low(), u.high(), v.low(), v.high())) {
                throw new IllegalStateException(operation + " of " + u + " and " + v);
            }
        }
        double gain =
                switch (operation) {
                    case MAX, MIN -> Math.max(u.gain(), v.gain());
                    default -> enclosure.firstPartial() * u.gain() + enclosure.secondPartial() * v.gain();
                };
        return limit(new Bounded(
                new Binary(operation, u.expression(), v.expression()), enclosure.low(), enclosure.high(), gain));
    }

    /** 1 + u², which is at least 1. */
    private Bounded positive(Bounded u) {
        Bounded moderate = u.magnitude() <= 2 ? u : unary(Operation.SIN, u);
        Bounded square = new Bounded(
                new Unary(Operation.SQUARE, moderate.expression()),
                0,
                moderate.magnitude() * moderate.magnitude(),
                2 * moderate.magnitude() * moderate.gain());
        boolean constantFirst = draws.chance(50);
        Expression one = new Constant(1);
        return new Bounded(
                constantFirst
                        ? new Binary(Operation.ADD, one, square.expression())
                        : new Binary(Operation.ADD, square.expression(), one),
                1,
                1 + square.high(),
                square.gain());
    }

    /** sin u / 2. */
    private Bounded small(Bounded u) {
        return scale(unary(Operation.SIN, u), 0.5);
    }

    private Bounded limit(Bounded expression) {
        return expression.magnitude() <= LARGEST
                ? expression
                : scale(expression, nice(LARGEST / expression.magnitude()));
    }
}
