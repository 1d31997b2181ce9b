package dev.gradgap.plain.running;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.plain.Call;
import dev.gradgap.plain.Decisions;
import dev.gradgap.plain.Evaluation;
import dev.gradgap.plain.Replay;

/** Runs the user's method on the numbers of an arithmetic. */
public final class RunningEvaluation implements Evaluation {

    /** The inputs of this evaluation: an array of nulls, until the method writes to it. */
    static Object[] input;

    private final Call call;

    public RunningEvaluation(Call call) {
        this.call = call;
    }

    @Override
    public void evaluate(Arithmetic<Object> a, Inputs<Object> x, Outputs<Object> y, int outputs, Decisions decisions) {
        Running.a = a;
        Running.inputs = x;
        Running.decisions = decisions;
        Running.replaying = decisions instanceof Replay;
        input = new Object[x.size()];
        call(y, outputs);
    }

    private void call(Outputs<Object> y, int outputs) {
        Object result = call.call(input, outputs);
        if (result instanceof Object[] results) {
            for (int j = 0; j < outputs; j++) {
                y.set(j, number(Running.load(results, j)));
            }
        } else {
            y.set(0, number(result));
        }
    }

    private static Object number(Object x) {
        return x instanceof Double c ? Running.a.constant(c) : x;
    }
}
