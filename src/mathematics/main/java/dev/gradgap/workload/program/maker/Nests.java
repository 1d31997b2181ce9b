package dev.gradgap.workload.program.maker;

import dev.gradgap.graph.Operation;
import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Expression.Binary;
import dev.gradgap.workload.program.Expression.Constant;
import dev.gradgap.workload.program.Expression.Location;
import dev.gradgap.workload.program.Index;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Statement;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import dev.gradgap.workload.program.Statement.Swap;
import java.util.ArrayList;
import java.util.List;

/** Composes nests of loops freely: any statements over any indices, within the bounds of the stores. */
final class Nests {

    private static final List<Integer> LEVELS = List.of(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4);
    private static final double GROWTH = 2; // the logarithm of how much all iterations may enlarge derivatives

    private final Draft draft;
    private final Draws draws;
    private final Expressions expressions;
    private int statements; // in the bodies of the nest being made

    Nests(Draft draft, Expressions expressions) {
        this.draft = draft;
        this.expressions = expressions;
        draws = draft.draws;
    }

    /** A nest of about so many operations. */
    Statement make(int operations) {
        int body = Math.min(operations, draws.chance(80) ? draws.between(1, 9) : draws.skewed(1, 130));
        int levels = draws.oneOf(LEVELS);
        statements = 1 + body / 2 + 2 * levels;
        return level(levels, body, Math.max(1, operations / Math.max(1, body)));
    }

    private Loop level(int levels, int body, int trips) {
        int most = levels == 1 ? trips : Math.max(2, draws.skewed(2, trips));
        if (draws.chance(60)) {
            most = Math.min(most, draft.length - 3);
        }
        Loop loop = bounds(draft.depth(), draws.count(Math.max(1, most)), most);
        draft.enter(loop);
        int inner = Math.max(1, trips / draft.width(draft.depth() - 1));
        List<Statement> made = new ArrayList<>();
        expressions.moveHome();
        if (levels == 1) {
            straight(made, body);
        } else {
            if (draws.chance(35)) {
                straight(made, draws.between(1, 3));
            }
            made.add(level(levels - 1, body, inner));
            if (draws.chance(12)) {
                made.add(level(1, body, inner));
            }
            expressions.moveHome();
            if (draws.chance(45)) {
                straight(made, draws.between(1, 3));
            }
        }
        if (draft.arrays.size() > 1 && draws.chance(levels == 1 ? 4 : 20)) {
            int first = draws.between(0, draft.arrays.size() - 2);
            swap(made, first, draws.between(first + 1, draft.arrays.size() - 1));
        }
        draft.leave();
        return loop.with(made);
    }

    /** Arrays with different bounds are not exchanged. */
    private void swap(List<Statement> made, int first, int second) {
        if (draft.arrays.get(first).bound == draft.arrays.get(second).bound) {
            made.add(new Swap(first, second));
        }
    }

    /** A loop of some iterations with any bounds, upwards or downwards; bounds that depend on other loops count at most so many. */
    private Loop bounds(int counter, int count, int most) {
        int start = draws.chance(60) ? 0 : draws.between(1, 9);
        int step = draws.chance(88) ? 1 : draws.between(2, 3);
        Affine from = Affine.of(start);
        Affine to = Affine.of(start + count * step);
        if (draft.depth() > 0 && draws.chance(22)) {
            int outer = draft.counter(draws.between(0, draft.depth() - 1));
            if (draws.chance(50)) {
                if (draft.ranges.largest(outer) <= most) {
                    to = Affine.of(outer, 1, start + 1);
                }
            } else if (draft.ranges.largest(outer) - draft.ranges.least(outer) <= most) {
                from = Affine.of(outer, 1, draws.between(0, 1));
                to = Affine.of(draft.ranges.largest(outer) + draws.between(1, 2));
            }
        }
        return draws.chance(80)
                ? new Loop(counter, from, to, step, List.of())
                : new Loop(counter, to.plus(-1), from, -step, List.of());
    }

    /** Statements of about so many operations in all. */
    void straight(List<Statement> made, int operations) {
        int left = operations;
        do {
            int some = draws.chance(70) ? draws.between(0, 4) : draws.skewed(1, left);
            Statement statement = statement(Math.min(some, left));
            made.add(statement);
            left -= Math.max(1, (int) statement.operations(new int[Index.COUNTERS.size()]));
        } while (left > 0);
    }

    private Statement statement(int operations) {
        int chance = draws.between(1, 100);
        if (chance <= 12) {
            Bounded term = expressions.make(operations, 4, Double.MAX_VALUE);
            return new Assign(draft.total, add(draft.total, term));
        }
        Store store = draft.anyStore();
        Location target = store.at(expressions.near(draft.length));
        if (chance <= 55) {
            return assign(store, target, operations);
        }
        if (chance <= 78) {
            return store.canAccumulate() ? accumulate(store, target, operations) : damp(store, target, operations);
        }
        if (chance <= 84) {
            return store.canAccumulate() ? multiply(store, target, operations) : assign(store, target, operations);
        }
        if (chance <= 89) {
            Expression constant = new Constant(draws.oneOf(List.of(0.25, 0.5, 0.9, -1.0, 1.0)));
            return new Assign(
                    target,
                    draws.chance(50)
                            ? new Binary(Operation.MULTIPLY, constant, target)
                            : new Binary(Operation.MULTIPLY, target, constant));
        }
        if (chance <= 95) {
            Operation operation = draws.chance(60) ? Operation.MAX : Operation.MIN;
            Bounded other = expressions.make(operations, store.bound / 2, store.bound / 2);
            return new Assign(
                    target,
                    draws.chance(75)
                            ? new Binary(operation, target, other.expression())
                            : new Binary(operation, other.expression(), target));
        }
        return damp(store, target, operations);
    }

    private double growth() {
        return 1 + GROWTH / (draft.trips() * statements);
    }

    private Statement assign(Store store, Location target, int operations) {
        Bounded value = expressions.make(operations, store.bound / 2, store.bound / 2 * growth());
        return new Assign(target, value.expression());
    }

    /** Adds so little that all iterations together stay within the share of the store. */
    private Statement accumulate(Store store, Location target, int operations) {
        store.accumulated();
        double most = store.share() / draft.trips();
        return new Assign(target, add(target, expressions.make(operations, most, most)));
    }

    private Expression add(Location target, Bounded term) {
        if (draws.chance(75)) {
            return new Binary(Operation.ADD, target, term.expression());
        }
        return draws.chance(50)
                ? new Binary(Operation.SUBTRACT, target, term.expression())
                : new Binary(Operation.ADD, term.expression(), target);
    }

    /** Multiplies by 1 plus so little. */
    private Statement multiply(Store store, Location target, int operations) {
        store.accumulated();
        double most = 0.15 / draft.trips();
        Bounded small = expressions.make(operations, most, most);
        Expression factor = expressions
                .binary(Operation.ADD, small, Expressions.constant(1))
                .expression();
        return new Assign(
                target,
                draws.chance(70)
                        ? new Binary(Operation.MULTIPLY, target, factor)
                        : new Binary(Operation.MULTIPLY, factor, target));
    }

    /** Takes the sine of what is stored, perhaps after something is added. */
    private Statement damp(Store store, Location target, int operations) {
        Bounded stored = expressions.stored(store, Affine.of(0));
        Bounded here = new Bounded(target, stored.low(), stored.high(), stored.gain());
        Bounded sum = draws.chance(50)
                ? here
                : expressions.binary(
                        Operation.ADD, here, expressions.make(operations, 1, store.bound / 2 * (growth() - 1)));
        Operation operation = draws.oneOf(List.of(Operation.SIN, Operation.TANH, Operation.ATAN));
        Bounded damped =
                expressions.fit(expressions.unary(operation, sum), store.bound / 2, store.bound / 2 * growth());
        return new Assign(target, damped.expression());
    }
}
