package dev.gradgap.workload.program.maker;

import static dev.gradgap.workload.program.maker.Terms.add;
import static dev.gradgap.workload.program.maker.Terms.unary;

import dev.gradgap.graph.Operation;
import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Expression.Element;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Location;
import dev.gradgap.workload.program.Index;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Statement;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import java.util.List;

/** What the forms share: the stores they choose from, and the list of statements that they add to. */
abstract class Forms {

    /** The counter of the outermost loop. */
    static final Affine I = Affine.of(0, 1, 0);

    /** The counter of the loop in it. */
    static final Affine J = Affine.of(1, 1, 0);

    final Draft draft;
    final Draws draws;
    final Expressions expressions;
    final Nests nests;
    final List<Statement> made;

    Forms(Draft draft, Expressions expressions, Nests nests, List<Statement> made) {
        this.draft = draft;
        this.expressions = expressions;
        this.nests = nests;
        this.made = made;
        draws = draft.draws;
    }

    final Store array() {
        return draws.oneOf(draft.arrays);
    }

    final Element at(Store array, Index index) {
        return new Element(array.number, index);
    }

    /** A scalar, or an element of an array as one; mostly nothing but what is written out reads it. */
    final Location cell() {
        if (draft.scalars.isEmpty()) {
            return at(array(), Affine.of(draws.between(0, draft.length - 1)));
        }
        Expression.Scalar scalar = new Expression.Scalar(draws.oneOf(draft.scalars).number);
        if (draws.chance(80)) {
            expressions.hide(scalar.number());
        }
        return scalar;
    }

    /** Fills an array from the inputs. */
    final void load(Store array, int count) {
        if (draws.chance(60)) {
            made.add(Loop.times(0, count, new Assign(at(array, I), new Input(I.plus(draws.between(0, 3))))));
        }
    }

    /** Adds the squares of the first elements to the total. */
    final void squares(Store array, int count) {
        made.add(
                Loop.times(0, count, new Assign(draft.total, add(draft.total, unary(Operation.SQUARE, at(array, I))))));
    }
}
