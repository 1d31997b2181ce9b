package dev.gradgap.verify.program;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.verify.rounding.Bounded;

/**
 * Everything that one prepared engine can compute, compared call by call until something is wrong: at the first point, at
 * another, and at the first again, so that what a call leaves behind shows in a later one. Where the passes of forward mode
 * are too much work, some of them stand for all.
 */
final class EngineRun {

    private static final long MOST_WORK = 4_000_000; // inputs times operations, in forward mode
    private static final int SOME_PASSES = 16;

    private final Engine engine;
    private final Differentiator differentiator;
    private final Judge judge;
    private final boolean isMuchWork;
    private final int inputs;
    private final int outputs;

    /**
     * A run.
     *
     * @param operations of the program
     */
    EngineRun(Engine engine, Differentiator differentiator, Judge judge, long operations) {
        this.engine = engine;
        this.differentiator = differentiator;
        this.judge = judge;
        inputs = differentiator.inputs();
        outputs = differentiator.outputs();
        isMuchWork = engine.mode() == Mode.FORWARD && inputs * operations > MOST_WORK;
    }

    /** Whether all numbers at both points are within their bounds. */
    boolean isRight(ReferencePoint first, ReferencePoint other) {
        return isRightAt(first, "") && isRightAt(other, " at another point") && isRightAt(first, " again");
    }

    private boolean isRightAt(ReferencePoint point, String visit) {
        return primal(point, visit) && jacobian(point, visit) && products(point, visit);
    }

    private boolean has(Operator operator) {
        return engine.operators().contains(operator);
    }

    private boolean primal(ReferencePoint point, String visit) {
        if (!has(Operator.PRIMAL)) {
            return true;
        }
        judge.calling("primal" + visit);
        double[] x = point.x();
        double[] y = Unset.array(outputs);
        differentiator.primal(x, y);
        return judge.values(y, point.values()) && unchanged(point, x);
    }

    private boolean jacobian(ReferencePoint point, String visit) {
        Operator whole = Operator.allDerivatives(outputs);
        if (!has(whole) || isMuchWork) {
            return true;
        }
        judge.calling(whole.label() + visit);
        double[] x = point.x();
        double[] jacobian = Unset.array(inputs * outputs);
        if (whole == Operator.GRADIENT) {
            differentiator.gradient(x, jacobian);
        } else {
            differentiator.jacobian(x, jacobian);
        }
        return rows(jacobian, point) && unchanged(point, x);
    }

    private boolean rows(double[] jacobian, ReferencePoint point) {
        for (int j = 0; j < outputs; j++) {
            String output = outputs == 1 ? "dy" : "dy[" + j + "]";
            if (!judge.compare(
                    jacobian, j * inputs, inputs, point.row(j), "derivative", i -> output + "/dx[" + i + "]")) {
                return false;
            }
        }
        return true;
    }

    private boolean products(ReferencePoint point, String visit) {
        if (differentiator instanceof ForwardDifferentiator forward) {
            return passes(forward, point, visit) && (!has(Operator.PUSHFORWARD) || pushforward(forward, point, visit));
        }
        if (differentiator instanceof ReverseDifferentiator reverse) {
            return (!has(Operator.PULLBACK) || pullback(reverse, point, visit))
                    && (!has(Operator.RECORD) || sweeps(reverse, point, visit));
        }
        return true;
    }

    /** The passes one by one, the last first. */
    private boolean passes(ForwardDifferentiator forward, ReferencePoint point, String visit) {
        if (!visit.isEmpty() || !has(Operator.allDerivatives(outputs))) {
            return true;
        }
        judge.calling("passes");
        double[] x = point.x();
        double[] jacobian = Unset.array(inputs * outputs);
        forward.start(x);
        int step = isMuchWork ? Math.max(1, forward.passes() / SOME_PASSES) : 1;
        if (step > 1) {
            expectAll(jacobian, point);
        }
        for (int pass = forward.passes() - 1; pass >= 0; pass -= step) {
            unset(jacobian, pass);
            forward.pass(pass, x, jacobian);
        }
        return rows(jacobian, point) && unchanged(point, x);
    }

    /** Fills in what the passes that are left out would have to compute. */
    private void expectAll(double[] jacobian, ReferencePoint point) {
        for (int j = 0; j < outputs; j++) {
            Bounded row = point.row(j);
            for (int i = 0; i < inputs; i++) {
                jacobian[j * inputs + i] = row.value(i);
            }
        }
    }

    private void unset(double[] jacobian, int pass) {
        int first = pass * engine.tangentsPerPass();
        int last = Math.min(inputs, first + engine.tangentsPerPass());
        for (int j = 0; j < outputs; j++) {
            System.arraycopy(Unset.array(last - first), 0, jacobian, j * inputs + first, last - first);
        }
    }

    private boolean pushforward(ForwardDifferentiator forward, ReferencePoint point, String visit) {
        judge.calling("pushforward" + visit);
        double[] x = point.x();
        double[] y = Unset.array(outputs);
        double[] tangents = Unset.array(outputs);
        forward.pushforward(x, point.direction(), y, tangents);
        return judge.values(y, point.values())
                && judge.compare(tangents, 0, outputs, point.tangents(), "derivative", j -> "(Jv)[" + j + "]")
                && unchanged(point, x);
    }

    private boolean pullback(ReverseDifferentiator reverse, ReferencePoint point, String visit) {
        judge.calling("pullback" + visit);
        double[] x = point.x();
        double[] y = Unset.array(outputs);
        double[] adjoints = Unset.array(inputs);
        reverse.pullback(x, point.weights(0), y, adjoints);
        return judge.values(y, point.values()) && adjoints(adjoints, point.adjoints(0)) && unchanged(point, x);
    }

    private boolean adjoints(double[] adjoints, Bounded expected) {
        return judge.compare(adjoints, 0, inputs, expected, "derivative", i -> "(w'J)[" + i + "]");
    }

    /** One recording and a sweep for each of the weights, the first ones once more at the end. */
    private boolean sweeps(ReverseDifferentiator reverse, ReferencePoint point, String visit) {
        judge.calling("record" + visit);
        double[] x = point.x();
        double[] y = Unset.array(outputs);
        reverse.record(x, y);
        if (!judge.values(y, point.values()) || !unchanged(point, x)) {
            return false;
        }
        for (int sweep = 0; sweep <= point.weights(); sweep++) {
            judge.calling((sweep == 0 ? "sweep" : "later sweep") + visit);
            int k = sweep % point.weights();
            double[] adjoints = Unset.array(inputs);
            reverse.sweep(point.weights(k), adjoints);
            if (!adjoints(adjoints, point.adjoints(k))) {
                return false;
            }
        }
        return true;
    }

    private boolean unchanged(ReferencePoint point, double[] x) {
        return point.isAt(x) || judge.wrong("point changed", "the call wrote into the point that it was given");
    }
}
