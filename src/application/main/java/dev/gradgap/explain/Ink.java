package dev.gradgap.explain;

/** How values and derivatives are told apart: by nothing but their place, or by colour on a terminal. */
public enum Ink {
    /** No colour. */
    PLAIN("", "", "", ""),
    /** Values in green, derivatives in red, headings in bold, by ANSI escape sequences. */
    COLOUR("\u001b[1m", "\u001b[32m", "\u001b[31m", "\u001b[0m");

    private final String bold;
    private final String green;
    private final String red;
    private final String end;

    Ink(String bold, String green, String red, String end) {
        this.bold = bold;
        this.green = green;
        this.red = red;
        this.end = end;
    }

    String heading(String text) {
        return bold + text + end;
    }

    String value(String text) {
        return green + text + end;
    }

    String derivative(String text) {
        return red + text + end;
    }
}
