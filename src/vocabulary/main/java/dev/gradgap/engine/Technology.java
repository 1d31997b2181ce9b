package dev.gradgap.engine;

import java.util.Locale;

/** What an engine is built from. */
public enum Technology {
    /** The function's own Java code, run on another kind of number. */
    OVERLOADING,
    /** Replaying a fixed graph at a new point. */
    GRAPH,
    /** The graph turned into JVM bytecode. */
    COMPILED,
    /** What a user would pick instead. */
    LIBRARY,
    /** The limit to measure against: hand-written code and finite differences. */
    REFERENCE;

    /** The name in lower case, as in every table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
