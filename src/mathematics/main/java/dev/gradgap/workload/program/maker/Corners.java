package dev.gradgap.workload.program.maker;

import static dev.gradgap.workload.program.maker.Terms.constant;
import static dev.gradgap.workload.program.maker.Terms.multiply;
import static dev.gradgap.workload.program.maker.Terms.unary;

import dev.gradgap.graph.Operation;
import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Expression.Element;
import dev.gradgap.workload.program.Expression.Location;
import dev.gradgap.workload.program.Index;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Statement;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import java.util.ArrayList;
import java.util.List;

/** Loops of which some iterations, at an edge or at a corner, read what others did not write. */
final class Corners extends Forms {

    Corners(Draft draft, Expressions expressions, Nests nests, List<Statement> made) {
        super(draft, expressions, nests, made);
    }

    /** Every iteration writes an element, and reads one that some iteration of the same loop writes. */
    void pivot(int budget) {
        int operations = draws.between(1, 3);
        int most = Math.max(4, Math.min(draft.length - 1, budget / (operations + 2)));
        int count = Math.min(most, draws.chance(50) ? draws.between(4, 16) : draws.count(most));
        Store u = array();
        Store v = array();
        Affine pivot = Affine.of(draws.chance(60) ? 0 : draws.between(0, count - 1));
        if (draws.chance(40)) {
            pivot = pivot.withStride(0, draws.oneOf(List.of(-1, 1, 2, 2, 3))).plus(draws.chance(50) ? -count : 0);
        }
        Loop loop = Loop.times(0, count);
        draft.enter(loop);
        expressions.moveHome();
        Bounded value = expressions.make(operations, u.bound / 2, u.bound / 2);
        List<Statement> body = new ArrayList<>();
        body.add(new Assign(at(u, I), value.expression()));
        Element here = at(u, draws.chance(80) ? I : I.plus(-1));
        Operation operation = draws.oneOf(List.of(Operation.MULTIPLY, Operation.ADD, Operation.HYPOT, Operation.MAX));
        body.add(new Assign(at(v, I), sine(Terms.binary(operation, here, at(u, pivot), draws))));
        draft.leave();
        made.add(loop.with(body));
        squares(v, count);
    }

    /** Two loops write a part of an array each; a nest reads across the border, along rows, columns or diagonals. */
    void halves(int budget) {
        int most = draws.chance(50) ? draft.length / 2 : (int) Math.sqrt(draft.length);
        int columns = draws.between(4, Math.max(4, Math.min(24, most)));
        int rows = Math.max(3, Math.min(draws.between(3, draws.chance(50) ? 5 : 9), budget / columns / 3));
        int rowStride = draws.oneOf(List.of(-columns, -2, -1, -1, 1, 1, 2, columns));
        int stride = draws.oneOf(List.of(-1, -1, 1, 1, 2));
        Affine place = new Affine(0, rowStride, stride, 0, 0);
        Store u = array();
        Store v = array();
        Loop row = Loop.times(0, rows);
        Loop column = Loop.times(1, columns);
        draft.enter(row);
        draft.enter(column);
        place = place.plus(-place.least(draft.ranges));
        int span = Math.min(draft.length, place.largest(draft.ranges) + 1);
        int border = draws.chance(60) ? draws.between(1, Math.max(1, span / 3)) : draws.between(1, span);
        int split = draws.chance(50) ? span - border : border;
        expressions.moveHome();
        Element target = draws.chance(50) ? at(v, new Affine(0, columns, 1, 0, 0)) : at(v, J);
        Expression read = Terms.binary(Operation.MULTIPLY, at(u, place), factor(), draws);
        draft.leave();
        draft.leave();
        made.add(part(u, 0, split, Operation.SIN));
        made.add(part(u, split, span, Operation.ATAN));
        made.add(row.with(List.of(column.with(List.of(new Assign(target, sine(read)))))));
        squares(v, Math.min(draft.length, rows * columns));
    }

    /** Any, or one constant for some rows, or an element whose stride depends on the row. */
    private Expression factor() {
        return switch (draws.between(0, 3)) {
            case 0 -> new Expression.Ramp(0.1, new Index.Lookup(draft.stairs(4), I), 0.1);
            case 1 -> new Expression.Input(new Index.Multiple(I.plus(draws.between(0, 1)), J));
            default -> expressions.make(draws.between(0, 2), 1, 1).expression();
        };
    }

    private Loop part(Store array, int from, int to, Operation operation) {
        Expression input = multiply(new Expression.Input(I), constant(0.5));
        Expression value = multiply(unary(operation, input), new Expression.Input(I.plus(1)));
        return new Loop(0, Affine.of(from), Affine.of(to), 1, List.of(new Assign(at(array, I), value)));
    }

    /**
     * Two recurrences from one number: the second one's body is so long that what lies an iteration before its first one
     * is what lies before the first one.
     */
    void leads(int budget) {
        int count = draws.between(4, 6);
        int between = 3 * count;
        Store v = array();
        Location start = at(array(), Affine.of(0));
        Location first = at(v, Affine.of(1));
        Location second = at(v, Affine.of(2));
        made.add(new Assign(start, unary(Operation.SIN, new Expression.Input(Affine.of(0)))));
        made.add(new Assign(first, start));
        made.add(new Assign(second, start));
        Expression step = multiply(multiply(first, new Expression.Input(I)), constant(0.5));
        made.add(Loop.times(0, count, new Assign(first, unary(Operation.SIN, step))));
        Expression rest = new Expression.Input(I.plus(1));
        for (int k = 2; k < between; k++) {
            rest = unary(k % 2 == 0 ? Operation.SIN : Operation.TANH, rest);
        }
        Location sum = draft.total;
        made.add(Loop.times(
                0,
                Math.max(4, Math.min(draws.between(4, 12), budget / between)),
                new Assign(second, unary(Operation.SIN, second)),
                new Assign(sum, Terms.add(sum, Terms.binary(Operation.MULTIPLY, rest, second, draws)))));
        made.add(new Assign(sum, Terms.add(sum, first)));
    }

    /** Small enough for any array, whatever its bound. */
    private static Expression sine(Expression operand) {
        return multiply(unary(Operation.SIN, operand), constant(0.5));
    }
}
