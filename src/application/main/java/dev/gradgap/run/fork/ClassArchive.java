package dev.gradgap.run.fork;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The classes of the forks, archived so that they need not be read, parsed and verified again in each of some hundred JVMs
 * (class-data sharing, {@code -XX:SharedArchiveFile}). Nothing that is measured depends on it: a class is the same however it
 * was loaded.
 *
 * <p>The first forks write down which classes they load; then an archive is made, and tried before any fork gets it. Where it
 * cannot be made, or a JVM does not start with it, forks start without. The classes of lambdas are left out: with those of an
 * archive JDK 17.0.15 crashes.
 */
final class ClassArchive {

    private static final int RECORDED_FORKS = 6;
    private static final int SECONDS = 30;

    private final Path archive;
    private final Path list;
    private final Path console;
    private final Set<String> classes = new LinkedHashSet<>();
    private int recorded;
    private boolean usable;

    /**
     * An archive that is still to be made.
     *
     * @param directory for its files, which whoever made it removes
     */
    ClassArchive(Path directory) {
        archive = directory.resolve("classes.jsa");
        list = directory.resolve("classes.list");
        console = directory.resolve("console");
    }

    /** The arguments with which the next fork starts. */
    List<String> arguments() {
        if (usable) {
            return List.of("-XX:SharedArchiveFile=" + archive);
        }
        return recorded < RECORDED_FORKS ? List.of("-XX:DumpLoadedClassList=" + list) : List.of();
    }

    /**
     * A fork has ended. After the last that was to write down its classes the archive is made.
     *
     * @param jvmArguments those of every fork
     */
    void ended(List<String> jvmArguments) {
        if (usable || recorded == RECORDED_FORKS) {
            return;
        }
        recorded++;
        try {
            record();
            if (recorded == RECORDED_FORKS) {
                Files.write(list, classes);
                usable = made(jvmArguments);
            }
        } catch (IOException e) {
            recorded = RECORDED_FORKS;
        }
    }

    private void record() throws IOException {
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list)) {
                boolean lambda = line.startsWith("@lambda-proxy");
                boolean ofOtherLoader = line.contains(" source: ");
                if (!lambda && !ofOtherLoader) {
                    classes.add(line.replaceFirst(" id: \\d+$", ""));
                }
            }
            Files.delete(list);
        }
    }

    private boolean made(List<String> jvmArguments) throws IOException {
        List<String> dump = new ArrayList<>(jvmArguments); // with other modules than at dump time it is of no use
        dump.addAll(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + list, "-XX:SharedArchiveFile=" + archive));
        List<String> trial = new ArrayList<>(jvmArguments);
        trial.add("-XX:SharedArchiveFile=" + archive);
        return output(dump).isPresent()
                && output(trial).filter(text -> !text.contains("[cds")).isPresent();
    }

    /** What a JVM with these arguments prints; empty if it comes to no good end. What it loads is much of what a fork loads. */
    private Optional<String> output(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "dev.gradgap.cli.Main", "list", "engines"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        try {
            process.getOutputStream().close();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(Files.readString(console, Charset.defaultCharset()))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}
