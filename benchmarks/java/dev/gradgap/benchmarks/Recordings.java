package dev.gradgap.benchmarks;

import dev.gradgap.run.fork.ForkReport;
import dev.gradgap.run.fork.ForkReport.Entry;
import dev.gradgap.run.fork.IncubatorWarnings;
import dev.gradgap.verify.recording.Expectations;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What other processes have recorded of the functions that a run measures: a file for each function, made by a {@link Recorder}
 * when a fork first needs it, and kept as long as the run lasts.
 */
final class Recordings {

    private final Path directory;
    private final boolean kept; // for other forks
    private final PrintStream console = System.err; // stays open

    private Recordings(Path directory, boolean kept) {
        this.directory = directory;
        this.kept = kept;
    }

    /** Those of the run that this fork belongs to; if it belongs to none, as one of JMH's own, those of this fork alone. */
    static Recordings ofThisFork() {
        String given = System.getProperty(ForkReport.RECORDINGS);
        try {
            return given != null
                    ? new Recordings(Path.of(given), true)
                    : new Recordings(Files.createTempDirectory("gradgap-recordings"), false);
        } catch (IOException e) {
            throw cannotUse(e);
        }
    }

    /**
     * What is right for a workload; if it could not be recorded, expectations that say why.
     *
     * @param name the workload's name
     * @param report is told how long it took, if it has not been recorded before
     */
    Expectations of(String name, int inputs, long seed, ForkReport report) {
        Path file = directory.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8) + "-" + inputs + "-" + seed);
        try {
            if (Files.notExists(file)) {
                long start = System.nanoTime();
                record(file, name, inputs, seed);
                report.set(Entry.RECORDING_SECONDS, (System.nanoTime() - start) * 1e-9);
            }
            Expectations expectations = read(file);
            if (!kept) {
                Files.delete(file);
                Files.delete(directory);
            }
            return expectations;
        } catch (IOException e) {
            throw cannotUse(e);
        }
    }

    private static UncheckedIOException cannotUse(IOException e) {
        return new UncheckedIOException("cannot use the temporary directory: " + e.getMessage(), e);
    }

    /** Lets another process record. A fork that is killed meanwhile leaves no file, so that the next one tries again. */
    private void record(Path file, String name, int inputs, long seed) throws IOException {
        Path unfinished = Files.createTempFile(directory, "unfinished", "");
        Path reportFile = Files.createTempFile(directory, "report", "");
        List<String> command = command(reportFile);
        command.addAll(List.of(name, Integer.toString(inputs), Long.toString(seed), unfinished.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream out = new IncubatorWarnings(console)) {
            process.getInputStream().transferTo(out);
        }
        int exitCode = exitCode(process);
        ForkReport report = ForkReport.read(reportFile);
        boolean recorded = report.status().isPresent() && report.reason().isEmpty();
        if (!recorded) {
            String reason = report.reason().isEmpty()
                    ? "the process that records ended before it had, with exit code " + exitCode
                    : report.reason();
            write(Expectations.missing(reason), unfinished);
        }
        Files.delete(reportFile);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Expectations read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return Expectations.read(in);
        }
    }

    private static void write(Expectations expectations, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            expectations.write(out);
        }
    }

    /** A JVM like this one, except for what JMH tells this one's compilers. */
    private static List<String> command(Path report) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-XX:CompileCommand"))
                .forEach(command::add);
        command.add("-D" + ForkReport.PROPERTY + "=" + report);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Recorder.class.getName());
        return command;
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while numbers were recorded", e);
        }
    }
}
