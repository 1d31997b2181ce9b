package dev.gradgap.workload.program.maker;

import static dev.gradgap.workload.program.maker.Terms.add;
import static dev.gradgap.workload.program.maker.Terms.constant;
import static dev.gradgap.workload.program.maker.Terms.multiply;
import static dev.gradgap.workload.program.maker.Terms.subtract;
import static dev.gradgap.workload.program.maker.Terms.unary;

import dev.gradgap.graph.Operation;
import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Expression.Binary;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Location;
import dev.gradgap.workload.program.Index;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Statement;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import dev.gradgap.workload.program.Statement.Swap;
import java.util.ArrayList;
import java.util.List;

/** Sweeps over arrays that compute elements from their neighbours: stencils, butterflies, sorting networks. */
final class Stencils extends Forms {

    Stencils(Draft draft, Expressions expressions, Nests nests, List<Statement> made) {
        super(draft, expressions, nests, made);
    }

    void lineStencil(int budget) {
        int points = Math.min(draft.length, Math.max(3, draws.count(budget / 4)));
        int steps = Math.max(1, Math.min(budget / points / 4, draws.count(100)));
        Store u = draft.arrays.get(0);
        Store v = draft.arrays.get(draft.arrays.size() - 1);
        boolean buffered = u != v && draws.chance(60);
        load(u, points);
        double factor = draws.chance(50) && steps <= 5 ? 0.1 : Expressions.nice(0.4 / steps);
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

    void planeStencil(int budget) {
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

    void butterfly() {
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

    /** Compares neighbours and exchanges them, rounds of odd and even ones. */
    void sorting(int budget) {
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

    /** A sliding inner product, and the maxima of neighbours. */
    void convolution(int budget) {
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
}
