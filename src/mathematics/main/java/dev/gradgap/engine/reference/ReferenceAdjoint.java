package dev.gradgap.engine.reference;

import dev.gradgap.engine.Operator;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.ReverseEngine;
import dev.gradgap.engine.Technology;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.PlainFunction;
import java.util.Optional;
import java.util.Set;

/** The function's own hand-written adjoint: the limit that reverse engines are measured against. */
public final class ReferenceAdjoint implements ReverseEngine {

    @Override
    public String name() {
        return "reference-adjoint";
    }

    @Override
    public Technology technology() {
        return Technology.REFERENCE;
    }

    /** Neither preparation nor a recording of its own: a hand-written adjoint does both sweeps in one call. */
    @Override
    public Set<Operator> operators() {
        return Set.of(Operator.PRIMAL, Operator.PULLBACK, Operator.GRADIENT, Operator.JACOBIAN);
    }

    @Override
    public Optional<String> refusal(DifferentiableFunction function) {
        return function.handWrittenAdjoint().isPresent()
                ? Optional.empty()
                : Optional.of("the function has no hand-written adjoint");
    }

    @Override
    public boolean isGarbageFree() {
        return true;
    }

    @Override
    public ReverseDifferentiator prepare(DifferentiableFunction function) {
        HandWrittenAdjoint adjoint = function.handWrittenAdjoint()
                .orElseThrow(() -> new IllegalArgumentException("the function has no hand-written adjoint"));
        return new HandWritten(function.inputs(), function.outputs(), PlainPrimal.of(function), adjoint);
    }

    private static final class HandWritten implements ReverseDifferentiator {

        private final int inputs;
        private final int outputs;
        private final PlainFunction primal;
        private final HandWrittenAdjoint adjoint;
        private final double[] values; // of the outputs, where a caller does not want them
        private final double[] weights; // all zero between calls
        private double[] recordedPoint = new double[0];
        private double[] row = new double[0]; // of the Jacobian

        HandWritten(int inputs, int outputs, PlainFunction primal, HandWrittenAdjoint adjoint) {
            this.inputs = inputs;
            this.outputs = outputs;
            this.primal = primal;
            this.adjoint = adjoint;
            values = new double[outputs];
            weights = new double[outputs];
        }

        @Override
        public int inputs() {
            return inputs;
        }

        @Override
        public int outputs() {
            return outputs;
        }

        @Override
        public void primal(double[] x, double[] y) {
            primal.evaluate(x, y);
        }

        /** Keeps the point alone; {@link #sweep} does all the work. */
        @Override
        public void record(double[] x, double[] y) {
            primal.evaluate(x, y);
            if (recordedPoint.length == 0) {
                recordedPoint = new double[inputs];
            }
            System.arraycopy(x, 0, recordedPoint, 0, inputs);
        }

        @Override
        public void sweep(double[] outputAdjoint, double[] inputAdjoint) {
            adjoint.pullback(recordedPoint, outputAdjoint, values, inputAdjoint);
        }

        @Override
        public void pullback(double[] x, double[] outputAdjoint, double[] y, double[] inputAdjoint) {
            adjoint.pullback(x, outputAdjoint, y, inputAdjoint);
        }

        @Override
        public void gradient(double[] x, double[] gradient) {
            if (outputs != 1) {
                ReverseDifferentiator.super.gradient(x, gradient);
            }
            weights[0] = 1;
            adjoint.pullback(x, weights, values, gradient);
            weights[0] = 0;
        }

        @Override
        public void jacobian(double[] x, double[] jacobian) {
            if (row.length == 0) {
                row = new double[inputs];
            }
            for (int j = 0; j < outputs; j++) {
                weights[j] = 1;
                adjoint.pullback(x, weights, values, row);
                weights[j] = 0;
                System.arraycopy(row, 0, jacobian, j * inputs, inputs);
            }
        }
    }
}
