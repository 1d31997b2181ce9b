package dev.gradgap.run.suite;

import java.util.List;
import java.util.regex.Pattern;

/** On which line of a TOML text a key stands; Jackson's tree of a TOML file does not say. */
final class TomlLines {

    private static final Pattern TABLE = Pattern.compile("\\s*\\[\\[\\s*cells\\s*]].*");

    private final List<String> lines;

    TomlLines(String text) {
        lines = text.lines().toList();
    }

    /**
     * The line of a key, from 1; that of its table if the key is not there.
     *
     * @param table the [[cells]] table to look in, from 0; -1 for the top of the file
     */
    int of(String key, int table) {
        Pattern assignment = Pattern.compile(
                "\\s*[\"']?" + Pattern.quote(key) + "[\"']?\\s*[=.].*|\\s*\\[+\\s*" + Pattern.quote(key) + "\\b.*");
        int current = -1;
        int start = 1;
        for (int line = 1; line <= lines.size(); line++) {
            String text = lines.get(line - 1);
            if (TABLE.matcher(text).matches()) {
                current++;
                if (current == table) {
                    start = line;
                }
            }
            if (current == table && assignment.matcher(text).matches()) {
                return line;
            }
        }
        return start;
    }
}
