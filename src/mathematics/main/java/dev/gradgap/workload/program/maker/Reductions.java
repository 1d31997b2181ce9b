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
import java.util.ArrayList;
import java.util.List;

/** Sums, products, maxima over the iterations of loops, and what comes between them. */
final class Reductions extends Forms {

    Reductions(Draft draft, Expressions expressions, Nests nests, List<Statement> made) {
        super(draft, expressions, nests, made);
    }

    void scan(int budget) {
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
    void reduceThenRecur(int budget) {
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

    /** Accumulation in a nest inside of a loop that takes a function of the sum. */
    void nestedAccumulate(int budget) {
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

    /** Runs of terms, of constants and of inputs, all into one sum, difference, product or maximum. */
    void constantRuns(int budget) {
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

    void runningProduct(int budget) {
        if (draws.chance(65)) {
            expressions.use(Vocabulary.IN_STEP);
        }
        int body = draws.chance(30) ? draws.between(1, 12) : draws.between(1, 100);
        int most = draws.chance(60) ? Math.max(4, draft.length - 3) : 600;
        int count = Math.max(4, draws.count(Math.max(4, Math.min(most, budget / body))));
        if (draws.chance(60)) {
            count = Math.max(count, Math.min(draws.between(6, 20), most));
        }
        Location product = cell();
        Loop loop = draws.chance(75)
                ? Loop.times(0, count)
                : new Loop(0, Affine.of(count - 1), Affine.of(0), -1, List.of());
        draft.enter(loop);
        expressions.moveHome();
        double share = 0.3 / count;
        Expression factor = draws.chance(12)
                ? constant(draws.oneOf(List.of(0.5, 0.9, -1.0, 1.0)))
                : add(expressions.make(Math.max(0, body - 2), share, share).expression(), constant(1));
        if (draws.chance(10)) {
            factor = new Expression.Ramp(0.1, new Index.Modular(I, 3), 0.8);
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(new Assign(product, Terms.binary(Operation.MULTIPLY, product, factor, draws)));
        if (draws.chance(25)) {
            nests.straight(statements, draws.between(1, 4));
        }
        draft.leave();
        made.add(loop.with(statements));
        made.add(new Assign(draft.total, add(draft.total, product)));
    }

    /** Maxima and minima of equal numbers, absolute values of exactly 0. */
    void ties(int budget) {
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
}
