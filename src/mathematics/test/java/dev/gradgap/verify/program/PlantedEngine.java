package dev.gradgap.verify.program;

import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.ReverseEngine;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.reverse.InterpreterReverse;
import dev.gradgap.function.DifferentiableFunction;
import java.util.EnumMap;
import java.util.Map;

/** An engine that is right but for a mistake. */
record PlantedEngine(Mistake mistake) implements ReverseEngine {

    /** What is called of an engine. */
    enum Call {
        PRIMAL,
        JACOBIAN,
        RECORD,
        SWEEP
    }

    /** What goes wrong. */
    @FunctionalInterface
    interface Mistake {

        /**
         * Makes it.
         *
         * @param call what was called
         * @param before how often it had been called
         * @param given the point or the weights
         * @param result what is right, to be spoiled
         * @param earlier what was in the result's array before the call
         */
        void make(Call call, int before, double[] given, double[] result, double[] earlier);
    }

    @Override
    public String name() {
        return "planted";
    }

    @Override
    public Technology technology() {
        return Technology.GRAPH;
    }

    @Override
    public ReverseDifferentiator prepare(DifferentiableFunction function) {
        ReverseDifferentiator right = new InterpreterReverse().prepare(function);
        Map<Call, Integer> calls = new EnumMap<>(Call.class);
        return new ReverseDifferentiator() {
            @Override
            public int inputs() {
                return right.inputs();
            }

            @Override
            public int outputs() {
                return right.outputs();
            }

            @Override
            public void primal(double[] x, double[] y) {
                double[] earlier = y.clone();
                right.primal(x, y);
                spoil(Call.PRIMAL, x, y, earlier);
            }

            @Override
            public void record(double[] x, double[] y) {
                double[] earlier = y.clone();
                right.record(x, y);
                spoil(Call.RECORD, x, y, earlier);
            }

            @Override
            public void sweep(double[] outputAdjoint, double[] inputAdjoint) {
                double[] earlier = inputAdjoint.clone();
                right.sweep(outputAdjoint, inputAdjoint);
                spoil(Call.SWEEP, outputAdjoint, inputAdjoint, earlier);
            }

            @Override
            public void jacobian(double[] x, double[] jacobian) {
                double[] earlier = jacobian.clone();
                right.jacobian(x, jacobian);
                spoil(Call.JACOBIAN, x, jacobian, earlier);
            }

            private void spoil(Call call, double[] given, double[] result, double[] earlier) {
                mistake.make(call, calls.merge(call, 1, Integer::sum) - 1, given, result, earlier);
            }
        };
    }
}
