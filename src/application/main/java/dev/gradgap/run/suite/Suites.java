package dev.gradgap.run.suite;

import dev.gradgap.catalog.NearestName;
import dev.gradgap.results.file.InputFile;
import dev.gradgap.results.file.IoErrors;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds suite files: in {@code benchmarks/suites} below the working directory, then in the jar, then at any path. A
 * suite of the working directory hides the one of the same name in the jar.
 */
public final class Suites {

    private static final List<String> BUNDLED =
            List.of("smoke", "quick", "pr", "jacobian", "standard", "frontier", "function", "full");
    private static final Path FOLDER = Path.of("benchmarks", "suites");
    private static final String ENDING = ".toml";

    private Suites() {}

    /**
     * Reads the suite with a name or at a path.
     *
     * @throws UserError if there is none, or it is wrong
     */
    public static Suite find(String nameOrPath) {
        Map<String, Path> local = local();
        if (local.containsKey(nameOrPath)) {
            return read(nameOrPath, local.get(nameOrPath));
        }
        if (BUNDLED.contains(nameOrPath)) {
            return bundled(nameOrPath);
        }
        if (nameOrPath.endsWith(ENDING) || nameOrPath.contains("/") || nameOrPath.contains("\\")) {
            return read(nameOrPath, path(nameOrPath));
        }
        throw new UserError("unknown suite '" + nameOrPath + "'" + NearestName.hint(nameOrPath, names())
                + " (list suites shows all)");
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UserError("'" + text + "' cannot be the path of a suite file: " + e.getReason(), e);
        }
    }

    /** The names of all suites that {@link #find} knows without a path. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(BUNDLED);
        local().keySet().stream().filter(name -> !BUNDLED.contains(name)).forEach(names::add);
        return names;
    }

    private static Map<String, Path> local() {
        Map<String, Path> found = new TreeMap<>();
        if (Files.isDirectory(FOLDER)) {
            try (Stream<Path> files = Files.list(FOLDER)) {
                files.filter(file -> file.toString().endsWith(ENDING)).forEach(file -> {
                    String name = file.getFileName().toString();
                    found.put(name.substring(0, name.length() - ENDING.length()), file);
                });
            } catch (IOException e) {
                throw new UserError("cannot read the folder " + FOLDER + ": " + e.getMessage());
            }
        }
        return found;
    }

    private static Suite read(String name, Path file) {
        try {
            return SuiteReader.read(name, file.toString(), InputFile.bytes(file, SuiteReader.LARGEST_FILE));
        } catch (NoSuchFileException e) {
            throw new UserError("no suite file at " + file + "; a suite is a name (" + String.join(", ", names())
                    + ") or the path of a .toml file");
        } catch (IOException e) {
            throw new UserError(
                    IoErrors.unchecked("cannot read the suite file " + file, e).getMessage(), e);
        }
    }

    private static Suite bundled(String name) {
        String resource = "/suites/" + name + ENDING;
        try (InputStream stream = Suites.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            return SuiteReader.read(name, name + ENDING, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
