package dev.gradgap.workload.program;

import dev.gradgap.workload.Seed;
import dev.gradgap.workload.program.Expression.Constant;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Ramp;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import java.util.ArrayList;
import java.util.List;

/**
 * Programs at random: half of them nests composed freely, half made of the forms of numerical programs, many of both.
 *
 * <p>At the point and near it all values are bounded, and so are the derivatives, which grow by a small factor over all
 * iterations together, so that the programs are well conditioned. The exceptions are made on purpose: maxima of equal
 * numbers and absolute values of exactly 0, where the conventions of {@link dev.gradgap.function.Arithmetic} hold.
 *
 * <p>All decisions rest on {@link Seed} and on IEEE 754 basic arithmetic, so that a seed gives the same program on every
 * JVM and platform. Most programs have 5 to 500 operations, few up to {@value #MOST_OPERATIONS}.
 */
public final class RandomPrograms {

    private static final int MOST_OPERATIONS = 100_000;
    private static final List<Pattern> PATTERNS = List.of(Pattern.values());

    private RandomPrograms() {}

    /** The program with a seed. */
    public static Program of(long seed) {
        Draws draws = new Draws(new Seed(seed));
        int chance = draws.between(1, 1000);
        int operations;
        if (chance <= 450) {
            operations = draws.between(5, 80);
        } else if (chance <= 900) {
            operations = draws.between(60, 500);
        } else if (chance <= 985) {
            operations = draws.between(500, 4000);
        } else if (chance <= 997) {
            operations = draws.between(4000, 20_000);
        } else {
            operations = draws.between(20_000, MOST_OPERATIONS);
        }
        return of(seed, operations);
    }

    /**
     * The program with a seed and of a size.
     *
     * @param operations about how many, from 1 to {@value #MOST_OPERATIONS}
     */
    public static Program of(long seed, int operations) {
        return new Maker(new Draws(new Seed(seed).split()), operations).make();
    }

    private static final class Maker {

        private final Draws draws;
        private final int operations;
        private final Draft draft;
        private final List<Expression> arrays = new ArrayList<>();
        private final List<Expression> scalars = new ArrayList<>();

        Maker(Draws draws, int operations) {
            this.draws = draws;
            this.operations = operations;
            int inputs = draws.chance(85) ? draws.between(1, 24) : draws.skewed(1, 300);
            int most = Math.max(12, Math.min(2000, operations / 3));
            int length = draws.chance(85) ? draws.between(4, Math.min(most, 64)) : draws.skewed(4, most);
            draft = new Draft(draws, inputs, length);
        }

        Program make() {
            declare();
            Expressions expressions = new Expressions(draft);
            Nests nests = new Nests(draft, expressions);
            Patterns patterns = new Patterns(draft, expressions, nests);
            int pieces = draws.chance(45) ? 1 : draws.between(2, 4);
            int kind = draws.between(1, 100);
            List<Statement> body = new ArrayList<>();
            for (int piece = 0; piece < pieces; piece++) {
                boolean free = kind <= 45 || (kind > 75 && draws.chance(60));
                if (free) {
                    body.add(nests.make(Math.max(3, operations / pieces)));
                } else {
                    Pattern pattern = draws.oneOf(PATTERNS);
                    body.addAll(patterns.make(pattern, operations / pieces));
                }
            }
            addUp(body);
            double[] point = new double[draft.inputs];
            for (int i = 0; i < point.length; i++) {
                point[i] = draws.seed().nextDouble(Draft.POINT_LOW, Draft.POINT_HIGH);
            }
            return new Program(point, draft.length, arrays, scalars, body, results());
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
        private void addUp(List<Statement> body) {
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
}
