package dev.gradgap.results.file;

/** A field of a JSON object that is missing or cannot be what it says. */
public final class FieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String field;

    /**
     * An exception.
     *
     * @param field the field's name
     * @param problem what is wrong with it, after its name: {@code is missing}
     */
    public FieldException(String field, String problem) {
        super("'" + field + "' " + problem);
        this.field = field;
    }

    /** The field's name. */
    public String field() {
        return field;
    }
}
