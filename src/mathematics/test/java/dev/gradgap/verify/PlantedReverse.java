package dev.gradgap.verify;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.reverse.GraphReverse;
import dev.gradgap.function.DifferentiableFunction;
import java.util.Set;
import java.util.function.Consumer;

/** An engine with a mistake: it is right until the mistake is made in its gradient. */
public record PlantedReverse(Consumer<double[]> mistake) implements Engine {

    @Override
    public String name() {
        return "planted";
    }

    @Override
    public Technology technology() {
        return Technology.GRAPH;
    }

    @Override
    public Mode mode() {
        return Mode.REVERSE;
    }

    @Override
    public Set<Operator> operators() {
        return new GraphReverse().operators();
    }

    @Override
    public Differentiator prepare(DifferentiableFunction function) {
        ReverseDifferentiator right = new GraphReverse().prepare(function);
        return new OddReverse.Around(right) {
            @Override
            public void sweep(double[] outputAdjoint, double[] inputAdjoint) {
                right.sweep(outputAdjoint, inputAdjoint);
                mistake.accept(inputAdjoint);
            }

            @Override
            public void jacobian(double[] x, double[] jacobian) {
                right.jacobian(x, jacobian);
                mistake.accept(jacobian);
            }
        };
    }
}
