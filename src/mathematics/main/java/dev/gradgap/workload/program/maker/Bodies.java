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
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Statement;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Bodies of all lengths, in loops and alone, with results handed from one iteration to the next or not. */
final class Bodies extends Forms {

    Bodies(Draft draft, Expressions expressions, Nests nests, List<Statement> made) {
        super(draft, expressions, nests, made);
    }

    void longBody(int budget) {
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

    void straight(int budget) {
        expressions.moveHome();
        int most = draws.chance(96) ? draws.skewed(5, 400) : draws.between(400, 3200);
        nests.straight(made, Math.min(budget, most));
    }

    void everyOperation(int budget) {
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

    /** Elements computed from those some places before. */
    void recurrence(int budget) {
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

    /** A system of a few states, step by step. */
    void timeSteps(int budget) {
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

    /** A binary tree, evaluated node by node with a stack, so that its trace repeats nowhere but its levels do. */
    void tree(int budget) {
        int leaves = Math.min(draws.between(16, 260), budget / 3);
        boolean alike = draws.chance(40);
        List<Operation> levels = new ArrayList<>(List.of(Operation.ADD, Operation.ADD));
        while (1 << levels.size() <= leaves) {
            levels.add(draws.oneOf(List.of(Operation.ADD, Operation.MULTIPLY, Operation.MAX, Operation.SUBTRACT)));
        }
        Store stack = array();
        int top = 0;
        for (int leaf = 0; leaf < leaves; leaf++) {
            Expression input = multiply(new Input(Affine.of(leaf)), constant(0.25));
            made.add(new Assign(
                    at(stack, Affine.of(top++)), alike || leaf % 2 == 0 ? input : unary(Operation.SIN, input)));
            for (int level = 0; level < Integer.numberOfTrailingZeros(leaf + 1); level++) {
                top--;
                Element first = at(stack, Affine.of(top - 1));
                Expression node = new Binary(levels.get(level), first, at(stack, Affine.of(top)));
                made.add(new Assign(first, level < 2 ? node : unary(Operation.TANH, node)));
            }
        }
        made.add(new Assign(draft.total, add(draft.total, at(stack, Affine.of(0)))));
    }
}
