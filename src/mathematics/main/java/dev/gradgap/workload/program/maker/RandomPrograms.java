package dev.gradgap.workload.program.maker;

import dev.gradgap.workload.Seed;
import dev.gradgap.workload.program.Program;

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

    static final int MOST_OPERATIONS = 100_000;
    private static final int LARGE = 20_000;

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
        } else if (chance <= 996) {
            operations = draws.between(4000, LARGE);
        } else {
            operations = chance <= 998 ? draws.between(LARGE, MOST_OPERATIONS) : MOST_OPERATIONS;
        }
        return of(seed, operations);
    }

    /**
     * The program with a seed and of a size.
     *
     * @param operations about how many, from 1 to {@value #MOST_OPERATIONS}
     */
    public static Program of(long seed, int operations) {
        return new ProgramMaker(new Draws(new Seed(seed).split()), operations).make();
    }
}
