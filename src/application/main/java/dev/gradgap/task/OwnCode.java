package dev.gradgap.task;

import dev.gradgap.engine.reference.PlainPrimal;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.terminal.Json;
import dev.gradgap.text.UserError;
import dev.gradgap.workload.Workload;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares the costs that an engine finds on its way with those by the function's own code: an engine that was prepared at one
 * point may follow a branch there that the function does not take elsewhere.
 *
 * <p>On the way the function's plain code is asked, if it has any. Its generic code, which would spoil what is timed, is asked
 * at the end.
 */
public final class OwnCode {

    private static final double TOLERANCE = 1e-6; // of the cost; different code cancels differently
    private static final double SMALL = 1e-9; // of the largest cost there was

    private final Workload workload;
    private final Optional<PlainFunction> plain;
    private final double[] own = new double[1];
    private double largest;
    private double[] last;
    private double lastCost;
    private Optional<String> disagreement = Optional.empty();

    /** Nothing seen yet. */
    public OwnCode(Workload workload) {
        this.workload = workload;
        plain = workload.function().plain();
        last = workload.point();
    }

    /** Takes a point on the way and the engine's cost there. */
    public void visit(double[] x, double cost) {
        largest = Math.max(largest, Math.abs(cost));
        last = x;
        lastCost = cost;
        plain.ifPresent(code -> compare(code, "plain"));
    }

    /** What the engine and the function's own code disagree about, in one line; empty if about nothing. */
    public Optional<String> disagreement() {
        if (plain.isEmpty()) {
            try {
                compare(PlainPrimal.of(workload.function()), "generic");
            } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
                return Optional.of("the function's own generic code failed: " + UserError.describe(e));
            }
        }
        return disagreement;
    }

    private void compare(PlainFunction code, String which) {
        code.evaluate(last.clone(), own); // whatever it does to its point
        double apart = Math.abs(own[0] - lastCost);
        double allowed = Math.max(TOLERANCE * Math.max(Math.abs(own[0]), Math.abs(lastCost)), SMALL * largest);
        if (disagreement.isEmpty() && !(apart <= allowed)) {
            disagreement = Optional.of(String.format(
                    Locale.ROOT,
                    "on the way the cost is %s, by the function's own %s code %s%s; its operations may depend on the point",
                    Json.number(lastCost),
                    which,
                    Json.number(own[0]),
                    last.length == 1 ? ", at " + Json.number(last[0]) : ""));
        }
    }
}
