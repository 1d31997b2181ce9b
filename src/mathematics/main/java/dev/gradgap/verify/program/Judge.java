package dev.gradgap.verify.program;

import dev.gradgap.verify.rounding.Bounded;
import java.util.Optional;
import java.util.function.IntFunction;

/** Compares what an engine computed with bounded numbers and remembers the first fault. */
final class Judge {

    /** Both numbers may be off by the bound: the engine's and the one it is compared with. */
    private static final double BOTH = 2;

    private String call = "";
    private Optional<ProgramFault> fault = Optional.empty();
    private long compared;
    private long leftOpen;

    /** Names the call to which the next comparisons or an exception belong. */
    void calling(String name) {
        call = name;
    }

    long compared() {
        return compared;
    }

    long leftOpen() {
        return leftOpen;
    }

    Optional<ProgramFault> fault() {
        return fault;
    }

    /** Remembers what is wrong; returns false. */
    boolean wrong(String what, String detail) {
        fault = Optional.of(new ProgramFault(call + ": " + what, detail));
        return false;
    }

    /** Remembers that the call broke down. */
    void broke(Throwable problem) {
        String message = problem.getMessage() == null
                ? ""
                : ": " + problem.getMessage().lines().findFirst().orElse("");
        wrong(
                "exception " + problem.getClass().getSimpleName(),
                problem.getClass().getName() + message);
    }

    boolean values(double[] y, Bounded expected) {
        return compare(y, 0, y.length, expected, "value", j -> "y[" + j + "]");
    }

    /**
     * Compares a part of an array.
     *
     * @param offset where the part begins
     * @param length how many of the expected numbers are compared
     * @param what its numbers are
     * @param label the name of the number at a position of the part
     * @return whether nothing is wrong
     */
    boolean compare(double[] got, int offset, int length, Bounded expected, String what, IntFunction<String> label) {
        for (int i = 0; i < length; i++) {
            double number = got[offset + i];
            if (Unset.isUnset(number)) {
                return wrong("not set", label.apply(i) + " is left as it was");
            }
            double bound = expected.bound(i);
            if (bound == Double.POSITIVE_INFINITY || Double.isNaN(bound)) {
                leftOpen++;
                continue;
            }
            compared++;
            if (!(Math.abs(number - expected.value(i)) <= BOTH * bound)) {
                return wrong(
                        what,
                        label.apply(i) + " is " + number + ", not " + expected.value(i) + " to within " + BOTH * bound);
            }
        }
        return true;
    }
}
