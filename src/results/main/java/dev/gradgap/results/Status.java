package dev.gradgap.results;

import java.util.Locale;

/** How a cell ended. Every planned cell ends in one of these. */
public enum Status {
    OK,
    SKIPPED,
    FAILED,
    /** Never measured in a steady state, so that there is no figure. */
    UNSTEADY,
    /** Not measured, for nothing could be said about its derivatives. */
    UNVERIFIED;

    /** Whether another fork of the cell would end in the same way. */
    public boolean isFinal() {
        return this == SKIPPED || this == FAILED || this == UNVERIFIED;
    }

    /** The name in lower case, as in every table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
