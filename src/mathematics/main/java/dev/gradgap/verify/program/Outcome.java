package dev.gradgap.verify.program;

import java.util.Optional;

/**
 * What became of one engine on one program.
 *
 * @param result how it ended
 * @param fault what is wrong, if something is
 * @param reason why the engine refused; empty if it did not
 * @param compared the numbers that were judged
 * @param leftOpen the numbers that could not be judged
 */
public record Outcome(Result result, Optional<ProgramFault> fault, String reason, long compared, long leftOpen) {

    /** How it ended. */
    public enum Result {
        /** All numbers are within their bounds. */
        RIGHT,
        /** Some number is not, or was not set. */
        WRONG,
        /** The engine will not work on the program. */
        REFUSED,
        /** The engine broke down. */
        FAILED,
        /** The engine found its own plan to be wrong. */
        PLAN_FAULT,
        /** Nothing is wrong, but some numbers cannot be judged: near ties, or too ill-conditioned. */
        LEFT_OPEN
    }

    static Outcome refused(String reason) {
        return new Outcome(Result.REFUSED, Optional.empty(), reason, 0, 0);
    }

    /** Whether the engine did what it must not. */
    public boolean isBad() {
        return fault.isPresent();
    }
}
