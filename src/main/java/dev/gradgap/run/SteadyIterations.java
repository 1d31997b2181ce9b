package dev.gradgap.run;

import dev.gradgap.results.Evidence;
import dev.gradgap.results.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which iterations of a fork are a measurement: those during which nothing was done to the code and the processor was
 * hardly taken away. The time for which it was is taken off. A fork measures a few iterations more than it needs. It is steady if enough are left, if they do not contradict
 * each other, and if its code was in its last tier before.
 *
 * @param timesNs of the iterations that are used; all, if the fork is not steady
 * @param objection why the fork is not steady, in words; empty if it is
 */
record SteadyIterations(List<Double> timesNs, String objection) {

    /** Iterations of one code on one machine that differ by more are not of one kind. */
    private static final double MOST_APART = 2;

    /** How many more iterations are measured than are needed. */
    static int spare(int iterations) {
        return Math.max(1, iterations / 2);
    }

    /**
     * The iterations of a fork.
     *
     * @param timesNs of all that were measured
     * @param needed how many are to be used
     */
    static SteadyIterations of(List<Double> timesNs, ForkReport report, int needed) {
        List<Evidence> evidence = report.evidence();
        List<Double> good = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        for (int i = 0; i < timesNs.size(); i++) {
            String objection = i < evidence.size() ? evidence.get(i).objection() : "";
            if (objection.isEmpty()) {
                double ran = i < evidence.size() ? 1 - evidence.get(i).waited() : 1;
                good.add(ran * timesNs.get(i));
            } else {
                objections.add(objection);
            }
        }
        String cold = report.cold();
        if (!cold.isEmpty()) {
            return new SteadyIterations(timesNs, cold);
        }
        if (good.size() < needed) {
            String why = objections.stream().distinct().collect(Collectors.joining("; "));
            return new SteadyIterations(
                    timesNs, "only " + good.size() + " of " + timesNs.size() + " iterations can be used: " + why);
        }
        List<Double> used = good.subList(0, needed);
        double apart = Collections.max(used) / Collections.min(used);
        if (report.method() == Method.MEASURED && apart > MOST_APART) {
            return new SteadyIterations(
                    timesNs, "iterations of one fork differ by a factor of " + Math.round(10 * apart) / 10.0);
        }
        return new SteadyIterations(used, "");
    }
}
