package dev.gradgap.run.fork;

import dev.gradgap.results.Method;
import dev.gradgap.results.journal.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which iterations of a fork are a measurement: those during which nothing was done to the code that shows, and the
 * processor was not taken away for long. The time for which it was is taken off. A fork measures a few iterations more
 * than it needs, and of those that can be used the last count: code gets better, not worse. It is steady if enough are left, if they do not contradict each other, and if its code was in its last
 * tier before.
 *
 * @param timesNs of the iterations that are used; all, if the fork is not steady
 * @param objection why the fork is not steady, in words; empty if it is
 */
record SteadyIterations(List<Double> timesNs, String objection) {

    private static final Evidence NOTHING_HAPPENED = new Evidence(0, 0, "");

    /** Iterations of one code on one machine that differ by more are not of one kind. */
    private static final double MOST_APART = 2;

    /** How far an iteration in which code was compiled may be from the last good one and be of the same code. */
    private static final double SAME_SPEED = 0.1;

    /** How many more iterations are measured than are needed. */
    static int spare(int iterations) {
        return Math.max(4, iterations / 2);
    }

    /**
     * The iterations of a fork.
     *
     * @param timesNs of all that were measured
     * @param needed how many are to be used
     */
    static SteadyIterations of(List<Double> timesNs, ForkReport report, int needed) {
        if (!report.cold().isEmpty()) {
            return new SteadyIterations(timesNs, report.cold());
        }
        List<Evidence> evidence = report.evidence();
        double last = last(timesNs, evidence);
        List<Double> good = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        for (int i = 0; i < timesNs.size(); i++) {
            Evidence here = i < evidence.size() ? evidence.get(i) : NOTHING_HAPPENED;
            double time = (1 - here.waited()) * timesNs.get(i);
            boolean lasting = here.ran() && Math.abs(time - last) <= SAME_SPEED * last;
            if (here.objection().isEmpty() || lasting) {
                good.add(time);
            } else {
                objections.add(here.objection());
            }
        }
        if (good.size() < needed) {
            String why = objections.stream().distinct().collect(Collectors.joining("; "));
            return new SteadyIterations(
                    timesNs, "only " + good.size() + " of " + timesNs.size() + " iterations can be used: " + why);
        }
        List<Double> used = good.subList(good.size() - needed, good.size());
        double apart = Collections.max(used) / Collections.min(used);
        if (report.method() == Method.MEASURED && apart > MOST_APART) {
            return new SteadyIterations(
                    timesNs, "iterations of one fork differ by a factor of " + Math.round(10 * apart) / 10.0);
        }
        return new SteadyIterations(used, "");
    }

    /** The time of the last iteration to which there is no objection, in which the code is what it will be; else not a number. */
    private static double last(List<Double> timesNs, List<Evidence> evidence) {
        for (int i = Math.min(timesNs.size(), evidence.size()) - 1; i >= 0; i--) {
            if (evidence.get(i).objection().isEmpty()) {
                return (1 - evidence.get(i).waited()) * timesNs.get(i);
            }
        }
        return Double.NaN;
    }
}
