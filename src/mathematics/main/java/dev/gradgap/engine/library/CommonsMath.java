package dev.gradgap.engine.library;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.ForwardEngine;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.function.DifferentiableFunction;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The differentiation of Apache Commons Math 3: {@code DerivativeStructure} at order 1, which carries the tangents of
 * all inputs in one pass.
 *
 * <p>Its compiler builds, for n parameters, index tables for every number of parameters up to n, about 1.4 n³ bytes:
 * 187 MB at n = 512 and 1.46 GB at 1,024. They are shared by the whole JVM and never freed, so larger functions are
 * refused.
 */
public final class CommonsMath implements ForwardEngine {

    /** The largest number of inputs. */
    static final int MAX_INPUTS = 512;

    private static final double TABLE_BYTES_PER_CUBE = 1.4;

    @Override
    public String name() {
        return "commons-math";
    }

    @Override
    public String family() {
        return name();
    }

    @Override
    public Technology technology() {
        return Technology.LIBRARY;
    }

    @Override
    public Set<Operator> operators() {
        return Set.of(Operator.PRIMAL, Operator.PREPARE, Operator.PUSHFORWARD, Operator.GRADIENT, Operator.JACOBIAN);
    }

    /** All tangents of the largest function it takes; a smaller function also needs one pass. */
    @Override
    public int tangentsPerPass() {
        return MAX_INPUTS;
    }

    @Override
    public Optional<String> refusal(DifferentiableFunction function) {
        int inputs = function.inputs();
        return inputs <= MAX_INPUTS
                ? Optional.empty()
                : Optional.of("commons-math takes at most " + MAX_INPUTS + " inputs, not " + inputs
                        + ": its compiler's tables grow as the cube of the inputs (187 MB at 512, 1.46 GB at 1024)");
    }

    /** The compiler's tables, and a function that holds about one number for each input or output at a time. */
    @Override
    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        double tables = TABLE_BYTES_PER_CUBE * inputs * inputs * inputs;
        return OptionalLong.of((long) tables + (inputs + outputs) * (8 * inputs + 64));
    }

    /** Builds the compiler's tables, unless an earlier function of this JVM has. */
    @Override
    public ForwardDifferentiator prepare(DifferentiableFunction function) {
        refusal(function).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return new DerivativeStructureDifferentiator(function);
    }
}
