package dev.gradgap.descend;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Mode;
import dev.gradgap.statistics.ForkStatistics;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A descent that was made.
 *
 * @param inputs the number of inputs n
 * @param firstCost the cost where it began
 * @param steps the steps, at each of which the cost fell
 * @param sides the engine whose gradients were followed, then, if there is one, that of the other mode
 * @param end why there were no more steps
 * @param disagreement the largest difference between the two gradients met, in parts of the largest derivative; empty if
 *     there is one engine, or one of them was sampled, or no gradient was compared
 */
public record Descent(
        int inputs, double firstCost, List<Step> steps, List<Side> sides, End end, OptionalDouble disagreement) {

    public Descent {
        steps = List.copyOf(steps);
        sides = List.copyOf(sides);
    }

    /** Why a descent ended. */
    public enum End {
        /** As many steps were made as were asked for. */
        ALL_STEPS,
        /** The gradient is zero. */
        STATIONARY,
        /** No step along the gradient makes the cost fall that double precision can tell apart. */
        NO_DECREASE
    }

    /**
     * A step.
     *
     * @param cost after it
     * @param gradientNorm the Euclidean norm of the gradient before it
     * @param rate what the gradient was multiplied with
     * @param trials how many rates were tried
     * @param timesNs the time of gradient and line search in nanoseconds, for each side
     */
    public record Step(double cost, double gradientNorm, double rate, int trials, List<Double> timesNs) {

        public Step {
            timesNs = List.copyOf(timesNs);
        }
    }

    /**
     * An engine at work.
     *
     * @param engine the engine
     * @param passes the passes of a gradient
     * @param sampled whether its gradients were estimated from some of their passes
     */
    public record Side(Engine engine, int passes, boolean sampled) {}

    /** The cost after the last step. */
    public double lastCost() {
        return steps.isEmpty() ? firstCost : steps.get(steps.size() - 1).cost();
    }

    /** The median time of a side's steps in nanoseconds; empty if there were none. */
    public OptionalDouble medianNs(int side) {
        double[] times =
                steps.stream().mapToDouble(step -> step.timesNs().get(side)).toArray();
        return times.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(ForkStatistics.median(times));
    }

    /** The median time of a step in forward mode over that in reverse mode; empty without both modes or steps. */
    public OptionalDouble factor() {
        if (sides.size() < 2 || steps.isEmpty()) {
            return OptionalDouble.empty();
        }
        int forward = sides.get(0).engine().mode() == Mode.FORWARD ? 0 : 1;
        return OptionalDouble.of(
                medianNs(forward).getAsDouble() / medianNs(1 - forward).getAsDouble());
    }
}
