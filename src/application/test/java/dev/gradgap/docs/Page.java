package dev.gradgap.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown page of this project, and what a test can check of it. */
record Page(Path path, String text) {

    private static final String BEGINNING_OF_COMMAND = "$ java -jar benchmarks.jar ";
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    // A block is a complete file if its first line is a comment with nothing but the file's path.
    private static final Pattern FILE = Pattern.compile("(?://|#) ([\\w./-]+[./][\\w.-]+)\\n(.*)", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

    /** A command line shown on a page, without {@code java -jar benchmarks.jar}, and what it is said to print. */
    record Session(List<String> arguments, String output) {}

    static Page of(String path) {
        try {
            return new Page(Path.of(path), Files.readString(Path.of(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that a reader would copy from the page, by path. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        for (MatchResult block : blocks()) {
            Matcher file = FILE.matcher(block.group(2));
            if (file.matches()) {
                files.put(file.group(1), file.group(2));
            }
        }
        return files;
    }

    /** The commands that the page shows with their output. */
    List<Session> sessions() {
        List<Session> sessions = new ArrayList<>();
        for (MatchResult block : blocks()) {
            if (block.group(2).startsWith(BEGINNING_OF_COMMAND)) {
                String[] parts = block.group(2).split("\n", 2);
                String arguments = parts[0].substring(BEGINNING_OF_COMMAND.length());
                sessions.add(new Session(List.of(arguments.split(" ", -1)), parts[1]));
            }
        }
        return sessions;
    }

    /** The files that the page links to. */
    List<Path> linkedFiles() {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://"))
                .map(link -> path.resolveSibling(link).normalize())
                .toList();
    }

    /** Names the page in a test report. */
    @Override
    public String toString() {
        return path.toString();
    }

    private List<MatchResult> blocks() {
        return BLOCK.matcher(text).results().toList();
    }
}
