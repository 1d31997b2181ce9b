package dev.gradgap.workload;

import java.util.Map;
import java.util.OptionalLong;

/** A family of functions, one for each number of inputs between its smallest and its largest. */
public interface WorkloadFamily {

    /** The unique name, lower case with hyphens, for example {@code log-sum-exp}. */
    String name();

    /** The kind of function it is, in a few words, for example {@code deep chain}. */
    String family();

    /** The mathematical definition in one line of plain text. */
    String definition();

    /** Where the function comes from: a paper, a book, a lecture. */
    String source();

    /** The smallest number of inputs. */
    int minInputs();

    /** The largest number of inputs. */
    int maxInputs();

    /** The number of outputs of the member with n inputs. */
    default int outputs(int inputs) {
        return 1;
    }

    /**
     * The name of an input in listings and drawings.
     *
     * @param i from 0 to the number of inputs - 1
     */
    default String inputName(int i) {
        return "x" + i;
    }

    /**
     * The number of operations in the graph of the member with n inputs, computed without building it; exact, or empty
     * if unknown.
     */
    default OptionalLong operations(int inputs) {
        return OptionalLong.empty();
    }

    /** Whether members have a plain-Java primal and a hand-written adjoint. */
    default boolean hasReference() {
        return false;
    }

    /**
     * The parameters a user may set with {@code name:key=value:key=value}, each with its default; empty if none.
     */
    default Map<String, String> parameters() {
        return Map.of();
    }

    /**
     * This family with some of its {@link #parameters()} changed; its name is then the full text with the parameters.
     *
     * @throws IllegalArgumentException in one line, if a parameter is unknown or its value is out of range
     */
    default WorkloadFamily with(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return this;
        }
        throw new IllegalArgumentException("workload " + name() + " has no parameters");
    }

    /**
     * The member with n inputs.
     *
     * @param inputs from {@link #minInputs()} to {@link #maxInputs()}
     * @param seed decides the sample point and whatever data or structure the function has; the same seed gives the
     *     same function on every JVM and platform
     */
    Workload create(int inputs, long seed);
}
