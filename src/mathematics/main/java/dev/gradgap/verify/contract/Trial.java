package dev.gradgap.verify.contract;

import dev.gradgap.engine.Asked;
import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.reference.PlainPrimal;
import dev.gradgap.workload.Seed;
import java.util.Arrays;
import java.util.function.Supplier;

/** An engine on trial: prepares it, calls it, and compares what it says with what is known. */
final class Trial {

    private final Engine engine;
    private final double tolerance;

    Trial(Engine engine, double tolerance) {
        this.engine = engine;
        this.tolerance = tolerance;
    }

    Engine engine() {
        return engine;
    }

    /** The engine made ready for a function. */
    Differentiator prepared(KnownFunction function) {
        Asked.refusal(engine, function).ifPresent(reason -> {
            throw new RefusedException(reason);
        });
        return Asked.prepare(engine, function);
    }

    /** Compares the value and all derivatives through every operator of the engine, twice. */
    void isRight(KnownFunction function, double... x) {
        Differentiator differentiator = prepared(function);
        isRight(differentiator, function, x);
        isRight(differentiator, function, x);
    }

    /** The same, once, with what is prepared already. */
    void isRight(Differentiator differentiator, KnownFunction function, double... point) {
        double[] x = point.clone();
        double[] expected = function.jacobian().apply(x.clone());
        derivatives(differentiator, x, expected);
        double[] values = new double[function.outputs()];
        PlainPrimal.of(function.generic()).evaluate(point, values);
        if (engine.operators().contains(Operator.PUSHFORWARD)) {
            pushforward((ForwardDifferentiator) differentiator, x, expected, values);
        }
        if (engine.operators().contains(Operator.PULLBACK)) {
            pullback((ReverseDifferentiator) differentiator, x, expected, values);
        }
        double[] y = unset(values.length);
        differentiator.primal(x, y);
        same("y", y, values);
        if (!Arrays.equals(x, point)) {
            throw new BrokenClauseException("it changed the point, which is the caller's, from "
                    + Arrays.toString(point) + " to " + Arrays.toString(x));
        }
    }

    private void derivatives(Differentiator differentiator, double[] x, double[] expected) {
        double[] jacobian = unset(expected.length);
        int outputs = differentiator.outputs();
        if (engine.operators().contains(Operator.allDerivatives(outputs))) {
            differentiator.jacobian(x, jacobian);
            same("dy/dx", jacobian, expected);
            differentiator.jacobian(x, jacobian);
            same("dy/dx into an array that holds it", jacobian, expected);
            if (outputs == 1) {
                double[] gradient = unset(expected.length);
                differentiator.gradient(x, gradient);
                same("the gradient", gradient, expected);
            }
        }
    }

    private void pushforward(ForwardDifferentiator forward, double[] x, double[] jacobian, double[] values) {
        double[] tangent = point(x.length, 99);
        double[] expected = new double[values.length];
        for (int k = 0; k < jacobian.length; k++) {
            expected[k / x.length] += jacobian[k] * tangent[k % x.length];
        }
        double[] y = unset(values.length);
        double[] got = unset(values.length);
        forward.pushforward(x, tangent, y, got);
        same("the pushforward's y", y, values);
        same("the pushforward", got, expected, jacobian);
    }

    private void pullback(ReverseDifferentiator reverse, double[] x, double[] jacobian, double[] values) {
        double[] weights = point(values.length, 98);
        double[] expected = new double[x.length];
        for (int k = 0; k < jacobian.length; k++) {
            expected[k % x.length] += jacobian[k] * weights[k / x.length];
        }
        double[] y = unset(values.length);
        double[] got = unset(x.length);
        reverse.pullback(x, weights, y, got);
        same("the pullback's y", y, values);
        same("the pullback", got, expected, jacobian);
    }

    /** Compares vectors, to the tolerance times the size of what is right or 1. */
    void same(String what, double[] got, double[] expected) {
        same(what, got, expected, expected);
    }

    private void same(String what, double[] got, double[] expected, double[] scale) {
        double margin = tolerance * (1 + Arrays.stream(scale).map(Math::abs).sum());
        for (int k = 0; k < expected.length; k++) {
            if (!(Math.abs(got[k] - expected[k]) <= margin)) {
                throw new BrokenClauseException(
                        what + ": element " + k + " is " + got[k] + ", where " + expected[k] + " is right");
            }
        }
    }

    /** What a statement must be. */
    static void holds(boolean statement, Supplier<String> otherwise) {
        if (!statement) {
            throw new BrokenClauseException(otherwise.get());
        }
    }

    /** An array in which nothing stands that could pass for a result. */
    static double[] unset(int length) {
        double[] array = new double[length];
        Arrays.fill(array, Double.NaN);
        return array;
    }

    /** A point whose coordinates are between -2 and 2. */
    static double[] point(int length, int seed) {
        Seed random = new Seed(seed);
        double[] x = new double[length];
        Arrays.setAll(x, i -> random.nextDouble(-2, 2));
        return x;
    }
}
