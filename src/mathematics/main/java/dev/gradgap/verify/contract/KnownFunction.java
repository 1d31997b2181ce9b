package dev.gradgap.verify.contract;

import dev.gradgap.engine.reference.PlainPrimal;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.function.PlainFunction;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A function whose Jacobian is known, and which therefore has an adjoint "by hand", for engines that take no other.
 *
 * @param generic the function
 * @param jacobian gives dy[j]/dx[i] at position {@code j * n + i} at a point x
 */
record KnownFunction(DifferentiableFunction generic, UnaryOperator<double[]> jacobian)
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
        return Optional.of(PlainPrimal.of(generic));
    }

    @Override
    public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
        PlainFunction primal = PlainPrimal.of(generic);
        return Optional.of((x, w, y, adjoint) -> {
            primal.evaluate(x, y);
            double[] rows = jacobian.apply(x);
            Arrays.fill(adjoint, 0);
            for (int k = 0; k < rows.length; k++) {
                adjoint[k % x.length] += w[k / x.length] * rows[k];
            }
        });
    }
}
