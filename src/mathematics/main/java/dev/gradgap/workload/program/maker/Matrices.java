package dev.gradgap.workload.program.maker;

import static dev.gradgap.workload.program.maker.Terms.add;
import static dev.gradgap.workload.program.maker.Terms.constant;
import static dev.gradgap.workload.program.maker.Terms.multiply;
import static dev.gradgap.workload.program.maker.Terms.subtract;
import static dev.gradgap.workload.program.maker.Terms.unary;

import dev.gradgap.graph.Operation;
import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Expression.Binary;
import dev.gradgap.workload.program.Expression.Element;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Location;
import dev.gradgap.workload.program.Index;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Statement;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import java.util.ArrayList;
import java.util.List;

/** Products with matrices, regular, triangular and ragged, and loops over elements that lie anywhere. */
final class Matrices extends Forms {

    Matrices(Draft draft, Expressions expressions, Nests nests, List<Statement> made) {
        super(draft, expressions, nests, made);
    }

    void substitution(int budget) {
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

    /** A matrix of inputs or of constants times a vector, by rows or by columns. */
    void matrixVector(int budget) {
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

    /** Rows of different lengths, as those of a sparse matrix. */
    void raggedRows(int budget) {
        List<Integer> lengths = new ArrayList<>();
        int shortest = draws.between(0, 5);
        for (int k = draws.between(2, 7); k > 0; k--) {
            lengths.add(shortest + draws.between(0, 4));
        }
        int operations = draws.between(2, 4);
        int most = Math.max(2, budget / operations / (shortest + 2));
        int rows = budget > 4000 && draws.chance(70) ? Math.min(most, draws.between(500, 1050)) : draws.count(most);
        Store u = array();
        Loop row = Loop.times(0, rows);
        Loop column = new Loop(1, Affine.of(0), new Index.Lookup(lengths, I), 1, List.of());
        Affine place = new Affine(0, draws.chance(70) ? shortest + 2 : draws.between(0, 9), 1, 0, 0);
        if (draws.chance(70)) {
            made.add(Loop.times(
                    0, draft.length, new Assign(at(u, I), unary(Operation.SIN, add(at(u, I), new Input(I))))));
        }
        draft.enter(row);
        draft.enter(column);
        expressions.moveHome();
        Bounded value = expressions.make(operations - 2, 1, 1);
        Expression element = multiply(at(u, place), value.expression());
        draft.leave();
        draft.leave();
        Store v = array();
        List<Statement> body = new ArrayList<>();
        if (draws.chance(u == v ? 70 : 40)) {
            body.add(column.with(List.of(new Assign(draft.total, add(draft.total, element)))));
        } else if (draws.chance(50)) {
            body.add(column.with(List.of(new Assign(at(v, place), multiply(element, constant(0.5))))));
        } else {
            Location sum = cell();
            double factor = Expressions.nice(0.5 / (shortest + 4));
            body.add(new Assign(sum, constant(0)));
            body.add(column.with(List.of(new Assign(sum, add(sum, multiply(element, constant(factor)))))));
            body.add(new Assign(at(v, I), unary(Operation.TANH, sum)));
        }
        made.add(row.with(body));
    }

    /** Short loops whose rows lie anywhere, so that they form no nest. */
    void scatteredRows(int budget) {
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

    /**
     * Many short loops over elements that lie far apart in long arrays: next to no two of their places are the same, and
     * so they take the most code.
     */
    void scatteredLoops(int budget) {
        Store u = draft.arrays.get(0);
        made.add(Loop.times(0, draft.length, new Assign(at(u, I), unary(Operation.SIN, add(at(u, I), new Input(I))))));
        int elements = draws.between(11, 15);
        int rows = Math.min(draws.between(800, 900), 1 + budget / elements);
        Affine place = new Affine(0, 8, 1, 0, 0);
        Expression value = at(u, place.plus(draws.between(0, draft.length - 1)));
        for (int k = 1; k < elements; k++) {
            Expression element = at(u, place.plus(draws.between(0, draft.length - 1)));
            value = draws.chance(50) ? multiply(value, element) : subtract(value, element);
        }
        Statement body = new Assign(draft.total, add(draft.total, value));
        made.add(Loop.times(
                0, rows, new Loop(1, Affine.of(0), new Index.Lookup(List.of(4, 5, 4, 5, 5), I), 1, List.of(body))));
    }

    /** Operations on elements that lie anywhere, by tables: irregular once it is unrolled. */
    void gather(int budget) {
        int operations = draws.between(1, 4);
        int count = Math.max(4, draws.chance(50) ? draws.count(budget / operations) : budget / operations);
        int entries = draws.chance(50) ? draws.between(4, 16) : draws.between(90, 200);
        List<Integer> table = draft.permutation(Math.min(entries, count));
        Affine odd = Affine.of(0, 2 * draws.between(0, 20) + 1, draws.between(0, 9));
        Element to = at(array(), new Index.Lookup(table, I));
        Element from = at(array(), draws.chance(50) ? new Index.Lookup(table, odd) : I);
        Loop loop = Loop.times(0, count);
        draft.enter(loop);
        expressions.moveHome();
        Bounded value = expressions.make(operations - 1, 1, 1);
        draft.leave();
        Expression mixed = new Binary(
                draws.oneOf(List.of(Operation.ADD, Operation.SUBTRACT, Operation.MAX)), from, value.expression());
        made.add(loop.with(List.of(new Assign(
                to,
                draws.chance(50)
                        ? multiply(mixed, constant(0.5))
                        : unary(Operation.SIN, multiply(mixed, constant(0.5)))))));
    }

    /** Every second input, or third and so on, the others left out. */
    void spreadInputs(int budget) {
        int stride = draws.between(2, 5);
        int count = Math.min(1 + draft.inputs / stride, Math.max(2, budget / 2));
        Expression input = new Input(Affine.of(0, stride, draws.between(0, 3)));
        Expression term = draws.chance(50) ? multiply(input, at(array(), I)) : unary(Operation.SIN, input);
        made.add(Loop.times(0, count, new Assign(draft.total, add(draft.total, term))));
    }
}
