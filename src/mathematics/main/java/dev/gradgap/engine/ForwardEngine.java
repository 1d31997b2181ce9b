package dev.gradgap.engine;

import dev.gradgap.function.DifferentiableFunction;
import java.util.Set;

/** An engine of forward mode. */
public interface ForwardEngine extends Engine {

    /** Technology and mode and, in vector mode, the tangents of a pass, for example {@code graph-forward-8}. */
    @Override
    default String name() {
        return technology().label() + "-forward" + (tangentsPerPass() == 1 ? "" : "-" + tangentsPerPass());
    }

    @Override
    default Mode mode() {
        return Mode.FORWARD;
    }

    /** All that forward mode can do; but no pushforward in vector mode, where a single tangent is the scalar engine's. */
    @Override
    default Set<Operator> operators() {
        return tangentsPerPass() == 1
                ? Set.of(Operator.PRIMAL, Operator.PREPARE, Operator.PUSHFORWARD, Operator.GRADIENT, Operator.JACOBIAN)
                : Set.of(Operator.PRIMAL, Operator.PREPARE, Operator.GRADIENT, Operator.JACOBIAN);
    }

    @Override
    ForwardDifferentiator prepare(DifferentiableFunction function);
}
