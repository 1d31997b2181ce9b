package dev.gradgap.results.environment;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks another program a question that it may be unable to answer. */
final class Command {

    private static final int PATIENCE_SECONDS = 5;

    private Command() {}

    /**
     * What a program prints.
     *
     * @param directory where it runs
     * @return its output without white space around it; empty if there is no such program, if it fails, or if it takes
     *     longer than a few seconds
     */
    static Optional<String> output(Path directory, List<String> command) {
        return output(directory, command, Map.of());
    }

    /** As above, with more variables in the program's environment. */
    static Optional<String> output(Path directory, List<String> command, Map<String, String> environment) {
        try {
            // A file, not a pipe: reading from a pipe could wait for ever.
            Path answer = Files.createTempFile("gradgap", ".txt");
            try {
                return run(directory, command, environment, answer)
                        ? Optional.of(
                                Files.readString(answer, StandardCharsets.UTF_8).strip())
                        : Optional.empty();
            } finally {
                Files.deleteIfExists(answer);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean run(Path directory, List<String> command, Map<String, String> environment, Path answer)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toAbsolutePath().toFile())
                .redirectOutput(answer.toFile())
                .redirectError(Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
