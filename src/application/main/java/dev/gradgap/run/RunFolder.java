package dev.gradgap.run;

import dev.gradgap.results.file.AtomicFile;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where runs are kept: results/runs, with results/latest pointing at the newest. */
public final class RunFolder {

    private static final Path RUNS = Path.of("results", "runs");
    private static final Path LATEST = Path.of("results", "latest");

    private RunFolder() {}

    /** A folder for a new run of a suite, named after the moment. */
    public static Path fresh(String suite) {
        String name = Path.of(suite).getFileName().toString().replace(".toml", "");
        String moment = LocalDateTime.now(ZoneId.systemDefault())
                .format(DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT));
        return RUNS.resolve(moment + "-" + name);
    }

    /**
     * Makes sure that no other run is overwritten.
     *
     * @param beginning the file without which nothing can be carried on
     * @throws UserError if there is something at the path
     */
    public static void requireEmpty(Path directory, String beginning) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> content = Files.list(directory)) {
            if (content.findAny().isPresent()) {
                throw new UserError("--out: " + directory + " is not empty; name a new folder"
                        + (Files.exists(directory.resolve(beginning))
                                ? ", or carry that run on with --resume " + directory
                                : ": without a file '" + beginning + "' there is nothing to carry on in it"));
            }
        } catch (NotDirectoryException e) {
            throw new UserError("--out: " + directory + " is a file; name a folder", e);
        }
    }

    /** Points results/latest at a run below results/runs; says why if that could not be done. */
    public static Optional<String> linkLatest(Path directory) {
        if (!directory.startsWith(RUNS)) {
            return Optional.empty();
        }
        try {
            AtomicFile.link(LATEST, LATEST.getParent().relativize(directory));
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of("cannot point " + LATEST + " at this run: " + e);
        }
    }
}
