package dev.gradgap.verify;

import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.ReverseEngine;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.reverse.GraphReverse;
import dev.gradgap.function.DifferentiableFunction;
import java.util.function.UnaryOperator;

/** An engine with manners of its own around those of graph-reverse. */
record OddReverse(UnaryOperator<ReverseDifferentiator> manners) implements ReverseEngine {

    @Override
    public String name() {
        return "odd";
    }

    @Override
    public Technology technology() {
        return Technology.GRAPH;
    }

    @Override
    public ReverseDifferentiator prepare(DifferentiableFunction function) {
        return manners.apply(new GraphReverse().prepare(function));
    }

    /** Does what another does, until something is overridden. */
    abstract static class Around implements ReverseDifferentiator {

        final ReverseDifferentiator right;

        Around(ReverseDifferentiator right) {
            this.right = right;
        }

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
            right.primal(x, y);
        }

        @Override
        public void record(double[] x, double[] y) {
            right.record(x, y);
        }

        @Override
        public void sweep(double[] outputAdjoint, double[] inputAdjoint) {
            right.sweep(outputAdjoint, inputAdjoint);
        }

        @Override
        public void jacobian(double[] x, double[] jacobian) {
            right.jacobian(x, jacobian);
        }
    }
}
