package dev.gradgap.workload.program.shrink;

import dev.gradgap.workload.program.Program;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes a program smaller while it still fails, to show what a fault needs: greedily, one simplification after another
 * (see {@link Simplifications} and {@link SimplerExpressions}), large ones first, until none is left that still fails or the tries are used up.
 *
 * <p>Every step makes the program smaller in operations or, with as many, in what is to be read. The same program and
 * predicate give the same result.
 */
public final class ProgramShrinker {

    private static final int MOST_TRIES = 4000;

    private static final List<Function<Program, Stream<Program>>> PASSES = List.of(
            Simplifications::withoutStatements,
            Simplifications::withFewerOutputs,
            Simplifications::withSimplerLoops,
            SimplerExpressions::withSimplerExpressions,
            Simplifications::withAssignedValuesInPlace,
            Simplifications::withSmallerSizes,
            SimplerExpressions::withSimplerIndices);

    private final Predicate<Program> fails;
    private int triesLeft;

    private ProgramShrinker(Predicate<Program> fails, int tries) {
        this.fails = fails;
        triesLeft = tries;
    }

    /**
     * A program as small as was found that still fails; the same one if it does not fail or nothing smaller does.
     *
     * @param fails whether a program fails; called at most {@value #MOST_TRIES} times
     */
    public static Program shrink(Program program, Predicate<Program> fails) {
        return shrink(program, fails, MOST_TRIES);
    }

    /**
     * As {@link #shrink(Program, Predicate)}, with a bound of one's own.
     *
     * @param tries how often {@code fails} may be called
     */
    public static Program shrink(Program program, Predicate<Program> fails, int tries) {
        return new ProgramShrinker(fails, tries).shrink(program);
    }

    private Program shrink(Program program) {
        Program smallest = program;
        while (triesLeft > 0) {
            Program before = smallest;
            for (Function<Program, Stream<Program>> pass : PASSES) {
                smallest = exhaust(pass, smallest);
            }
            if (smallest == before) {
                return smallest;
            }
        }
        return smallest;
    }

    /** Takes every simplification of a kind that still fails; after one, goes on at the same place of the new program. */
    private Program exhaust(Function<Program, Stream<Program>> pass, Program program) {
        Program smallest = program;
        int tried = 0;
        Iterator<Program> candidates = pass.apply(smallest).iterator();
        while (candidates.hasNext() && triesLeft > 0) {
            Program candidate = candidates.next();
            if (Weight.of(candidate).isBelow(Weight.of(smallest)) && fails(candidate)) {
                smallest = candidate;
                candidates = pass.apply(smallest).skip(tried).iterator();
            } else {
                tried++;
            }
        }
        return smallest;
    }

    private boolean fails(Program candidate) {
        triesLeft--;
        return fails.test(candidate);
    }
}
