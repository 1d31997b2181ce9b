package dev.gradgap.verify;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Operator;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Checks what a prepared engine computes against numbers that were found by other code than its own: by the workload's
 * hand-written adjoint, or an adjoint sweep over the graph that it is given as, at the sample point; otherwise by {@link
 * Expectations}, at that point and at one near it. To a relative error of 10<sup>-10</sup> or what rounding allows; or to what
 * the engine itself promises, if that is less.
 *
 * <p>Where not every element can be known, a seeded sample of them is compared one by one, and all together
 * through random combinations, so that an error anywhere shows unless it is small against the whole.
 */
public final class GradientCheck {

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
        Optional<Oracle> exact = Oracles.exact(engine, workload, seed);
        return exact.isPresent()
                ? new GradientCheck(engine, differentiator, workload, List.of(exact.get()), "", seed)
                : expecting(engine, differentiator, workload, expectations.get(), seed);
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
        if (expectations.isPresent()) {
            return expecting(engine, differentiator, workload, expectations.get(), seed);
        }
        List<Oracle> exact = Oracles.exact(engine, workload, seed).stream().toList();
        return new GradientCheck(engine, differentiator, workload, exact, "nothing was recorded to compare with", seed);
    }

    private static GradientCheck expecting(
            Engine engine, Differentiator differentiator, Workload workload, Expectations expectations, long seed) {
        List<Oracle> oracles = new ArrayList<>(expectations.judging(engine, workload));
        String problem = expectations.problem().isEmpty()
                ? "there is no memory for any method but the engine's own"
                : expectations.problem();
        if (oracles.isEmpty() && expectations.isMissing()) {
            Oracles.differences(engine, workload, seed).ifPresent(oracles::add);
        }
        return new GradientCheck(engine, differentiator, workload, oracles, problem, seed);
    }

    /**
     * Checks one operator, and the function's value.
     *
     * @param maxPasses a forward engine that needs more passes for a whole Jacobian is checked on a sample of this many;
     *     at least 1
     * @throws IllegalArgumentException if the operator is a gradient and the function has several outputs, or if the
     *     engine's mode lacks it
     */
    public Verdict check(Operator operator, int maxPasses) {
        if (operator == Operator.GRADIENT && workload.outputs() != 1) {
            throw new IllegalArgumentException("workload " + workload.name() + " has " + workload.outputs()
                    + " outputs: check its Jacobian, not a gradient");
        }
        return verdict(operator, point -> point.compare(operator, maxPasses));
    }

    /** Checks every operator that the engine lists and that fits the function's outputs; one verdict for all. */
    public Verdict checkAll(int maxPasses) {
        Operator whole = Operator.allDerivatives(workload.outputs());
        return verdict(whole, point -> {
            point.compare(whole, maxPasses);
            for (Operator operator : new Operator[] {Operator.PUSHFORWARD, Operator.PULLBACK}) {
                if (engine.operators().contains(operator)) {
                    point.compare(operator, maxPasses);
                }
            }
        });
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
                check.accept(new PointCheck(engine, differentiator, oracle, comparison, seed));
            }
        }
        return comparison.verdict(engine.name(), workload.name(), workload.inputs(), operator);
    }
}
