package dev.gradgap.run.fork;

import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.journal.ForkResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which forks of a cell are verified from all sides, once they have been timed: the first of each method that is steady, and
 * those before, whose figures do not count. One that is repeated, since its pair was of no use, does what it did.
 */
final class AllSides {

    private final Map<List<Object>, Integer> rounds = new HashMap<>();

    /**
     * Whether a fork is to be.
     *
     * @param method empty if the fork decides
     */
    boolean isDue(int cell, int round, Optional<Method> method) {
        return method.map(known -> rounds.getOrDefault(List.of(cell, known), round) == round)
                .orElse(true);
    }

    /** Notes how a fork ended that was told by {@link #isDue} what to do. */
    void ended(ForkResult fork) {
        if (fork.status() == Status.OK) {
            rounds.putIfAbsent(List.of(fork.cell(), fork.method()), fork.round());
        }
    }
}
