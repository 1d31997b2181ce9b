package dev.gradgap.engine.reference;

import dev.gradgap.engine.CollectedOutputs;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.graph.DoubleArithmetic;

/** A function's value on doubles, for every function. */
public final class PlainPrimal {

    private PlainPrimal() {}

    /**
     * The function in plain Java if it has been written so, otherwise evaluated on boxed doubles, which is several times
     * slower. The result belongs to one thread.
     */
    public static PlainFunction of(DifferentiableFunction function) {
        return function.plain().orElseGet(() -> boxed(function));
    }

    private static PlainFunction boxed(DifferentiableFunction function) {
        DoubleArithmetic arithmetic = new DoubleArithmetic();
        CollectedOutputs<Double> outputs = new CollectedOutputs<>(arithmetic.array(function.outputs()));
        return (x, y) -> {
            outputs.evaluate(function, arithmetic, new BoxedInputs(x));
            for (int j = 0; j < outputs.size(); j++) {
                y[j] = outputs.get(j);
            }
        };
    }

    private static final class BoxedInputs implements Inputs<Double> {
        private final double[] x;

        BoxedInputs(double[] x) {
            this.x = x;
        }

        @Override
        public int size() {
            return x.length;
        }

        @Override
        public Double get(int i) {
            return x[i];
        }
    }
}
