package dev.gradgap.workload.program.maker;

import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Expression.Constant;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Ramp;
import dev.gradgap.workload.program.Index;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Program;
import dev.gradgap.workload.program.Statement;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import java.util.ArrayList;
import java.util.List;

/** Makes one program: its stores, its pieces, what is added up at the end, and the results. */
final class ProgramMaker {

    private static final List<Pattern> PATTERNS = patterns();

    private final Draws draws;
    private final int operations;
    private final boolean ragged; // long arrays and many short loops, which take the most code
    private final Draft draft;
    private final Expressions expressions;
    private final Nests nests;
    private final Patterns patterns;
    private final List<Statement> body = new ArrayList<>();
    private final List<Expression> arrays = new ArrayList<>();
    private final List<Expression> scalars = new ArrayList<>();

    ProgramMaker(Draws draws, int operations) {
        this.draws = draws;
        this.operations = operations;
        int most = Math.max(12, operations / 4);
        boolean large = draws.chance(operations > 4000 ? 60 : 15);
        int length = large ? draws.skewed(4, most) : draws.between(4, Math.min(most, 64));
        ragged = operations == RandomPrograms.MOST_OPERATIONS;
        if (ragged) {
            length = operations / 5;
        }
        int inputs = draws.chance(90) ? draws.between(1, 24) : draws.skewed(1, 400);
        if (ragged) {
            inputs = length;
        } else if (draws.chance(60)) {
            inputs = Math.min(length, 600) + draws.between(0, 3);
        }
        draft = new Draft(draws, inputs, length);
        expressions = new Expressions(draft);
        nests = new Nests(draft, expressions);
        patterns = new Patterns(draft, expressions, nests);
        declare();
    }

    /** Those more often that have more to vary. */
    private static List<Pattern> patterns() {
        List<Pattern> patterns = new ArrayList<>(List.of(Pattern.values()));
        patterns.addAll(List.of(
                Pattern.RUNNING_PRODUCT,
                Pattern.RUNNING_PRODUCT,
                Pattern.CONSTANT_RUNS,
                Pattern.REDUCE_THEN_RECUR,
                Pattern.PIVOT,
                Pattern.HALVES,
                Pattern.HALVES));
        return List.copyOf(patterns);
    }

    /** A program of any pieces. */
    Program make() {
        int pieces = ragged ? 0 : draws.chance(45) ? 1 : draws.between(2, 4);
        int kind = draws.between(1, 100);
        if (ragged) {
            expressions.use(Vocabulary.IN_STEP);
            body.addAll(patterns.make(Pattern.SCATTERED_LOOPS, operations / 2 + 10_000));
        }
        for (int piece = 0; piece < pieces; piece++) {
            expressions.use(draws.chance(35) ? Vocabulary.IN_STEP : Vocabulary.ANY);
            boolean free = kind <= 45 || (kind > 75 && draws.chance(60));
            if (free) {
                expressions.hide(0);
                body.add(nests.make(Math.max(3, operations / pieces)));
            } else {
                Pattern pattern = operations > 4000 && draws.chance(25) ? Pattern.RAGGED_ROWS : draws.oneOf(PATTERNS);
                body.addAll(patterns.make(pattern, operations / pieces));
            }
        }
        return finish();
    }

    /** A program of one form alone. */
    Program make(Pattern pattern) {
        expressions.use(draws.chance(35) ? Vocabulary.IN_STEP : Vocabulary.ANY);
        body.addAll(patterns.make(pattern, operations));
        return finish();
    }

    private Program finish() {
        if (!ragged) {
            addUp();
        }
        return new Program(point(), draft.length, arrays, scalars, body, results());
    }

    /** Any coordinates, or some out of few, so that different inputs tie. */
    private double[] point() {
        boolean coarse = draws.chance(15);
        double[] point = new double[draft.inputs];
        for (int i = 0; i < point.length; i++) {
            point[i] = coarse ? draws.between(-4, 4) / 4.0 : draws.seed().nextDouble(Draft.POINT_LOW, Draft.POINT_HIGH);
        }
        return point;
    }

    private void declare() {
        scalars.add(draws.chance(70) ? new Constant(draws.constant()) : input());
        int count = draws.between(1, 3);
        for (int array = 0; array < count; array++) {
            draft.arrays.add(new Store(array, true, bound()));
            arrays.add(fill());
        }
        count = draws.between(0, 3);
        for (int scalar = 0; scalar < count; scalar++) {
            draft.scalars.add(new Store(scalars.size(), false, bound()));
            scalars.add(draws.chance(60) ? new Constant(draws.between(-4, 4) / 4.0) : input());
        }
    }

    private double bound() {
        return draws.chance(80) ? 2 : draws.between(4, 40);
    }

    private Expression input() {
        return new Input(Affine.of(draws.between(0, draft.inputs - 1)));
    }

    private Expression fill() {
        return switch (draws.between(0, 3)) {
            case 0 -> new Constant(draws.between(-2, 2) / 4.0);
            case 1 -> new Ramp(0.1, new Index.Modular(Affine.of(0, 1, 0), 7), -0.2);
            default -> new Input(Affine.of(0, draws.chance(85) ? 1 : draws.between(-1, 3), draws.between(0, 3)));
        };
    }

    /** Adds elements and scalars to the total, so that most of what was computed is used. */
    private void addUp() {
        for (Store array : draft.arrays) {
            if (draws.chance(80)) {
                int step = draws.chance(70) ? 1 : draws.between(2, 3);
                Expression element = new Expression.Element(array.number, Affine.of(0, 1, 0));
                Expression term = draws.chance(50) ? element : Terms.multiply(element, element);
                Statement add = new Assign(draft.total, Terms.add(draft.total, term));
                body.add(new Loop(0, Affine.of(0), Affine.of(draft.length), step, List.of(add)));
            }
        }
        for (Store scalar : draft.scalars) {
            if (draws.chance(70)) {
                body.add(new Assign(draft.total, Terms.add(draft.total, new Expression.Scalar(scalar.number))));
            }
        }
    }

    /** One result, the total, or several of anything. */
    private List<Expression> results() {
        List<Expression> results = new ArrayList<>();
        results.add(draft.total);
        int count = draws.chance(60) ? 1 : draws.between(2, 6);
        while (results.size() < count) {
            results.add(result(results));
        }
        return results;
    }

    private Expression result(List<Expression> before) {
        int chance = draws.between(1, 100);
        if (chance <= 60) {
            return new Expression.Element(
                    draws.oneOf(draft.arrays).number, Affine.of(draws.between(0, draft.length - 1)));
        }
        if (chance <= 75) {
            return new Expression.Scalar(draws.between(0, scalars.size() - 1));
        }
        if (chance <= 82) {
            return input();
        }
        return chance <= 88 ? new Constant(draws.constant()) : draws.oneOf(before);
    }
}
