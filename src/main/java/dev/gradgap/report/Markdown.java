package dev.gradgap.report;

/** Text inside of Markdown. */
public final class Markdown {

    private Markdown() {}

    /** Names come from users: none may end a row or a table, or become markup or a link. */
    public static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("|", "\\|")
                .replace("`", "\\`")
                .replace("*", "\\*")
                .replace("](", "]\\(")
                .replaceAll("\\R", " ");
    }
}
