package dev.gradgap.fuzz;

import dev.gradgap.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;

/**
 * Gives the program files and command lines that nobody should: damaged at random, or with one value that cannot be right. The
 * same seed gives the same inputs. Not with jqwik: a campaign runs for as long as it is given, and its failures are told by a
 * seed that is one input.
 *
 * <p>By hand, after {@code mvn test-compile}: {@code java -cp ... dev.gradgap.fuzz.FuzzDriver INPUTS SEED}.
 */
public final class FuzzDriver {

    private static final int PATIENCE_SECONDS = 5;
    private static final int INTERNAL_ERROR = 70;
    private static final int TOLD = 1000;
    private static final int USAGE = 3;

    private final FuzzCases cases;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "fuzz");
        daemon.setDaemon(true);
        return daemon;
    });
    private final Map<String, Integer> counts = new TreeMap<>();

    /**
     * A driver.
     *
     * @param folder where files are written; every input has its own folder in it, which is removed
     */
    FuzzDriver(Path folder) throws IOException {
        cases = new FuzzCases(folder);
    }

    /** A campaign by hand. */
    public static void main(String[] arguments) throws IOException {
        int inputs = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Path folder = Files.createTempDirectory("gradgap-fuzz");
        leaveOutPictures();
        FuzzDriver driver = new FuzzDriver(folder);
        int failures = 0;
        for (long k = seed; k < seed + inputs; k++) {
            String failure = driver.tried(k);
            if (!failure.isEmpty()) {
                failures++;
                System.out.println("seed " + k + ": " + failure);
            }
            if ((k - seed) % TOLD == TOLD - 1) {
                System.out.println((k - seed + 1) + " inputs, " + failures + " failures"); // it may be ended any time
            }
        }
        System.out.println(inputs + " inputs from seed " + seed + ", " + failures + " failures " + driver.counts());
        System.exit(failures == 0 ? 0 : 1);
    }

    /** Coding PNG files takes longer than all else together, and has nothing to do with what is read. */
    private static void leaveOutPictures() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        Iterator<ImageWriterSpi> writers = registry.getServiceProviders(
                ImageWriterSpi.class,
                writer -> List.of(((ImageWriterSpi) writer).getFormatNames()).contains("png"),
                true);
        writers.forEachRemaining(registry::deregisterServiceProvider);
    }

    /** How often each kind of input ended in each exit code. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** Tries the input of a seed; says what is wrong with how the program took it, nothing if it is fine. */
    String tried(long seed) throws IOException {
        FuzzCases.Input input = cases.input(new SplittableRandom(seed));
        return tried(input, outcome -> problem(input, outcome));
    }

    /** Tries files that are not damaged; says which of them the program does not take. */
    List<String> refusedThoughGood() throws IOException {
        List<String> refused = new ArrayList<>();
        for (FuzzCases.Input input : cases.undamaged()) {
            String problem = tried(input, outcome -> outcome.exitCode == 0 && outcome.err.isEmpty() ? "" : "refused");
            if (!problem.isEmpty()) {
                refused.add(problem);
            }
        }
        return refused;
    }

    private String tried(FuzzCases.Input input, Function<Outcome, String> judge) throws IOException {
        try {
            Outcome outcome =
                    thread.submit(() -> Outcome.of(input.arguments())).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            counts.merge(input.kind() + " -> " + outcome.exitCode, 1, Integer::sum);
            String problem = judge.apply(outcome);
            return problem.isEmpty() ? "" : input + ": " + problem + ": " + outcome;
        } catch (TimeoutException e) {
            return input + ": no end after " + PATIENCE_SECONDS + " s";
        } catch (ExecutionException e) {
            return input + ": " + e.getCause();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            input.remove();
        }
    }

    private static String problem(FuzzCases.Input input, Outcome outcome) {
        if (outcome.exitCode == INTERNAL_ERROR || outcome.err.contains("internal error")) {
            return "an internal error";
        }
        if (outcome.exitCode < 0 || outcome.exitCode > INTERNAL_ERROR) {
            return "an exit code without a meaning";
        }
        if ((outcome.out + outcome.err).contains("\tat ")) {
            return "a stack trace";
        }
        long errors =
                outcome.err.lines().filter(line -> line.startsWith("error: ")).count();
        if (outcome.exitCode == USAGE && errors != 1) {
            return "a refusal that is not one line";
        }
        if (outcome.err.lines().anyMatch(line -> line.length() > 5000)) {
            return "a message that nobody reads";
        }
        if (outcome.err.chars().anyMatch(c -> c != '\n' && c != '\r' && Character.isISOControl(c))) {
            return "a message with control characters";
        }
        return input.isWrong() && outcome.exitCode == 0 && outcome.err.isEmpty()
                ? "nonsense was taken without a word"
                : "";
    }

    /** What a command printed and returned. */
    private record Outcome(int exitCode, String out, String err) {

        static Outcome of(List<String> arguments) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
            return new Outcome(exitCode, out.toString(), err.toString());
        }

        @Override
        public String toString() {
            String text = "exit code " + exitCode + ", " + err + out;
            String begin = text.lines().limit(4).collect(Collectors.joining(" | "));
            return begin.substring(0, Math.min(500, begin.length()));
        }
    }

    /** Stops the thread. */
    void close() {
        thread.shutdownNow();
    }

    /** A command line as a user would type it. */
    static String typed(List<String> arguments) {
        return arguments.stream()
                .map(argument -> argument.length() > 60 ? argument.substring(0, 60) + "..." : argument)
                .map(argument -> "'" + argument + "'")
                .collect(Collectors.joining(" "));
    }
}
