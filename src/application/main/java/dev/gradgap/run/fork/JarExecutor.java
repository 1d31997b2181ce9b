package dev.gradgap.run.fork;

import dev.gradgap.catalog.Watchdog;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.JournalJson;
import dev.gradgap.text.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Measures with the program of another jar, in a process of that jar: its command {@code measure} is told cells and answers
 * with what their forks reported.
 */
public final class JarExecutor implements AutoCloseable {

    /** The command of the other jar. */
    public static final String COMMAND = "measure";

    /** What it says once it can be told cells, to be measured by turns if so wanted. */
    public static final String READY = "ready, takes turns";

    private static final String READY_WITHOUT_TURNS = "ready"; // what the first versions say

    private static final String MAIN_CLASS = "dev.gradgap.cli.Main";
    private static final long PATIENCE_MILLIS = 2000;

    /** System properties that are as good for the other program as for this one. */
    private static final List<String> HANDED_ON = List.of("java.io.tmpdir", Watchdog.PROPERTY);

    private final Path jar;
    private final Process process;
    private final BufferedReader answers;
    private final Writer requests;
    private final BooleanSupplier stopped;
    private boolean takesTurns;

    private JarExecutor(Path jar, Process process, BooleanSupplier stopped) {
        this.jar = jar;
        this.process = process;
        this.stopped = stopped;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /**
     * Starts the other program.
     *
     * @param directory the directory of the run it is to measure, which has a journal; it writes its environment there
     * @param scratch gets a copy of the jar, which is what is measured
     * @param stopped whether the user wants to stop
     * @throws UserError if the file is no jar of the suite, or its program will not measure
     */
    public static JarExecutor start(Path jar, Path directory, PrivateFolder scratch, BooleanSupplier stopped) {
        requireSuite(jar);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java));
        HANDED_ON.stream()
                .filter(property -> System.getProperty(property) != null)
                .forEach(property -> command.add("-D" + property + "=" + System.getProperty(property)));
        command.addAll(List.of(
                "-cp", scratch.copy(jar.toAbsolutePath()).toString(), MAIN_CLASS, COMMAND, directory.toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
            JarExecutor executor = new JarExecutor(jar, process, stopped);
            String answer = executor.answer().orElse("");
            executor.takesTurns = answer.equals(READY);
            if (!executor.takesTurns && !answer.equals(READY_WITHOUT_TURNS)) {
                process.destroyForcibly();
                throw new UserError(jar + " will not measure; its error is above");
            }
            return executor;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + java + ": " + e.getMessage(), e);
        }
    }

    /**
     * Passes if a file is a jar with a suite that can be asked to measure.
     *
     * @throws UserError in one line that says what it is instead, if not
     */
    public static void requireSuite(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new UserError(jar + (Files.exists(jar) ? " is not a jar" : " does not exist"));
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.getEntry(MAIN_CLASS.replace('.', '/') + ".class") == null) {
                throw new UserError(jar + " is a jar without this suite; give a benchmarks.jar");
            }
            if (zip.getEntry("dev/gradgap/cli/MeasureCommand.class") == null) {
                throw new UserError(jar + " is from before there was a command compare, and cannot take part in one;"
                        + " build it from a later revision");
            }
        } catch (ZipException e) {
            throw new UserError(jar + " is not a jar: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar + ": " + e.getMessage(), e);
        }
    }

    /** Whether its forks can measure by turns with those of another program. */
    boolean takesTurns() {
        return takesTurns;
    }

    /**
     * Runs one fork.
     *
     * @param index the cell's position in the plan
     * @param round the round, from 0
     * @param method how to time it; empty to let the fork decide
     * @param turns where it asks {@link Turns} for its turns; empty if it runs alone
     */
    ForkResult execute(int index, int round, Optional<Method> method, Optional<String> turns) {
        String wanted = method.map(Method::label).orElse("either");
        try {
            requests.write(index + " " + round + " " + wanted
                    + turns.map(address -> " " + address).orElse("") + "\n");
            requests.flush();
        } catch (IOException e) {
            return ended(index, round);
        }
        Optional<String> answer = answer();
        try {
            return answer.isPresent()
                    ? JournalJson.fork(answer.get().getBytes(StandardCharsets.UTF_8))
                    : ended(index, round);
        } catch (IllegalArgumentException e) {
            throw new UserError(jar + " answered with what is no result of a fork: " + e.getMessage(), e);
        }
    }

    private Optional<String> answer() {
        try {
            return Optional.ofNullable(answers.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A result nobody will keep, if the process was ended because the user wants to stop. */
    private ForkResult ended(int index, int round) {
        long start = System.nanoTime();
        while (!stopped.getAsBoolean()) {
            if (System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS)) {
                throw new UserError(
                        "the process of " + jar + " ended in the middle of the comparison; what was measured"
                                + " is kept: carry on with --resume");
            }
            Thread.onSpinWait();
        }
        return ForkResult.notMeasured(index, round, Status.FAILED, "stopped", "", 0);
    }

    /** Lets the other program end. */
    @Override
    public void close() {
        try {
            requests.close();
        } catch (IOException e) {
            process.destroyForcibly(); // it has gone already
        }
    }
}
