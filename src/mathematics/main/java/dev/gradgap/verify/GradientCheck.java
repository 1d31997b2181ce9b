package dev.gradgap.verify;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Operator;
import dev.gradgap.verify.expected.Comparison;
import dev.gradgap.verify.expected.Oracle;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.verify.recording.Expectations;
import dev.gradgap.verify.recording.ExpectationsOnDemand;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks what a prepared engine computes against numbers that were found by other code than its own: by the workload's
 * hand-written adjoint, or an adjoint sweep over the graph that it is given as; otherwise by {@link Expectations}. At the sample
 * point and at one near it, to a relative error of 10<sup>-10</sup> or what rounding allows; or to what the engine itself
 * promises, if that is less. And against itself, in {@link RepeatedCalls}. What has more than four million inputs and outputs
 * is looked at once, at the sample point.
 *
 * <p>Where not every element can be known, a seeded sample of them is compared one by one, and all together
 * through random combinations, so that an error anywhere shows unless it is small against the whole.
 */
public final class GradientCheck {

    private static final long MOST_COORDINATES = 1 << 22;

    private final Engine engine;
    private final Differentiator differentiator;
    private final Workload workload;
    private final List<Oracle> oracles;
    private final String problem; // why there are none
    private final Seed seed;

    private GradientCheck(
            Engine engine,
            Differentiator differentiator,
            Workload workload,
            List<Oracle> oracles,
            String problem,
            long seed) {
        this.engine = engine;
        this.differentiator = differentiator;
        this.workload = workload;
        this.oracles = List.copyOf(oracles);
        this.problem = problem;
        this.seed = new Seed(seed);
    }

    /**
     * A check that may run the function on any kind of number.
     *
     * @param differentiator the engine, prepared for the workload's function
     * @param seed decides the samples and the random directions
     */
    public static GradientCheck of(Engine engine, Differentiator differentiator, Workload workload, long seed) {
        return of(engine, differentiator, workload, new ExpectationsOnDemand(workload, seed), seed);
    }

    /**
     * As above, with expectations that serve for several engines.
     *
     * @param expectations asked for if they are needed
     */
    public static GradientCheck of(
            Engine engine,
            Differentiator differentiator,
            Workload workload,
            Supplier<Expectations> expectations,
            long seed) {
        List<Oracle> exact = Oracles.exact(engine, workload, true, seed);
        return exact.isEmpty()
                ? expecting(engine, differentiator, workload, expectations.get(), true, seed)
                : new GradientCheck(engine, differentiator, workload, exact, "", seed);
    }

    /** Whether engines can only be judged on a workload by {@link Expectations}, which run its generic code. */
    public static boolean needsExpectations(Workload workload) {
        return Oracles.needExpectations(workload.function());
    }

    /**
     * A check for a virtual machine that is about to time the engine: the function's generic code runs on no other
     * numbers than the engine's own, which would spoil the type profile.
     *
     * @param expectations recorded in another virtual machine; empty if they are not needed
     */
    public static GradientCheck beforeTiming(
            Engine engine,
            Differentiator differentiator,
            Workload workload,
            Optional<Expectations> expectations,
            long seed) {
        return beforeTiming(engine, differentiator, workload, expectations, seed, true);
    }

    /** As above, but at the sample point alone: for what another such virtual machine has looked at from all sides. */
    public static GradientCheck beforeTimingAgain(
            Engine engine,
            Differentiator differentiator,
            Workload workload,
            Optional<Expectations> expectations,
            long seed) {
        return beforeTiming(engine, differentiator, workload, expectations, seed, false);
    }

    private static GradientCheck beforeTiming(
            Engine engine,
            Differentiator differentiator,
            Workload workload,
            Optional<Expectations> expectations,
            long seed,
            boolean nearbyToo) {
        if (expectations.isPresent()) {
            return expecting(engine, differentiator, workload, expectations.get(), nearbyToo, seed);
        }
        List<Oracle> exact = Oracles.exact(engine, workload, nearbyToo, seed);
        return new GradientCheck(engine, differentiator, workload, exact, "nothing was recorded to compare with", seed);
    }

    private static GradientCheck expecting(
            Engine engine,
            Differentiator differentiator,
            Workload workload,
            Expectations expectations,
            boolean nearbyToo,
            long seed) {
        List<Oracle> oracles = expectations.judging(engine, workload).stream()
                .limit(nearbyToo ? Long.MAX_VALUE : 1)
                .collect(Collectors.toCollection(ArrayList::new));
        String problem = expectations.problem().isEmpty()
                ? "there is no memory for any method but the engine's own"
                : expectations.problem();
        if (oracles.isEmpty() && expectations.isMissing()) {
            Oracles.differences(engine, workload, seed).ifPresent(oracles::add);
        }
        return new GradientCheck(engine, differentiator, workload, oracles, problem, seed);
    }

    /**
     * Checks one operator, and the function's value, in calls that are repeated.
     *
     * @param maxPasses a forward engine that needs more passes for a whole Jacobian is checked on a sample of this many;
     *     at least 1
     * @throws IllegalArgumentException if the operator is a gradient and the function has several outputs, or if the
     *     engine's mode lacks it
     */
    public Verdict check(Operator operator, int maxPasses) {
        Verdict once = checkOnce(operator, maxPasses);
        return once.ok() ? repeated(List.of(operator), maxPasses).orElse(once) : once;
    }

    /** As above, by one call at each point: for an engine that has been called often since it was checked. */
    public Verdict checkOnce(Operator operator, int maxPasses) {
        if (operator == Operator.GRADIENT && workload.outputs() != 1) {
            throw new IllegalArgumentException("workload " + workload.name() + " has " + workload.outputs()
                    + " outputs: check its Jacobian, not a gradient");
        }
        return verdict(operator, point -> point.compare(operator, maxPasses));
    }

    /**
     * The operators of an engine that compute derivatives of a function with a number of outputs, each checked in another way,
     * that of all derivatives first; there may be none.
     */
    public static List<Operator> checked(Engine engine, int outputs) {
        Set<Operator> listed = engine.operators();
        return Stream.of(
                        Operator.allDerivatives(outputs),
                        Operator.PUSHFORWARD,
                        listed.contains(Operator.PULLBACK) ? Operator.PULLBACK : Operator.RECORD)
                .filter(listed::contains)
                .toList();
    }

    /**
     * Checks every operator that the engine lists and that fits the function's outputs, and in any case the value; one verdict
     * for all.
     */
    public Verdict checkAll(int maxPasses) {
        List<Operator> operators = new ArrayList<>(checked(engine, workload.outputs()));
        operators.add(Operator.PRIMAL);
        Verdict once = verdict(
                operators.get(0),
                point -> operators.forEach(operator -> {
                    if (operator == operators.get(0)
                            || operator != Operator.PRIMAL) { // else the value has been compared
                        point.compare(operator, maxPasses);
                    }
                }));
        return once.ok() ? repeated(operators, maxPasses).orElse(once) : once;
    }

    /** Whether points and results are so large that a second point, and arrays to repeat calls with, would not fit beside them. */
    static boolean isLarge(Workload workload) {
        return (long) workload.inputs() + workload.outputs() > MOST_COORDINATES;
    }

    /** What is wrong with operators that are called again and again; empty if nothing is. */
    private Optional<Verdict> repeated(List<Operator> operators, int maxPasses) {
        if (isLarge(workload)) {
            return Optional.empty();
        }
        List<double[]> points = oracles.stream().map(Oracle::point).toList();
        for (Operator operator : operators) {
            Operator called = PointCheck.affordable(operator, engine, workload.inputs(), workload.outputs());
            OperatorCall call =
                    new OperatorCall(differentiator, called, engine.tangentsPerPass(), maxPasses, seed.split());
            Comparison found = new RepeatedCalls(call, engine.tolerance()).over(points, seed.split());
            if (!found.agrees()) {
                return Optional.of(found.verdict(engine.name(), workload.name(), workload.inputs(), operator));
            }
        }
        return Optional.empty();
    }

    /**
     * Checks all derivatives that an engine has computed at the sample point, and the values.
     *
     * @param values the outputs, length m
     * @param jacobian row-major, length m n
     */
    public Verdict judge(double[] values, double[] jacobian) {
        Operator whole = Operator.allDerivatives(workload.outputs());
        return verdict(oracles.stream().limit(1).toList(), whole, point -> point.whole(whole, values, jacobian));
    }

    private Verdict verdict(Operator operator, Consumer<PointCheck> check) {
        return verdict(oracles, operator, check);
    }

    private Verdict verdict(List<Oracle> asked, Operator operator, Consumer<PointCheck> check) {
        if (asked.isEmpty()) {
            return Verdict.none(engine.name(), workload.name(), workload.inputs(), operator, problem);
        }
        Comparison comparison = new Comparison();
        for (Oracle oracle : asked) {
            if (comparison.agrees()) { // or else the mistake is best shown at the first point
                double[] point =
                        isLarge(workload) ? oracle.point() : oracle.point().clone();
                check.accept(new PointCheck(engine, differentiator, oracle, point, comparison, seed));
            }
        }
        return comparison.verdict(engine.name(), workload.name(), workload.inputs(), operator);
    }
}
