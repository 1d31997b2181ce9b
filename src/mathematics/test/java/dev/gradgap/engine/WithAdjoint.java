package dev.gradgap.engine;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.function.PlainFunction;
import java.util.Optional;

/** A function that also has a plain primal and a hand-written adjoint. */
public record WithAdjoint(DifferentiableFunction generic, PlainFunction primal, HandWrittenAdjoint adjoint)
        implements DifferentiableFunction {
    @Override
    public int inputs() {
        return generic.inputs();
    }

    @Override
    public int outputs() {
        return generic.outputs();
    }

    @Override
    public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
        generic.evaluate(a, x, y);
    }

    @Override
    public Optional<PlainFunction> plain() {
        return Optional.of(primal);
    }

    @Override
    public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
        return Optional.of(adjoint);
    }
}
