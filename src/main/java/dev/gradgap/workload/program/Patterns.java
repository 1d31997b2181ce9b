package dev.gradgap.workload.program;

import static dev.gradgap.workload.program.Terms.add;
import static dev.gradgap.workload.program.Terms.constant;
import static dev.gradgap.workload.program.Terms.multiply;
import static dev.gradgap.workload.program.Terms.subtract;
import static dev.gradgap.workload.program.Terms.unary;

import dev.gradgap.graph.Operation;
import dev.gradgap.workload.program.Expression.Binary;
import dev.gradgap.workload.program.Expression.Element;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Location;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import dev.gradgap.workload.program.Statement.Swap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Composes the forms that numerical programs are made of, each with lengths and details drawn at random. */
final class Patterns {

    private static final Affine I = Affine.of(0, 1, 0);
    private static final Affine J = Affine.of(1, 1, 0);

    private final Draft draft;
    private final Draws draws;
    private final Expressions expressions;
    private final Nests nests;
    private final List<Statement> made = new ArrayList<>();

    Patterns(Draft draft, Expressions expressions, Nests nests) {
        this.draft = draft;
        this.expressions = expressions;
        this.nests = nests;
        draws = draft.draws;
    }

    /** One of the forms, of about so many operations. */
    List<Statement> make(Pattern pattern, int operations) {
        made.clear();
        int budget = Math.max(8, operations);
        switch (pattern) {
            case LINE_STENCIL -> lineStencil(budget);
            case PLANE_STENCIL -> planeStencil(budget);
            case BUTTERFLY -> butterfly();
            case SUBSTITUTION -> substitution(budget);
            case SCAN -> scan(budget);
            case REDUCE_THEN_RECUR -> reduceThenRecur(budget);
            case NESTED_ACCUMULATE -> nestedAccumulate(budget);
            case CONSTANT_RUNS -> constantRuns(budget);
            case TIES -> ties(budget);
            case RUNNING_PRODUCT -> runningProduct(budget);
            case LONG_BODY -> longBody(budget);
            case MATRIX_VECTOR -> matrixVector(budget);
            case SORTING -> sorting(budget);
            case RECURRENCE -> recurrence(budget);
            case STRAIGHT -> straight(budget);
            case TIME_STEPS -> timeSteps(budget);
            case CONVOLUTION -> convolution(budget);
            case EVERY_OPERATION -> everyOperation(budget);
            case SCATTERED_ROWS -> scatteredRows(budget);
        }
        return List.copyOf(made);
    }

    private Store array() {
        return draws.oneOf(draft.arrays);
    }

    private Element at(Store array, Index index) {
        return new Element(array.number, index);
    }

    /** A scalar, or an element of an array as one. */
    private Location cell() {
        return draft.scalars.isEmpty()
                ? at(array(), Affine.of(draws.between(0, draft.length - 1)))
                : new Expression.Scalar(draws.oneOf(draft.scalars).number);
    }

    /** Fills an array from the inputs. */
    private void load(Store array, int count) {
        if (draws.chance(60)) {
            made.add(Loop.times(0, count, new Assign(at(array, I), new Input(I.plus(draws.between(0, 3))))));
        }
    }

    private void lineStencil(int budget) {
        int points = Math.min(draft.length, Math.max(3, draws.count(budget / 4)));
        int steps = Math.max(1, Math.min(budget / points / 4, draws.count(100)));
        Store u = draft.arrays.get(0);
        Store v = draft.arrays.get(draft.arrays.size() - 1);
        boolean buffered = u != v && draws.chance(60);
        load(u, points);
        double factor = draws.chance(50) && steps <= 8 ? 0.1 : Expressions.nice(0.4 / steps);
        Affine i = J;
        Expression sum = add(at(u, i.plus(-1)), at(u, i.plus(1)));
        Expression here = at(u, i);
        Expression next =
                switch (draws.between(0, 4)) {
                    case 0, 1 -> add(here, multiply(sum, constant(factor)));
                    case 2 -> add(here, multiply(subtract(sum, multiply(here, constant(2))), constant(factor)));
                    case 3 ->
                        subtract(
                                here,
                                multiply(
                                        multiply(here, constant(factor)),
                                        subtract(at(u, i.plus(1)), at(u, i.plus(-1)))));
                    default -> unary(Operation.SIN, add(multiply(here, constant(0.8)), multiply(sum, constant(0.1))));
                };
        Statement inner = new Assign(at(buffered ? v : u, i), next);
        List<Statement> body = new ArrayList<>();
        boolean around = draws.chance(25);
        if (buffered && !around) {
            body.add(new Assign(at(v, Affine.of(0)), at(u, Affine.of(0))));
            body.add(new Assign(at(v, Affine.of(points - 1)), at(u, Affine.of(points - 1))));
        }
        int first = around ? 0 : 1;
        int end = around ? points : points - 1;
        boolean up = buffered || draws.chance(70);
        body.add(
                up
                        ? new Loop(1, Affine.of(first), Affine.of(end), 1, List.of(inner))
                        : new Loop(1, Affine.of(end - 1), Affine.of(first), -1, List.of(inner)));
        if (buffered) {
            body.add(new Swap(u.number, v.number));
        }
        made.add(new Loop(0, Affine.of(0), Affine.of(steps), 1, body));
        squares(u, points);
    }

    private void planeStencil(int budget) {
        int most = (int) Math.sqrt(draft.length);
        int side = Math.min(most, Math.max(3, draws.between(3, 9)));
        if (side < 3) {
            lineStencil(budget);
            return;
        }
        int steps = Math.max(1, Math.min(budget / (side * side * 7), draws.count(50)));
        Store u = draft.arrays.get(0);
        Store v = draft.arrays.get(draft.arrays.size() - 1);
        boolean buffered = u != v && draws.chance(70);
        load(u, side * side);
        Affine k = new Affine(0, 0, side, 1, 0);
        Expression sum = add(add(at(u, k.plus(-1)), at(u, k.plus(1))), add(at(u, k.plus(-side)), at(u, k.plus(side))));
        Expression here = at(u, k);
        Expression next = draws.chance(60)
                ? add(here, multiply(subtract(sum, multiply(here, constant(4))), constant(0.1)))
                : add(multiply(here, constant(0.5)), multiply(sum, constant(0.125)));
        Loop inner = new Loop(
                1,
                Affine.of(1),
                Affine.of(side - 1),
                1,
                List.of(new Loop(
                        2, Affine.of(1), Affine.of(side - 1), 1, List.of(new Assign(at(buffered ? v : u, k), next)))));
        List<Statement> body = new ArrayList<>();
        if (buffered) {
            for (int start : new int[] {0, side * (side - 1)}) {
                Affine edge = Affine.of(1, 1, start);
                body.add(Loop.times(1, side, new Assign(at(v, edge), at(u, edge))));
            }
            for (int start : new int[] {0, side - 1}) {
                Affine edge = Affine.of(1, side, start);
                body.add(new Loop(
                        1, Affine.of(1), Affine.of(side - 1), 1, List.of(new Assign(at(v, edge), at(u, edge)))));
            }
        }
        body.add(draws.between(0, body.size()), inner);
        if (buffered) {
            body.add(new Swap(u.number, v.number));
        }
        made.add(new Loop(0, Affine.of(0), Affine.of(steps), 1, body));
        squares(u, side * side);
    }

    /** Adds the squares of the first elements to the total. */
    private void squares(Store array, int count) {
        made.add(
                Loop.times(0, count, new Assign(draft.total, add(draft.total, unary(Operation.SQUARE, at(array, I))))));
    }

    private void butterfly() {
        int levels = 31 - Integer.numberOfLeadingZeros(draft.length);
        levels = Math.min(levels, draws.between(2, 6));
        Store u = draft.arrays.get(0);
        Store v = draft.arrays.get(draft.arrays.size() - 1);
        boolean inPlace = u == v || draft.scalars.size() > 1;
        if (inPlace && draft.scalars.size() < 2) {
            return;
        }
        load(u, 1 << levels);
        for (int level = 0; level < levels; level++) {
            int half = 1 << level;
            int blocks = 1 << (levels - 1 - level);
            Affine low = new Affine(0, 2 * half, 1, 0, 0);
            Affine high = low.plus(half);
            Expression factor =
                    draws.chance(50) ? constant(0.5) : new Expression.Ramp(0.1, new Index.Modular(J, 5), 0.1);
            List<Statement> body = new ArrayList<>();
            if (inPlace) {
                Location s = new Expression.Scalar(draft.scalars.get(0).number);
                Location t = new Expression.Scalar(draft.scalars.get(1).number);
                body.add(new Assign(s, multiply(at(u, low), constant(0.5))));
                body.add(new Assign(t, multiply(at(u, high), factor)));
                body.add(new Assign(at(u, low), add(s, t)));
                body.add(new Assign(at(u, high), subtract(s, t)));
            } else {
                body.add(new Assign(at(v, low), multiply(add(at(u, low), at(u, high)), constant(0.5))));
                body.add(new Assign(at(v, high), multiply(subtract(at(u, low), at(u, high)), factor)));
            }
            made.add(Loop.times(0, blocks, Loop.times(1, half, body.toArray(Statement[]::new))));
            if (!inPlace) {
                made.add(new Swap(u.number, v.number));
            }
        }
        squares(u, 1 << levels);
    }

    private void substitution(int budget) {
        int side = Math.max(2, Math.min(Math.min(draft.length, draws.between(3, 24)), (int) Math.sqrt(budget / 2.0)));
        Store u = array();
        Store v = array();
        Location s = cell();
        double factor = Expressions.nice(0.5 / side);
        Expression element = multiply(new Input(new Affine(0, side, 1, 0, 0)), at(u, J));
        Statement inner = new Assign(
                s,
                draws.chance(50)
                        ? subtract(s, multiply(element, constant(factor)))
                        : add(s, multiply(element, constant(-factor))));
        boolean backward = draws.chance(60);
        boolean downwards = draws.chance(30);
        Affine from = backward ? I.plus(1) : Affine.of(0);
        Affine to = backward ? Affine.of(side) : I;
        Loop row = downwards
                ? new Loop(1, to.plus(-1), from, -1, List.of(inner))
                : new Loop(1, from, to, 1, List.of(inner));
        List<Statement> body = List.of(
                new Assign(s, multiply(at(v, I), constant(0.5))),
                row,
                new Assign(at(u, I), unary(draws.chance(50) ? Operation.SIN : Operation.NEGATE, s)));
        made.add(
                backward
                        ? new Loop(0, Affine.of(side - 1), Affine.of(0), -1, body)
                        : new Loop(0, Affine.of(0), Affine.of(side), 1, body));
        squares(u, side);
    }

    private void scan(int budget) {
        int operations = draws.between(0, 4);
        int count = Math.max(2, draws.count(Math.max(2, budget / (operations + 1))));
        Store u = array();
        boolean inArray = draws.chance(60);
        boolean backward = draws.chance(25);
        Location before = inArray ? at(u, I.plus(backward ? 1 : -1)) : cell();
        Location after = inArray ? at(u, I) : before;
        Loop loop = backward
                ? new Loop(0, Affine.of(count - 1), Affine.of(0), -1, List.of())
                : new Loop(0, Affine.of(1), Affine.of(count), 1, List.of());
        draft.enter(loop);
        expressions.moveHome();
        Operation operation = draws.oneOf(List.of(Operation.ADD, Operation.MULTIPLY, Operation.MAX, Operation.MIN));
        double most = 0.3 / count;
        Expression term =
                switch (operation) {
                    case ADD -> expressions.make(operations, most, most).expression();
                    case MULTIPLY ->
                        add(expressions.make(operations, most / 2, most / 2).expression(), constant(1));
                    default -> expressions.make(operations, 1, 1).expression();
                };
        List<Statement> body = new ArrayList<>();
        body.add(new Assign(after, Terms.binary(operation, before, term, draws)));
        if (!inArray && draws.chance(60)) {
            body.add(new Assign(at(array(), I), multiply(before, constant(0.5))));
        }
        draft.leave();
        made.add(loop.with(body));
    }

    /** Sums over inner loops, and a function of the sum after each. */
    private void reduceThenRecur(int budget) {
        int inner = Math.max(1, draws.count(Math.max(2, budget / 4)));
        int outer = Math.max(2, Math.min(budget / inner, draws.count(40)));
        Location sum = cell();
        Loop times = Loop.times(0, outer);
        draft.enter(times);
        List<Statement> body = new ArrayList<>();
        for (int loops = draws.chance(75) ? 1 : 2; loops > 0; loops--) {
            Loop terms = Loop.times(1, inner);
            draft.enter(terms);
            expressions.moveHome();
            double most = Expressions.nice(1.0 / (inner * loops));
            Bounded term = draws.chance(50)
                    ? expressions.scale(expressions.leaf(), most / 2)
                    : expressions.make(draws.between(1, 4), most, most / outer);
            draft.leave();
            body.add(terms.with(List.of(new Assign(
                    sum,
                    Terms.binary(
                            draws.chance(80) ? Operation.ADD : Operation.SUBTRACT, sum, term.expression(), draws)))));
        }
        body.add(new Assign(sum, damped(sum)));
        draft.leave();
        made.add(times.with(body));
        made.add(new Assign(draft.total, add(draft.total, sum)));
    }

    /** A bounded function of a sum, perhaps with an input added. */
    private Expression damped(Expression sum) {
        Expression sine = unary(draws.chance(60) ? Operation.SIN : Operation.TANH, sum);
        return switch (draws.between(0, 3)) {
            case 0, 1 -> sine;
            case 2 ->
                add(new Input(draft.affine(draft.inputs)), draws.chance(50) ? sine : multiply(sine, constant(0.5)));
            default -> add(constant(0.25), multiply(sum, constant(0.25)));
        };
    }

    /** Accumulation in a nest inside of a loop that takes a function of the sum. */
    private void nestedAccumulate(int budget) {
        int rows = draws.between(2, 5);
        int columns = draws.between(2, 8);
        int outer = Math.max(2, Math.min(budget / rows / columns, draws.count(40)));
        Location sum = cell();
        Loop times = Loop.times(0, outer);
        Loop row = Loop.times(1, rows);
        Loop column = Loop.times(2, columns);
        draft.enter(times);
        draft.enter(row);
        draft.enter(column);
        expressions.moveHome();
        double most = 1.0 / (rows * columns);
        Expression term = draws.chance(35)
                ? constant(Expressions.nice(most))
                : expressions.make(draws.between(0, 3), most, most / outer).expression();
        draft.leave();
        draft.leave();
        Statement nest = row.with(List.of(column.with(List.of(new Assign(sum, add(sum, term))))));
        List<Statement> body = new ArrayList<>();
        body.add(nest);
        body.add(new Assign(sum, damped(sum)));
        if (draws.chance(30)) {
            expressions.moveHome();
            nests.straight(body, draws.between(1, 3));
        }
        draft.leave();
        made.add(times.with(body));
        made.add(new Assign(draft.total, add(draft.total, sum)));
    }

    /** Runs of terms, of constants and of inputs, all into one sum, difference, product or maximum. */
    private void constantRuns(int budget) {
        boolean intoTotal = draws.chance(70);
        Operation operation = intoTotal
                ? Operation.ADD
                : draws.oneOf(List.of(Operation.MULTIPLY, Operation.MAX, Operation.MIN, Operation.MULTIPLY));
        Location cell = intoTotal ? draft.total : cell();
        int runs = draws.between(2, 6);
        for (int run = 0; run < runs; run++) {
            int count =
                    Math.max(1, Math.min(budget / runs, draws.chance(50) ? draws.between(1, 20) : draws.count(600)));
            Loop loop = Loop.times(0, count);
            draft.enter(loop);
            Expression term =
                    switch (draws.between(0, 5)) {
                        case 0, 1 -> expressions.ramp().expression();
                        case 2 -> constant(draws.constant());
                        case 3 -> unary(Operation.SQUARE, new Input(I));
                        case 4 -> new Input(I);
                        default -> multiply(new Input(I), constant(draws.constant()));
                    };
            draft.leave();
            if (operation == Operation.MULTIPLY) {
                term = add(multiply(term, constant(Expressions.nice(0.1 / count))), constant(1));
                if (draws.chance(40)) {
                    term = draws.chance(50) ? constant(-1) : constant(1);
                }
            }
            made.add(loop.with(List.of(new Assign(cell, Terms.binary(operation, cell, term, draws)))));
            if (draws.chance(60)) {
                Expression alone = new Input(Affine.of(draws.between(0, draft.inputs - 1)));
                Expression one = operation == Operation.MULTIPLY ? unary(Operation.COS, alone) : alone;
                made.add(new Assign(cell, Terms.binary(operation, cell, one, draws)));
            }
        }
    }

    /** Maxima and minima of equal numbers, absolute values of exactly 0. */
    private void ties(int budget) {
        int count = Math.max(1, Math.min(draft.length, draws.count(Math.max(2, budget / 3))));
        Store u = array();
        Store v = array();
        if (draws.chance(50)) {
            made.add(Loop.times(0, count, new Assign(at(v, I), at(u, I))));
        }
        Expression tie =
                switch (draws.between(0, 4)) {
                    case 0 -> new Binary(Operation.MAX, at(u, I), at(v, I));
                    case 1 -> new Binary(Operation.MIN, at(u, I), at(v, I));
                    case 2 -> unary(Operation.ABS, subtract(at(u, I), at(v, I)));
                    case 3 -> new Binary(Operation.MAX, multiply(at(u, I), constant(0)), constant(0));
                    default -> new Binary(Operation.MIN, new Input(I), new Input(I));
                };
        made.add(Loop.times(0, count, new Assign(draft.total, add(draft.total, tie))));
    }

    private void runningProduct(int budget) {
        int body = draws.chance(50) ? draws.between(1, 12) : draws.between(1, 130);
        int count = Math.max(4, draws.count(Math.max(4, Math.min(600, budget / body))));
        Location product = cell();
        Loop loop = draws.chance(75)
                ? Loop.times(0, count)
                : new Loop(0, Affine.of(count - 1), Affine.of(0), -1, List.of());
        draft.enter(loop);
        expressions.moveHome();
        double most = 0.3 / count;
        Expression factor = draws.chance(12)
                ? constant(draws.oneOf(List.of(0.5, 0.9, -1.0, 1.0)))
                : add(expressions.make(Math.max(0, body - 2), most, most).expression(), constant(1));
        if (draws.chance(10)) {
            factor = new Expression.Ramp(0.1, new Index.Modular(I, 3), 0.8);
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(new Assign(product, Terms.binary(Operation.MULTIPLY, product, factor, draws)));
        if (draws.chance(35)) {
            nests.straight(statements, draws.between(1, 4));
        }
        draft.leave();
        made.add(loop.with(statements));
        made.add(new Assign(draft.total, add(draft.total, product)));
    }

    private void longBody(int budget) {
        int body = draws.between(1, 130);
        int count = Math.max(2, draws.count(Math.max(2, Math.min(200, budget / body))));
        Loop loop = Loop.times(0, count);
        draft.enter(loop);
        expressions.moveHome();
        List<Statement> statements = new ArrayList<>();
        if (draws.chance(50)) {
            nests.straight(statements, body);
        } else {
            Expression value = expressions.make(body, 1, 1).expression();
            statements.add(
                    draws.chance(50)
                            ? new Assign(at(array(), I), value)
                            : new Assign(draft.total, add(draft.total, value)));
        }
        draft.leave();
        made.add(loop.with(statements));
    }

    /** A matrix of inputs or of constants times a vector, by rows or by columns. */
    private void matrixVector(int budget) {
        int columns = Math.max(2, Math.min(draft.length, draws.between(2, 20)));
        int rows = Math.max(1, Math.min(Math.min(draft.length, budget / 2 / columns), draws.count(64)));
        Store u = array();
        Store v = array();
        boolean byColumns = draws.chance(40);
        Loop outer = Loop.times(0, byColumns ? columns : rows);
        Loop inner = Loop.times(1, byColumns ? rows : columns);
        Affine row = byColumns ? J : I;
        Affine column = byColumns ? I : J;
        Affine element = byColumns ? new Affine(0, 1, columns, 0, 0) : new Affine(0, columns, 1, 0, 0);
        draft.enter(outer);
        draft.enter(inner);
        Expression entry =
                draws.chance(75) ? new Input(element) : expressions.ramp().expression();
        draft.leave();
        draft.leave();
        Expression product = multiply(multiply(entry, at(u, column)), constant(Expressions.nice(0.3 / columns)));
        boolean inScalar = !byColumns && draws.chance(60);
        Location sum = inScalar ? cell() : at(v, row);
        Statement accumulate = new Assign(sum, add(sum, product));
        List<Statement> body = new ArrayList<>();
        if (inScalar || (!byColumns && draws.chance(50))) {
            body.add(new Assign(sum, draws.chance(50) ? constant(0) : multiply(at(v, I), constant(0.5))));
        }
        body.add(inner.with(List.of(accumulate)));
        if (inScalar || draws.chance(30)) {
            body.add(new Assign(
                    at(v, I), unary(draws.chance(50) ? Operation.TANH : Operation.SIN, inScalar ? sum : at(v, I))));
        }
        made.add(outer.with(body));
    }

    /** Compares neighbours and exchanges them, rounds of odd and even ones. */
    private void sorting(int budget) {
        int count = Math.max(4, Math.min(draft.length, draws.count(Math.max(4, budget / 4))));
        int rounds = Math.max(1, Math.min(budget / count, draws.between(1, 9)));
        if (draft.scalars.isEmpty()) {
            return;
        }
        Store u = array();
        load(u, count);
        Location s = new Expression.Scalar(draft.scalars.get(0).number);
        int step = draws.between(1, 2);
        Affine first = Affine.of(1, 1, 0);
        Affine second = first.plus(draws.between(1, 3));
        made.add(Loop.times(
                0,
                rounds,
                new Loop(
                        1,
                        Affine.of(draws.between(0, 1)),
                        Affine.of(count - 1),
                        step,
                        List.of(
                                new Assign(s, new Binary(Operation.MIN, at(u, first), at(u, second))),
                                new Assign(at(u, second), new Binary(Operation.MAX, at(u, first), at(u, second))),
                                new Assign(at(u, first), s)))));
        made.add(new Assign(draft.total, add(draft.total, at(u, Affine.of(draws.between(0, count - 1))))));
    }

    /** Elements computed from those some places before. */
    private void recurrence(int budget) {
        int distance = draws.between(1, 4);
        int count = Math.max(distance + 2, draws.count(Math.max(distance + 2, budget / 4)));
        Store u = array();
        Expression near = at(u, I.plus(-distance));
        Expression far = at(u, I.plus(-draws.between(1, 2 * distance)));
        boolean backward = draws.chance(25);
        Affine target = backward ? Affine.of(0, -1, count - 1) : I;
        if (backward) {
            near = at(u, target.plus(distance));
            far = at(u, target.plus(draws.between(1, 2 * distance)));
        }
        Expression value =
                switch (draws.between(0, 3)) {
                    case 0 -> add(multiply(near, constant(0.5)), multiply(far, constant(0.5)));
                    case 1 -> add(multiply(near, constant(0.75)), multiply(new Input(I), constant(0.25)));
                    case 2 -> unary(Operation.SIN, add(near, multiply(far, new Input(I.plus(1)))));
                    default -> new Binary(Operation.MAX, multiply(near, constant(0.9)), new Input(I));
                };
        made.add(new Loop(0, Affine.of(distance), Affine.of(count), 1, List.of(new Assign(at(u, target), value))));
    }

    private void straight(int budget) {
        expressions.moveHome();
        nests.straight(made, Math.min(budget, draws.skewed(5, 400)));
    }

    /** A system of a few states, step by step. */
    private void timeSteps(int budget) {
        int steps = Math.max(2, draws.count(Math.max(2, budget / 6)));
        Location s = cell();
        Location t = cell();
        double size = Expressions.nice(0.5 / steps);
        Loop loop = Loop.times(0, steps);
        draft.enter(loop);
        List<Statement> body = new ArrayList<>();
        body.add(new Assign(s, add(s, multiply(t, constant(size)))));
        body.add(new Assign(t, subtract(t, multiply(unary(Operation.SIN, s), constant(size)))));
        if (draws.chance(50)) {
            body.add(new Assign(at(array(), I), multiply(s, constant(0.5))));
        }
        draft.leave();
        made.add(loop.with(body));
        made.add(new Assign(draft.total, add(draft.total, s)));
    }

    /** A sliding inner product, and the maxima of neighbours. */
    private void convolution(int budget) {
        int taps = draws.between(2, 5);
        int count = Math.max(2, Math.min(draft.length, draws.count(Math.max(2, budget / 2 / taps))));
        Store u = array();
        Store v = array();
        Store w = array();
        double factor = Expressions.nice(0.4 / taps);
        Expression product = multiply(new Input(J), at(u, new Affine(0, 1, 1, 0, 0)));
        made.add(Loop.times(
                0,
                count,
                Loop.times(1, taps, new Assign(at(v, I), add(at(v, I), multiply(product, constant(factor)))))));
        int stride = draws.between(1, 3);
        Affine first = Affine.of(0, stride, 0);
        made.add(Loop.times(
                0,
                Math.max(1, count / stride),
                new Assign(
                        at(w, I),
                        new Binary(
                                draws.chance(80) ? Operation.MAX : Operation.MIN,
                                multiply(at(v, first), constant(0.5)),
                                multiply(at(v, first.plus(1)), constant(0.5))))));
    }

    private void everyOperation(int budget) {
        int count = Math.max(1, draws.count(Math.max(1, budget / 40)));
        Loop loop = Loop.times(0, count);
        draft.enter(loop);
        expressions.moveHome();
        List<Statement> body = new ArrayList<>();
        List<Operation> operations = new ArrayList<>(List.of(Operation.values()));
        Collections.rotate(operations, draws.between(0, operations.size() - 1));
        for (Operation operation : operations) {
            Bounded value;
            if (operation == Operation.POW_CONSTANT) {
                value = expressions.binary(operation, expressions.leaf(), Expressions.constant(1.5));
            } else if (operation.arity() == 1) {
                value = expressions.unary(operation, expressions.leaf());
            } else {
                value = expressions.binary(operation, expressions.leaf(), expressions.leaf());
            }
            body.add(new Assign(draft.total, add(draft.total, value.expression())));
        }
        draft.leave();
        if (draws.chance(50)) {
            body.forEach(statement -> made.add(loop.with(List.of(statement))));
        } else {
            made.add(loop.with(body));
        }
    }

    /** Short loops whose rows lie anywhere, so that they form no nest. */
    private void scatteredRows(int budget) {
        int columns = draws.between(3, 12);
        int operations = draws.between(1, 3);
        int rows = Math.max(3, draws.count(Math.max(3, budget / columns / operations)));
        int stride = 2 * draws.between(1, 40) + 1;
        Affine place = new Affine(draws.between(0, 9), stride, 1, 0, 0);
        Loop outer = Loop.times(0, rows);
        Loop inner = Loop.times(1, columns);
        draft.enter(outer);
        draft.enter(inner);
        expressions.moveHome();
        Expression value = expressions.make(operations - 1, 1, 1).expression();
        draft.leave();
        draft.leave();
        Element target = at(array(), place);
        Statement assign = draws.chance(50)
                ? new Assign(target, multiply(add(target, value), constant(0.5)))
                : new Assign(draft.total, add(draft.total, multiply(value, at(array(), place))));
        made.add(outer.with(List.of(inner.with(List.of(assign)))));
    }
}
