package dev.gradgap.verify.expected;

import dev.gradgap.engine.Operator;
import java.util.Locale;

/**
 * What a check found.
 *
 * @param engine the engine's name
 * @param workload the workload's name
 * @param inputs the number of inputs n
 * @param operator what was checked
 * @param state what it comes to
 * @param maxRelativeError the relative error of the worst element, infinite if it is not a finite number
 * @param tolerance what the worst element's relative error may be
 * @param worst the name of the worst element, for example {@code dy[0]/dx[17]}; empty if nothing was compared
 * @param worstIndex its position in the array that the engine filled (row-major for a Jacobian); -1 for a sum over many
 *     elements, or if nothing was compared
 * @param got what the engine says
 * @param expected what the oracle says, NaN if it was not asked
 * @param oracle the name of the oracle; where several were asked and one disagrees, that one's
 * @param compared the number of elements compared
 * @param kinks how many of them are at a kink of the function, where several numbers are right; if not right, 1 if the worst is
 * @param leftOpen the number of elements of which the oracle is too uncertain
 * @param problem why nothing can be judged, in a few words; empty if it can
 */
public record Verdict(
        String engine,
        String workload,
        int inputs,
        Operator operator,
        State state,
        double maxRelativeError,
        double tolerance,
        String worst,
        int worstIndex,
        double got,
        double expected,
        String oracle,
        long compared,
        long kinks,
        long leftOpen,
        String problem) {

    /** What a check comes to. */
    public enum State {
        /** Everything compared agrees, and something could be compared. */
        RIGHT,
        /** A number of the engine's is another than the oracle's, or none where the oracle knows of nothing infinite. */
        WRONG,
        /** Nothing can be said about the engine: the oracles know too little, or contradict each other. */
        UNVERIFIED,
        /** The function has no finite value or derivative at the point, as the oracle says, too. */
        NOT_FINITE
    }

    /** That nothing can be judged. */
    public static Verdict none(String engine, String workload, int inputs, Operator operator, String problem) {
        return new Verdict(
                engine,
                workload,
                inputs,
                operator,
                State.UNVERIFIED,
                0,
                0,
                "",
                -1,
                Double.NaN,
                Double.NaN,
                "",
                0,
                0,
                0,
                problem);
    }

    /** Whether everything compared agrees, and something could be compared. */
    public boolean ok() {
        return state == State.RIGHT;
    }

    /** Whether the engine is found to be wrong, and not only nothing found that speaks for it. */
    public boolean isWrong() {
        return state == State.WRONG;
    }

    /** One line that names the engine, the workload, its size and the worst element. */
    public String message() {
        String subject = engine + " on " + workload + " with " + inputs + (inputs == 1 ? " input" : " inputs") + ", "
                + operator.label() + ": ";
        return subject
                + switch (state) {
                    case RIGHT -> right();
                    case WRONG -> "wrong: " + wrong();
                    case UNVERIFIED -> "not verified: " + unverified();
                    case NOT_FINITE ->
                        "not finite: " + worst + " is " + got + ", and so it is by " + oracle
                                + ": the function has no finite derivatives at this point";
                };
    }

    private String right() {
        return String.format(
                Locale.ROOT,
                "right to %.1e (%d numbers against %s%s%s)",
                maxRelativeError,
                compared,
                oracle,
                kinks > 0 ? ", " + kinks + " of them at a kink" : "",
                leftOpen > 0 ? "; " + leftOpen + " are too uncertain to judge" : "");
    }

    private String wrong() {
        if (!Double.isFinite(got)) {
            String right = Double.isFinite(expected) ? " (" + expected + " by " + oracle + ")" : "";
            return worst + " is " + got + ", not a finite number" + right;
        }
        return worst + " is " + got + ", by " + oracle + " " + expected
                + (kinks > 0 ? ", nor is it right for another side of the kink there is" : "")
                + String.format(Locale.ROOT, " (relative error %.1e, tolerance %.1e)", maxRelativeError, tolerance);
    }

    private String unverified() {
        if (!problem.isEmpty()) {
            return problem;
        }
        return maxRelativeError <= tolerance
                ? "at this point " + oracle + " are too uncertain to judge any derivative"
                : worst + " is " + got + ", but " + expected + " by " + oracle;
    }
}
