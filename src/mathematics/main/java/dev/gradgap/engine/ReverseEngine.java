package dev.gradgap.engine;

import dev.gradgap.function.DifferentiableFunction;
import java.util.Set;

/** An engine of reverse mode. */
public interface ReverseEngine extends Engine {

    /** Technology and mode, for example {@code graph-reverse}. */
    @Override
    default String name() {
        return technology().label() + "-reverse";
    }

    @Override
    default Mode mode() {
        return Mode.REVERSE;
    }

    /** All that reverse mode can do. */
    @Override
    default Set<Operator> operators() {
        return Set.of(
                Operator.PRIMAL,
                Operator.PREPARE,
                Operator.RECORD,
                Operator.PULLBACK,
                Operator.GRADIENT,
                Operator.JACOBIAN);
    }

    @Override
    ReverseDifferentiator prepare(DifferentiableFunction function);
}
