package dev.gradgap.results;

import java.util.Locale;

/** How a cell ended. Every planned cell ends in one of these. */
public enum Status {
    OK,
    SKIPPED,
    FAILED;

    /** The name in lower case, as in every table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
