package dev.gradgap.results;

import java.util.Locale;

/** How a time was obtained. */
public enum Method {
    /** The whole operator was timed. */
    MEASURED,
    /** A random subset of the passes was timed and scaled by their number. */
    SAMPLED;

    /** The name in lower case, as in every table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
