package dev.gradgap.verify;

import dev.gradgap.engine.Operator;
import java.util.Locale;

/**
 * What a check found.
 *
 * @param engine the engine's name
 * @param workload the workload's name
 * @param inputs the number of inputs n
 * @param operator what was checked
 * @param ok whether everything compared agrees, and something could be compared
 * @param maxRelativeError the relative error of the worst element, infinite if it is not a finite number
 * @param tolerance what the worst element's relative error may be
 * @param worst the name of the worst element, for example {@code dy[0]/dx[17]}; empty if nothing was compared
 * @param worstIndex its position in the array that the engine filled (row-major for a Jacobian); -1 for a sum over many
 *     elements, or if nothing was compared
 * @param got what the engine says
 * @param expected what the oracle says, NaN if it was not asked
 * @param oracle the name of the oracle; where several were asked and one disagrees, that one's
 * @param compared the number of elements compared
 * @param kinks how many of them are at a kink of the function, where several numbers are right; if not ok, 1 if the worst is
 * @param leftOpen the number of elements of which the oracle is too uncertain
 * @param problem why nothing can be judged, in a few words; empty if it can
 */
public record Verdict(
        String engine,
        String workload,
        int inputs,
        Operator operator,
        boolean ok,
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

    /** That nothing can be judged. */
    static Verdict none(String engine, String workload, int inputs, Operator operator, String problem) {
        return new Verdict(
                engine, workload, inputs, operator, false, 0, 0, "", -1, Double.NaN, Double.NaN, "", 0, 0, 0, problem);
    }

    /** Whether the engine is found to be wrong, and not only nothing found that speaks for it. */
    public boolean isWrong() {
        boolean comparable = Double.isFinite(expected) || !Double.isFinite(got);
        return !ok && problem.isEmpty() && maxRelativeError > tolerance && comparable;
    }

    /** One line that names the engine, the workload, its size and the worst element. */
    public String message() {
        String subject = engine + " on " + workload + " with " + inputs + (inputs == 1 ? " input" : " inputs") + ", "
                + operator.label() + ": ";
        if (ok) {
            return subject
                    + String.format(
                            Locale.ROOT,
                            "right to %.1e (%d numbers against %s%s%s)",
                            maxRelativeError,
                            compared,
                            oracle,
                            kinks > 0 ? ", " + kinks + " of them at a kink" : "",
                            leftOpen > 0 ? "; " + leftOpen + " are too uncertain to judge" : "");
        }
        if (!problem.isEmpty()) {
            return subject + "not verified: " + problem;
        }
        if (maxRelativeError <= tolerance) {
            return subject + "not verified: at this point " + oracle + " are too uncertain to judge any derivative";
        }
        if (!Double.isFinite(got)) {
            String right = Double.isFinite(expected) ? " (" + expected + " by " + oracle + ")" : "";
            return subject + "wrong: " + worst + " is " + got + ", not a finite number" + right;
        }
        if (!Double.isFinite(expected)) {
            return subject + "not verified: " + worst + " is " + got + ", but " + expected + " by " + oracle;
        }
        return subject + "wrong: " + worst + " is " + got + ", by " + oracle + " " + expected
                + (kinks > 0 ? ", nor is it right for another side of the kink there is" : "")
                + String.format(Locale.ROOT, " (relative error %.1e, tolerance %.1e)", maxRelativeError, tolerance);
    }
}
