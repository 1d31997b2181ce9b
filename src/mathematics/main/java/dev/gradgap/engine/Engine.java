package dev.gradgap.engine;

import dev.gradgap.function.DifferentiableFunction;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A way to differentiate functions: what it is, what it can do, and how to make it ready for one function. Most are a
 * {@link ForwardEngine} or a {@link ReverseEngine}.
 *
 * <p>Implementations are stateless; all state of a differentiation lives in the {@link Differentiator}.
 */
public interface Engine {

    /** The unique name, lower case with hyphens, for example {@code graph-reverse}. */
    String name();

    Technology technology();

    Mode mode();

    /**
     * Whom the engine belongs to: gaps are taken between a forward and a reverse engine of one family. The technology, since two engines
     * built from the same differ in their mode alone; but libraries have no more in common than that they are some, so that one of
     * technology {@link Technology#LIBRARY} belongs to those of its own package.
     */
    default String family() {
        if (technology() != Technology.LIBRARY) {
            return technology().label();
        }
        String own = getClass().getPackageName();
        return own.isEmpty() ? name() : own;
    }

    /** What this engine can be measured at. */
    Set<Operator> operators();

    /** How many tangents one pass carries: 1 for scalar forward and for reverse mode, the chunk size for vector mode. */
    default int tangentsPerPass() {
        return 1;
    }

    /**
     * The relative error that a derivative may have and still be right: rounding alone, unless the engine approximates.
     */
    default double tolerance() {
        return 1e-10;
    }

    /**
     * Whether the prepared engine allocates nothing, whatever it is asked for. A fork in which it does all the same is not
     * steady: code on vectors, for one, allocates until HotSpot's last compiler has compiled it.
     */
    default boolean isGarbageFree() {
        return false;
    }

    /**
     * Whether the function's own code is run once, when the engine is prepared, and what it did is replayed at every point. Such
     * an engine is refused where the sequence of operations depends on the point.
     */
    default boolean replays() {
        return technology() == Technology.GRAPH || technology() == Technology.COMPILED;
    }

    /** Why this engine will not work on the function, in one line; empty if it will. Cheap: evaluates nothing. */
    default Optional<String> refusal(DifferentiableFunction function) {
        return Optional.empty();
    }

    /**
     * The most memory, in bytes, that is alive at a time while the engine is prepared and differentiates once, the
     * function's own data excluded, to within a factor of about 1.5; empty if unknown. A harness skips what does not fit.
     *
     * @param inputs the number of inputs
     * @param outputs the number of outputs
     * @param operations the number of operations of the function's graph
     */
    default OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        return OptionalLong.empty();
    }

    /**
     * Makes the engine ready for one function: traces, compiles, allocates. The result belongs to one thread.
     *
     * @return a {@link ForwardDifferentiator} or a {@link ReverseDifferentiator}, as {@link #mode()} says
     * @throws RefusedException if the engine will not work on the function, with the reason
     */
    Differentiator prepare(DifferentiableFunction function);
}
