package dev.gradgap.engine.forward;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.ForwardEngine;
import dev.gradgap.engine.Technology;
import dev.gradgap.function.DifferentiableFunction;
import java.util.OptionalLong;

/** Forward mode by running the function's own code on immutable dual numbers with one or several tangents. */
public final class OverloadingForward implements ForwardEngine {

    private static final int NUMBER_BYTES = 28; // without tangents: a header, the value and the reference to it

    private final int tangents;

    private OverloadingForward(int tangents) {
        this.tangents = tangents;
    }

    /** One tangent a pass, n passes: {@code overloading-forward}. */
    public static OverloadingForward scalar() {
        return new OverloadingForward(1);
    }

    /**
     * Several tangents a pass, for example {@code overloading-forward-8}.
     *
     * @param tangents 4, 8 or 16: each number of tangents takes a class of its own
     */
    public static OverloadingForward vector(int tangents) {
        if (tangents != 4 && tangents != 8 && tangents != 16) {
            throw new IllegalArgumentException("vector mode has 4, 8 or 16 tangents, not " + tangents);
        }
        return new OverloadingForward(tangents);
    }

    @Override
    public Technology technology() {
        return Technology.OVERLOADING;
    }

    @Override
    public int tangentsPerPass() {
        return tangents;
    }

    /** Assumes that the function holds about one number for each input or output at a time, whatever it computes. */
    @Override
    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        return OptionalLong.of((inputs + outputs) * (NUMBER_BYTES + 8L * tangents));
    }

    @Override
    public ForwardDifferentiator prepare(DifferentiableFunction function) {
        return switch (tangents) {
            case 4 -> new DualDifferentiator<>(function, new Dual4.Arithmetic());
            case 8 -> new DualDifferentiator<>(function, new Dual8.Arithmetic());
            case 16 -> new DualDifferentiator<>(function, new Dual16.Arithmetic());
            default -> new DualDifferentiator<>(function, new Dual.Arithmetic());
        };
    }
}
