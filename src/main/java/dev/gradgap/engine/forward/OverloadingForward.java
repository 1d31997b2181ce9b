package dev.gradgap.engine.forward;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.function.DifferentiableFunction;
import java.util.OptionalLong;
import java.util.Set;

/** Forward mode by running the function's own code on immutable dual numbers with one or several tangents. */
public final class OverloadingForward implements Engine {

    private static final int REFERENCE_BYTES = 4;
    private static final int DUAL_BYTES = 32;
    private static final int ARRAY_HEADER_BYTES = 16;

    private final int tangents;

    private OverloadingForward(int tangents) {
        this.tangents = tangents;
    }

    /** One tangent a pass, n passes: {@code overloading-forward}. */
    public static OverloadingForward scalar() {
        return new OverloadingForward(1);
    }

    /** Several tangents a pass, for example {@code overloading-forward-8}. */
    public static OverloadingForward vector(int tangents) {
        if (tangents < 2) {
            throw new IllegalArgumentException("vector mode needs at least 2 tangents, not " + tangents);
        }
        return new OverloadingForward(tangents);
    }

    @Override
    public String name() {
        return tangents == 1 ? "overloading-forward" : "overloading-forward-" + tangents;
    }

    @Override
    public Technology technology() {
        return Technology.OVERLOADING;
    }

    @Override
    public Mode mode() {
        return Mode.FORWARD;
    }

    /** Vector mode lists no pushforward: a single tangent would be carried by the scalar engine's numbers. */
    @Override
    public Set<Operator> operators() {
        return tangents == 1
                ? Set.of(Operator.PRIMAL, Operator.PREPARE, Operator.PUSHFORWARD, Operator.GRADIENT, Operator.JACOBIAN)
                : Set.of(Operator.PRIMAL, Operator.PREPARE, Operator.GRADIENT, Operator.JACOBIAN);
    }

    @Override
    public int tangentsPerPass() {
        return tangents;
    }

    /** Assumes that the function holds about one number for each input or output at a time, whatever it computes. */
    @Override
    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        long number = REFERENCE_BYTES + DUAL_BYTES + (tangents == 1 ? 0 : ARRAY_HEADER_BYTES + 8L * tangents);
        return OptionalLong.of((inputs + outputs) * number);
    }

    @Override
    public ForwardDifferentiator prepare(DifferentiableFunction function) {
        return tangents == 1 ? new DualDifferentiator(function) : new DualChunkDifferentiator(function, tangents);
    }
}
