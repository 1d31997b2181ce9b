package dev.gradgap.workload.program.maker;

import static dev.gradgap.workload.program.maker.Terms.add;
import static dev.gradgap.workload.program.maker.Terms.constant;
import static dev.gradgap.workload.program.maker.Terms.multiply;

import dev.gradgap.graph.Operation;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Expression.Constant;
import dev.gradgap.workload.program.Expression.Element;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Ramp;
import dev.gradgap.workload.program.Expression.Scalar;
import dev.gradgap.workload.program.Index;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Program;
import dev.gradgap.workload.program.Statement;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import dev.gradgap.workload.program.Statement.Swap;
import java.util.ArrayList;
import java.util.List;

/**
 * Random programs of any size: loops, one after another, each over an array that is as long as there are inputs.
 *
 * <p>A loop replaces every element u by 0.75 u + 0.25 e with a random expression e of its neighbours and of inputs, into
 * a second array or in place, up or down, so that the result of one iteration may be an operand of the next. Every third
 * loop goes by rows of {@value #ROW}: it takes the sine s of the sum of a row and replaces its elements by 0.75 u + 0.125
 * s e. As e is at most 1 in magnitude and in the 1-norm of its gradient, all elements stay so; and a path by which
 * 0.75<sup>loops</sup> of an input's derivative comes through is there in any case. The result is the weighted sum of
 * the elements.
 *
 * <p>The number of operations depends on the sizes alone, not on the seed.
 */
public final class LayeredProgram {

    /** The fewest operations of a loop for each element. */
    public static final int FEWEST_OPERATIONS = 6;

    /** The operations for each element of the sum at the end. */
    public static final int SUM_OPERATIONS = 2;

    private static final int ROW = 16;
    private static final int DRAWS = 3; // of an expression, before a smaller one is tried
    private static final Affine I = Affine.of(0, 1, 0);
    private static final Scalar TOTAL = new Scalar(0);
    private static final Scalar ROW_SUM = new Scalar(1);
    private static final List<Operation> PADDING = List.of(Operation.SIN, Operation.TANH, Operation.ATAN);

    private final Draft draft;
    private final Draws draws;
    private final Expressions expressions;
    private final int n;
    private final List<Statement> body = new ArrayList<>();

    private LayeredProgram(Seed seed, int inputs) {
        n = inputs;
        draws = new Draws(seed);
        draft = new Draft(draws, inputs, inputs);
        draft.arrays.add(new Store(0, true, 2));
        expressions = new Expressions(draft);
        expressions.use(Vocabulary.SMOOTH);
    }

    /**
     * The program with a seed.
     *
     * @param seed decides the expressions and the point, whose coordinates are uniform on [-1, 1)
     * @param inputs the number of inputs n
     * @param operations for each input, at least {@value #FEWEST_OPERATIONS} for each loop and {@value #SUM_OPERATIONS}
     * @param loops how many loops over the array there are
     */
    public static Program of(Seed seed, int inputs, int operations, int loops) {
        return new LayeredProgram(seed, inputs).make(operations - SUM_OPERATIONS, loops);
    }

    /** The number of operations of {@link #of}. */
    public static long operations(int inputs, int operations, int loops) {
        long sum = (long) SUM_OPERATIONS * inputs;
        for (int loop = 0; loop < loops; loop++) {
            long rows = inputs / ROW;
            long elements = isByRows(loop) ? rows * ROW : inputs;
            sum += elements * share(operations - SUM_OPERATIONS, loop, loops) + (isByRows(loop) ? rows : 0);
        }
        return sum;
    }

    /** The operations of a loop for each element. */
    private static int share(int operations, int loop, int loops) {
        return (loop + 1) * operations / loops - loop * operations / loops;
    }

    private static boolean isByRows(int loop) {
        return loop % 3 == 1;
    }

    private Program make(int operations, int loops) {
        for (int loop = 0; loop < loops; loop++) {
            int share = share(operations, loop, loops);
            if (isByRows(loop)) {
                body.add(rows(share));
            } else {
                elements(share);
            }
        }
        Expression weight = new Ramp(0.125, new Index.Modular(I, 5), 0.5);
        body.add(Loop.times(0, n, new Assign(TOTAL, add(TOTAL, multiply(new Element(0, I), weight)))));
        double[] point = new double[n];
        for (int i = 0; i < n; i++) {
            point[i] = draws.seed().nextDouble(Draft.POINT_LOW, Draft.POINT_HIGH);
        }
        return new Program(
                point,
                n,
                List.of(new Input(I), new Constant(0)),
                List.of(new Constant(0.5), new Constant(0.5)),
                body,
                List.of(TOTAL));
    }

    /** One element after the other. */
    private void elements(int operations) {
        boolean buffered = draws.chance(50);
        boolean downwards = draws.chance(50);
        Loop loop = downwards ? new Loop(0, Affine.of(n - 1), Affine.of(0), -1, List.of()) : Loop.times(0, n);
        draft.enter(loop);
        expressions.moveHome(I);
        Expression next =
                add(multiply(new Element(0, I), constant(0.75)), multiply(exactly(operations - 3, I), constant(0.25)));
        draft.leave();
        body.add(loop.with(List.of(new Assign(new Element(buffered ? 1 : 0, I), next))));
        if (buffered) {
            body.add(new Swap(0, 1));
        }
    }

    /** The sine of a sum over each whole row, then its elements. */
    private Statement rows(int operations) {
        Loop row = Loop.times(0, n / ROW);
        Loop column = Loop.times(1, ROW);
        Affine place = new Affine(0, ROW, 1, 0, 0);
        Element element = new Element(0, place);
        Statement accumulate = new Assign(ROW_SUM, add(ROW_SUM, multiply(element, constant(0.05))));
        draft.enter(row);
        draft.enter(column);
        expressions.moveHome(place);
        Expression scaled = multiply(ROW_SUM, exactly(operations - 6, place));
        Expression next = add(multiply(element, constant(0.75)), multiply(scaled, constant(0.125)));
        draft.leave();
        draft.leave();
        return row.with(List.of(
                new Assign(ROW_SUM, constant(0.25)),
                column.with(List.of(accumulate)),
                new Assign(ROW_SUM, new Expression.Unary(Operation.SIN, ROW_SUM)),
                column.with(List.of(new Assign(element, next)))));
    }

    /** An expression of exactly so many operations. */
    private Expression exactly(int operations, Affine place) {
        for (int request = operations; request >= 0; request--) {
            for (int draw = 0; draw < DRAWS; draw++) {
                Bounded made = expressions.make(request, 1, 1);
                if (made.expression().operations() <= operations) {
                    return padded(made, operations);
                }
            }
        }
        return padded(expressions.input(place), operations);
    }

    private Expression padded(Bounded expression, int operations) {
        Bounded padded = expression;
        while (padded.expression().operations() < operations) {
            padded = expressions.unary(draws.oneOf(PADDING), padded);
        }
        return padded.expression();
    }
}
