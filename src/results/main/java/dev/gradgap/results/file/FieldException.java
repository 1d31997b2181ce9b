package dev.gradgap.results.file;

import java.util.Optional;

/** A field of a JSON object that is missing or cannot be what it says. */
public final class FieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String problem;

    /**
     * An exception.
     *
     * @param field the field's name
     * @param problem what is wrong with it, after its name: {@code is missing}
     */
    public FieldException(String field, String problem) {
        super("'" + field + "' " + problem);
        this.field = field;
        this.problem = problem;
    }

    /** The field's name. */
    public String field() {
        return field;
    }

    /** What is wrong with it, after its name. */
    public String problem() {
        return problem;
    }

    /**
     * Passes if a field has a value where one is due, and else has none.
     *
     * @throws FieldException if not
     */
    public static void requireIf(boolean due, String field, Optional<?> value) {
        if (due != value.isPresent()) {
            throw new FieldException(field, due ? "is not a number" : "stands where there is no value");
        }
    }
}
