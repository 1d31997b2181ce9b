package dev.gradgap.jar;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged benchmarks.jar, run as a user runs it: in a process of its own. */
final class BenchmarksJar {

    /** The jar, wherever a process runs. */
    static final String JAR = Path.of(System.getProperty("gradgap.jar", "benchmarks.jar"))
            .toAbsolutePath()
            .toString();

    private static final int PATIENCE_SECONDS = 240;

    private final String program;
    private final Path workingDirectory;
    private final List<String> jvmArguments;

    /** What a finished process left. */
    record Outcome(int exitCode, String out, String err) {
        /** Fails the test if a stack trace reached the user. */
        Outcome withoutStackTrace() {
            if ((out + err).contains("\tat ") || (out + err).contains("Exception in thread")) {
                throw new AssertionError("a stack trace was printed:\n" + out + err);
            }
            return this;
        }
    }

    BenchmarksJar(Path workingDirectory, String... jvmArguments) {
        this(JAR, workingDirectory, jvmArguments);
    }

    private BenchmarksJar(String program, Path workingDirectory, String... jvmArguments) {
        this.program = program;
        this.workingDirectory = workingDirectory;
        this.jvmArguments = List.of(jvmArguments);
    }

    /** A copy of the jar, at another path. */
    static BenchmarksJar copy(Path path, Path workingDirectory, String... jvmArguments) throws IOException {
        return new BenchmarksJar(Files.copy(Path.of(JAR), path).toString(), workingDirectory, jvmArguments);
    }

    Outcome run(String... arguments) {
        Running running = start(arguments);
        return running.await();
    }

    /** Runs the program with a plug-in on the class path. */
    Outcome runMain(Path plugin, String... arguments) {
        return start(
                        List.of("-cp", JAR + File.pathSeparator + plugin.toAbsolutePath(), "dev.gradgap.cli.Main"),
                        arguments)
                .await();
    }

    Running start(String... arguments) {
        return start(List.of("-jar", program), arguments);
    }

    private Running start(List<String> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.addAll(program);
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile("gradgap-it", ".out");
            Path err = Files.createTempFile("gradgap-it", ".err");
            Process process = new ProcessBuilder(command)
                    .directory(workingDirectory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            return new Running(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that has not ended. */
    record Running(Process process, Path out, Path err) {

        Outcome await() {
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                    throw new AssertionError("no end after " + PATIENCE_SECONDS + " s:\n" + Files.readString(out)
                            + Files.readString(err));
                }
                return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        /** Waits until a file has a number of lines. */
        void untilLines(Path file, int lines) throws IOException, InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!Files.exists(file) || Files.readAllLines(file).size() < lines) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new AssertionError(file + " never had " + lines + " lines:\n" + Files.readString(err));
                }
                Thread.sleep(50);
            }
        }
    }
}
