package dev.gradgap.verify;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Checks what a prepared engine computes at a workload's sample point against an oracle: the workload's hand-written
 * adjoint if it has one, to a relative error of 10<sup>-10</sup>, and finite differences otherwise, to 10<sup>-5</sup>
 * or what rounding allows; or to what the engine itself promises, if that is less.
 *
 * <p>Where the oracle cannot afford every element, a seeded sample of them is compared one by one, and all together
 * through random combinations, so that an error anywhere shows unless it is small against the whole.
 */
public final class GradientCheck {

    private static final double VALUE_TOLERANCE = 1e-8; // a sum in another order may cancel differently
    private static final int DIRECTIONS = 2;
    private static final int MANY_INPUTS = 1 << 18; // from here on one direction: evaluations are slow
    private static final long MAX_JACOBIAN = 1 << 22; // elements; beyond, products with it are checked instead

    private final Engine engine;
    private final Differentiator differentiator;
    private final Workload workload;
    private final Oracle oracle;
    private final double tolerance;
    private final Seed seed;
    private final double[] x;
    private final double[] y;
    private final int inputs;
    private final int outputs;

    private GradientCheck(Engine engine, Differentiator differentiator, Workload workload, Oracle oracle, long seed) {
        this.engine = engine;
        this.differentiator = differentiator;
        this.workload = workload;
        this.oracle = oracle;
        tolerance = Math.max(oracle.tolerance(), engine.tolerance());
        this.seed = new Seed(seed);
        x = workload.point();
        inputs = workload.inputs();
        outputs = workload.outputs();
        y = new double[outputs];
    }

    /**
     * A check that may run the function on any kind of number.
     *
     * @param differentiator the engine, prepared for the workload's function
     * @param seed decides the samples and the random directions
     */
    public static GradientCheck of(Engine engine, Differentiator differentiator, Workload workload, long seed) {
        return new GradientCheck(engine, differentiator, workload, Oracle.of(engine, workload), seed);
    }

    /**
     * A check for a virtual machine that is about to time the engine: the function's generic code runs on no other
     * numbers than the engine's own, which would spoil the type profile. A function with neither a hand-written adjoint
     * nor a plain primal is compared with finite differences of the engine's own primal.
     */
    public static GradientCheck beforeTiming(
            Engine engine, Differentiator differentiator, Workload workload, long seed) {
        return new GradientCheck(
                engine, differentiator, workload, Oracle.besides(engine, differentiator, workload), seed);
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
        Comparison comparison = new Comparison();
        compare(operator, maxPasses, comparison);
        return verdict(comparison, operator);
    }

    /** Checks every operator that the engine lists and that fits the function's outputs; one verdict for all. */
    public Verdict checkAll(int maxPasses) {
        Comparison comparison = new Comparison();
        Operator whole = Operator.allDerivatives(outputs);
        compare(whole, maxPasses, comparison);
        for (Operator operator : new Operator[] {Operator.PUSHFORWARD, Operator.PULLBACK}) {
            if (engine.operators().contains(operator)) {
                compare(operator, maxPasses, comparison);
            }
        }
        return verdict(comparison, whole);
    }

    private Verdict verdict(Comparison comparison, Operator operator) {
        return comparison.verdict(engine.name(), workload.name(), inputs, operator, oracle.name());
    }

    private void compare(Operator operator, int maxPasses, Comparison comparison) {
        differentiator.primal(x, y);
        values(comparison);
        switch (operator) {
            case PRIMAL, PREPARE -> {}
            case RECORD, PULLBACK -> pullback(as(ReverseDifferentiator.class, operator), comparison);
            case PUSHFORWARD -> pushforward(as(ForwardDifferentiator.class, operator), comparison);
            case GRADIENT -> gradient(maxPasses, comparison);
            case JACOBIAN -> jacobian(maxPasses, comparison);
        }
    }

    private <D> D as(Class<D> type, Operator operator) {
        if (!type.isInstance(differentiator)) {
            throw new IllegalArgumentException("engine " + engine.name() + " works in "
                    + engine.mode().label() + " mode: it has no " + operator.label());
        }
        return type.cast(differentiator);
    }

    private void values(Comparison comparison) {
        double[] expected = new double[outputs];
        oracle.primal(x, expected);
        int[] all = Positions.upTo(outputs);
        comparison.vector(
                y, 0, 1, new Expected(all, expected, new double[outputs]), VALUE_TOLERANCE, j -> "y[" + j + "]");
        comparison.finite(y, j -> "y[" + j + "]");
    }

    private void gradient(int maxPasses, Comparison comparison) {
        if (outputs != 1) {
            throw new IllegalArgumentException(
                    "workload " + workload.name() + " has " + outputs + " outputs: check its Jacobian, not a gradient");
        }
        double[] gradient = new double[inputs];
        if (differentiator instanceof ForwardDifferentiator forward && forward.passes() > maxPasses) {
            columns(gradient, passes(forward, maxPasses, gradient), comparison);
        } else {
            differentiator.gradient(x, gradient);
            row(gradient, new double[] {1}, i -> "dy/dx[" + i + "]", comparison);
        }
    }

    private void jacobian(int maxPasses, Comparison comparison) {
        if ((long) inputs * outputs > MAX_JACOBIAN) {
            compare(engine.mode() == Mode.FORWARD ? Operator.PUSHFORWARD : Operator.PULLBACK, maxPasses, comparison);
            return;
        }
        double[] jacobian = new double[inputs * outputs];
        if (differentiator instanceof ForwardDifferentiator forward && forward.passes() > maxPasses) {
            columns(jacobian, passes(forward, maxPasses, jacobian), comparison);
            return;
        }
        differentiator.jacobian(x, jacobian);
        columns(jacobian, Positions.upTo(inputs), comparison);
        comparison.finite(jacobian, this::partial);
        if (inputs > oracle.affordableInputs()) {
            for (int d = 0; d < directions(); d++) {
                double[] w = signs(outputs);
                directions(product(w, jacobian), w, comparison);
            }
        }
    }

    /** Runs a seeded sample of a forward engine's passes and returns the inputs that these cover. */
    private int[] passes(ForwardDifferentiator forward, int maxPasses, double[] jacobian) {
        int[] passes = Positions.sample(forward.passes(), Math.max(1, maxPasses), seed);
        int chunk = engine.tangentsPerPass();
        int[] covered = new int[passes.length * chunk];
        int count = 0;
        forward.start(x);
        for (int pass : passes) {
            forward.pass(pass, x, jacobian);
            for (int i = pass * chunk; i < Math.min(inputs, (pass + 1) * chunk); i++) {
                covered[count++] = i;
            }
        }
        return Arrays.copyOf(covered, count);
    }

    /** Compares some columns of a row-major Jacobian, element by element. */
    private void columns(double[] jacobian, int[] columns, Comparison comparison) {
        if (columns.length <= oracle.affordableInputs()) {
            double[] w = new double[outputs];
            for (int j = 0; j < outputs; j++) {
                int row = j;
                w[j] = 1;
                comparison.vector(
                        jacobian, row * inputs, 1, oracle.row(w, columns), tolerance, i -> partial(row * inputs + i));
                w[j] = 0;
            }
        } else {
            double[] v = new double[inputs];
            int[] all = Positions.upTo(outputs);
            for (int k : Positions.sample(columns.length, oracle.affordableInputs(), seed)) {
                int column = columns[k];
                v[column] = 1;
                comparison.vector(
                        jacobian, column, inputs, oracle.along(v, all), tolerance, j -> partial(j * inputs + column));
                v[column] = 0;
            }
        }
    }

    private void pullback(ReverseDifferentiator reverse, Comparison comparison) {
        double[] w = signs(outputs);
        double[] adjoint = new double[inputs];
        reverse.pullback(x, w, y, adjoint);
        values(comparison);
        row(adjoint, w, i -> "(w'J)[" + i + "]", comparison);
    }

    /** Compares a row w'J. */
    private void row(double[] got, double[] w, IntFunction<String> label, Comparison comparison) {
        int[] asked = Positions.sample(inputs, oracle.affordableInputs(), seed);
        comparison.vector(got, 0, 1, oracle.row(w, asked), tolerance, label);
        comparison.finite(got, label);
        if (asked.length < inputs) {
            for (int d = 0; d < directions(); d++) {
                directions(got, w, comparison);
            }
        }
    }

    /** Compares a row w'J along a random direction v with the oracle's w'(J v). */
    private void directions(double[] row, double[] w, Comparison comparison) {
        double[] v = signs(inputs);
        Expected expected = oracle.along(v, Positions.upTo(outputs)).dot(w);
        comparison.sum(dot(row, v), expected, norm(row), tolerance, "w'Jv along random w, v");
    }

    private void pushforward(ForwardDifferentiator forward, Comparison comparison) {
        double[] v = signs(inputs);
        double[] tangent = new double[outputs];
        forward.pushforward(x, v, y, tangent);
        values(comparison);
        int[] asked = Positions.sample(outputs, oracle.affordableOutputs(), seed);
        IntFunction<String> label = j -> "(Jv)[" + j + "]";
        comparison.vector(tangent, 0, 1, oracle.along(v, asked), tolerance, label);
        comparison.finite(tangent, label);
        if (asked.length < outputs) {
            for (int d = 0; d < directions(); d++) {
                double[] w = signs(outputs);
                Expected expected = oracle.row(w, Positions.upTo(inputs)).dot(v);
                comparison.sum(dot(w, tangent), expected, norm(tangent), tolerance, "w'Jv along random w, v");
            }
        }
    }

    private int directions() {
        return inputs < MANY_INPUTS ? DIRECTIONS : 1;
    }

    private String partial(int index) {
        return outputs == 1 ? "dy/dx[" + index + "]" : "dy[" + index / inputs + "]/dx[" + index % inputs + "]";
    }

    private double[] product(double[] w, double[] jacobian) {
        double[] row = new double[inputs];
        for (int j = 0; j < outputs; j++) {
            for (int i = 0; i < inputs; i++) {
                row[i] += w[j] * jacobian[j * inputs + i];
            }
        }
        return row;
    }

    /** A vector of random signs with sizes between 1/2 and 1. */
    private double[] signs(int length) {
        double[] vector = new double[length];
        for (int i = 0; i < length; i++) {
            double size = seed.nextDouble(0.5, 1);
            vector[i] = seed.nextLong() < 0 ? -size : size;
        }
        return vector;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
