package dev.gradgap.descend;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Steepest descent with one engine's gradients, while another engine takes every step too, to be timed beside it: from the
 * same point, along the same direction.
 *
 * <p>Source: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., Springer 2006, sec. 3.1.
 */
public final class GradientDescent {

    private static final double PROMISED_FALL = 0.1;

    private final List<Runner> runners = new ArrayList<>();
    private double disagreement;
    private boolean compared;

    /**
     * An engine made ready for the function.
     *
     * @param differentiator what it prepared
     */
    public record Prepared(Engine engine, Differentiator differentiator) {}

    /**
     * A descent of a function with one output.
     *
     * @param leader the engine whose gradients are followed
     * @param beside the engine to be timed beside it, of the other mode
     * @param clock nanoseconds from any origin
     * @throws IllegalArgumentException if the function has several outputs
     */
    public GradientDescent(Prepared leader, Optional<Prepared> beside, LongSupplier clock) {
        int outputs = leader.differentiator().outputs();
        if (outputs != 1) {
            throw new IllegalArgumentException("gradient descent needs one output, not " + outputs);
        }
        runners.add(new Runner(leader.engine(), leader.differentiator(), clock));
        beside.ifPresent(other -> runners.add(new Runner(other.engine(), other.differentiator(), clock)));
    }

    /** Is told where the way leads, while nothing is timed. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * A point that was reached.
         *
         * @param x the point, not a copy, and not changed later
         * @param cost by the leader
         */
        void visit(double[] x, double cost);
    }

    /** Descends, and tells nobody on the way. */
    public Descent run(double[] start, int steps, OptionalDouble firstRate) {
        return run(start, steps, firstRate, (x, cost) -> {});
    }

    /**
     * Descends.
     *
     * @param start where to begin, length n, left as it is
     * @param steps how many steps to take at most
     * @param firstRate the first rate to try at every step, positive; if empty, so that the slope at the start promises a
     *     fall by a tenth of the cost
     * @param visitor is told of the start and of the point after each step
     * @throws ArithmeticException in one line, if the cost at the start or a derivative on the way is not finite
     */
    public Descent run(double[] start, int steps, OptionalDouble firstRate, Visitor visitor) {
        Runner leader = runners.get(0);
        double firstCost = leader.cost(start);
        if (!Double.isFinite(firstCost)) {
            throw new ArithmeticException("the cost is " + firstCost + " where the descent begins");
        }
        visitor.visit(start, firstCost);
        leader.gradient(start);
        double rate = firstRate.orElse(usualRate(firstCost, norm(leader.derivatives(), 0)));
        leader.warmUp(start, firstCost, rate, false);
        runners.stream().skip(1).forEach(runner -> runner.warmUp(start, firstCost, rate, true));
        List<Descent.Step> made = new ArrayList<>();
        Descent.End end = Descent.End.ALL_STEPS;
        double[] x = start;
        double cost = firstCost;
        while (made.size() < steps && end == Descent.End.ALL_STEPS) {
            double[] gradientNs = gradients(x, made.size());
            double norm = norm(leader.derivatives(), made.size());
            if (norm == 0) {
                end = Descent.End.STATIONARY;
                continue;
            }
            List<Runner.Search> searches = searches(x, cost, rate, made.size());
            Optional<LineSearch.Found> found = searches.get(0).found();
            if (found.isEmpty()) {
                end = Descent.End.NO_DECREASE;
                continue;
            }
            x = found.get().x();
            cost = found.get().cost();
            visitor.visit(x, cost);
            List<Double> timesNs = IntStream.range(0, gradientNs.length)
                    .mapToObj(r -> gradientNs[r] + searches.get(r).timeNs())
                    .toList();
            made.add(
                    new Descent.Step(cost, norm, found.get().rate(), found.get().trials(), timesNs));
        }
        List<Descent.Side> sides = runners.stream()
                .map(runner -> new Descent.Side(runner.engine(), runner.passes(), runner.isSampled()))
                .toList();
        OptionalDouble known = compared ? OptionalDouble.of(disagreement) : OptionalDouble.empty();
        return new Descent(start.length, firstCost, made, sides, end, known);
    }

    /** The rate times the squared norm is, to first order, by how much the cost falls. */
    private static double usualRate(double cost, double gradientNorm) {
        double rate = PROMISED_FALL * Math.abs(cost) / gradientNorm / gradientNorm;
        return rate > 0 && Double.isFinite(rate) ? rate : 1;
    }

    /** Every engine's gradient at a point; who goes first changes from step to step. */
    private double[] gradients(double[] x, int step) {
        double[] timesNs = new double[runners.size()];
        for (int turn = 0; turn < timesNs.length; turn++) {
            int r = (turn + step) % timesNs.length;
            timesNs[r] = runners.get(r).gradient(x);
        }
        runners.stream()
                .skip(1)
                .filter(runner -> !runner.isSampled())
                .forEach(runner -> compare(runners.get(0).derivatives(), runner.derivatives()));
        return timesNs;
    }

    /** The same line search by every engine, along the leader's gradient. */
    private List<Runner.Search> searches(double[] x, double cost, double rate, int step) {
        Runner.Search[] searches = new Runner.Search[runners.size()];
        for (int turn = 0; turn < searches.length; turn++) {
            int r = (turn + step) % searches.length;
            searches[r] = runners.get(r).search(x, cost, runners.get(0).derivatives(), rate);
        }
        return List.of(searches);
    }

    private void compare(double[] gradient, double[] other) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < gradient.length; i++) {
            largest = Math.max(largest, Math.abs(gradient[i]));
            difference = Math.max(difference, Math.abs(gradient[i] - other[i]));
        }
        if (largest > 0) {
            compared = true;
            disagreement = Math.max(disagreement, difference / largest);
        }
    }

    private static double norm(double[] gradient, int steps) {
        double largest = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (!Double.isFinite(gradient[i])) {
                throw new ArithmeticException("the derivative with respect to input " + i + " is " + gradient[i]
                        + " after " + steps + (steps == 1 ? " step" : " steps"));
            }
            largest = Math.max(largest, Math.abs(gradient[i]));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (double slope : gradient) {
            sum += (slope / largest) * (slope / largest); // does not overflow
        }
        return largest * Math.sqrt(sum);
    }
}
