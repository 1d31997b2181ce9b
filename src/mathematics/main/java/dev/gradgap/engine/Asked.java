package dev.gradgap.engine;

import dev.gradgap.function.Branching;
import dev.gradgap.function.DifferentiableFunction;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * An engine's answers, which may come from other people's code: what no engine may answer becomes a {@link BrokenEngineException}
 * that names the method.
 */
public final class Asked {

    private static final double LOOSEST = 1e-2; // beyond which nothing would be checked

    /** Nothing that has a meaning in globs, lists and parameters, in the names of files, or in HTML. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._+-]*");

    private Asked() {}

    /** Whether something may be called so: letters, digits and a few signs. Null is no name. */
    public static boolean isName(String name) {
        return name != null && NAME.matcher(name).matches();
    }

    /**
     * What is wrong with what an engine says that it is, in one line; empty if nothing is.
     *
     * @throws RuntimeException whatever the engine throws
     */
    public static Optional<String> fault(Engine engine) {
        Set<Operator> operators = engine.operators();
        double tolerance = engine.tolerance();
        int tangents = engine.tangentsPerPass();
        if (engine.technology() == null) {
            return Optional.of("technology() is null");
        }
        if (engine.mode() == null) {
            return Optional.of("mode() is null");
        }
        if (!isName(engine.family())) {
            return Optional.of("family() is '" + engine.family()
                    + "'; letters and digits are allowed, and . _ + - after the" + " first");
        }
        if (operators == null || operators.stream().anyMatch(operator -> operator == null)) {
            return Optional.of("operators() is or contains null");
        }
        if (tangents < 1) {
            return Optional.of("tangentsPerPass() is " + tangents + "; a pass carries 1 or more");
        }
        if (!(tolerance >= 0 && tolerance <= LOOSEST)) {
            return Optional.of("tolerance() is " + tolerance + "; a relative error from 0 to " + LOOSEST
                    + " may be asked for, beyond that nothing would be checked");
        }
        return Optional.empty();
    }

    /**
     * Why an engine will not work on a function; empty if it will.
     *
     * @throws BrokenEngineException if it answers null or throws, unless that is a {@link RefusedException}
     */
    public static Optional<String> refusal(Engine engine, DifferentiableFunction function) {
        Optional<String> refusal = answer("refusal()", () -> engine.refusal(function));
        return refusal.map(reason -> reason.isBlank() ? "it gives no reason" : reason);
    }

    /**
     * The memory that an engine foretells, as in {@link Engine#predictedBytes}.
     *
     * @throws BrokenEngineException if it answers null or a negative number, or throws
     */
    public static OptionalLong predictedBytes(Engine engine, long inputs, long outputs, long operations) {
        OptionalLong bytes = answer("predictedBytes()", () -> engine.predictedBytes(inputs, outputs, operations));
        if (bytes.isPresent() && bytes.getAsLong() < 0) {
            throw new BrokenEngineException(
                    "predictedBytes() is " + bytes.getAsLong() + ", which is no number of bytes");
        }
        return bytes;
    }

    /**
     * An engine made ready for a function.
     *
     * @throws BrokenEngineException if it answers null, or a differentiator that lacks an operator that the engine lists, or is of
     *     another function
     * @throws RuntimeException whatever the engine throws
     */
    public static Differentiator prepare(Engine engine, DifferentiableFunction function) {
        Differentiator prepared = prepared(engine, function);
        if (prepared == null) {
            throw new BrokenEngineException("prepare() gave null");
        }
        for (Operator operator : engine.operators()) {
            Class<?> wanted = needed(operator);
            if (!wanted.isInstance(prepared)) {
                throw new BrokenEngineException(
                        "prepare() gave a " + prepared.getClass().getSimpleName() + ", which is no "
                                + wanted.getSimpleName() + ", where operators() lists " + operator);
            }
        }
        if (prepared.inputs() != function.inputs() || prepared.outputs() != function.outputs()) {
            throw new BrokenEngineException("prepare() gave a differentiator of " + prepared.inputs() + " inputs and "
                    + prepared.outputs() + " outputs for a function of " + function.inputs() + " and "
                    + function.outputs());
        }
        return prepared;
    }

    /** What an engine answers, unchecked; if it replays a function that chooses by values, with guards around it. */
    public static Differentiator prepared(Engine engine, DifferentiableFunction function) {
        return function instanceof Branching branching && engine.replays()
                ? GuardedDifferentiator.of(engine, branching)
                : engine.prepare(function);
    }

    private static Class<?> needed(Operator operator) {
        return switch (operator) {
            case RECORD, PULLBACK -> ReverseDifferentiator.class;
            case PUSHFORWARD -> ForwardDifferentiator.class;
            case PRIMAL, PREPARE, GRADIENT, JACOBIAN -> Differentiator.class;
        };
    }

    private static <T> T answer(String method, Supplier<T> question) {
        T answer;
        try {
            answer = question.get();
        } catch (RefusedException | OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) { // also checked ones, which other languages throw undeclared
            throw new BrokenEngineException(method + " threw " + e, e);
        }
        if (answer == null) {
            throw new BrokenEngineException(method + " is null");
        }
        return answer;
    }
}
