package dev.gradgap.explain;

import java.util.List;

/**
 * How a {@link Figure} looks: values green, derivatives red, each with a contrast of at least 4.5 to what is behind it
 * (WCAG 2.2, success criterion 1.4.3), in light and in dark.
 */
final class Style {

    private static final String DARK = "@media (prefers-color-scheme: dark) {\n";

    /** A class and its declarations in light and in dark. */
    private record Rule(String style, String light, String dark) {}

    private static final List<Rule> RULES = List.of(
            new Rule(".paper", "fill: #ffffff", "fill: #16181b"),
            new Rule(".box", "fill: #f4f5f6; stroke: #5a5a5a", "fill: #23272d; stroke: #a0a6ad"),
            new Rule(".border", "fill: none; stroke: #5a5a5a", "fill: none; stroke: #a0a6ad"),
            new Rule(".line", "fill: none; stroke: #6b6b6b; stroke-width: 1.3", "stroke: #9298a0"),
            new Rule(".arrow", "fill: #6b6b6b", "fill: #9298a0"),
            new Rule(".name", "fill: #1b1b1b", "fill: #ececec"),
            new Rule(".partial", "fill: #3d3d3d", "fill: #cfd3d8"),
            new Rule(".value", "fill: #0a6b2d", "fill: #6fdd8b"),
            new Rule(".derivative", "fill: #b3151f", "fill: #ff938b"));

    private Style() {}

    /** For a picture that stands alone. */
    static String standalone() {
        return "<style>\n" + light() + DARK + dark("") + "}\n</style>\n";
    }

    /** For a page whose reader may choose between light and dark with the attribute data-theme of its root. */
    static String inPage() {
        return light() + DARK + dark(":root:not([data-theme=\"light\"]) ") + "}\n"
                + dark(":root[data-theme=\"dark\"] ");
    }

    private static String light() {
        StringBuilder css = new StringBuilder(".graph text { text-anchor: middle; font: 14px ui-monospace, "
                + "\"DejaVu Sans Mono\", Menlo, Consolas, monospace; }\n");
        RULES.forEach(rule -> css.append(".graph ")
                .append(rule.style())
                .append(" { ")
                .append(rule.light())
                .append("; }\n"));
        return css.toString();
    }

    private static String dark(String root) {
        StringBuilder css = new StringBuilder();
        RULES.forEach(rule -> css.append(root)
                .append(".graph ")
                .append(rule.style())
                .append(" { ")
                .append(rule.dark())
                .append("; }\n"));
        return css.toString();
    }
}
