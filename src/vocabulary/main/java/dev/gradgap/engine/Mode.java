package dev.gradgap.engine;

import java.util.Locale;

/** The direction in which derivatives travel through the computation graph. */
public enum Mode {
    /** From an input to every node: one pass for each input, or for each chunk of inputs. */
    FORWARD,
    /** From an output to every node: one pass for each output. */
    REVERSE;

    /** The name in lower case, as in every table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
