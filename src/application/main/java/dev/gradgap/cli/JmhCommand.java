package dev.gradgap.cli;

import dev.gradgap.run.MachineLock;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jmh}: JMH's own command line. */
@Command(
        name = JmhCommand.NAME,
        description = "JMH's own command line, untouched.",
        footer = {
            "",
            "Examples:",
            "  jmh -h     JMH's options",
            "  jmh -l     the benchmarks there are",
            "  jmh DerivativeBenchmark.gradient -p workload=rosenbrock -p inputs=1024 -p engine=graph-reverse"
        })
final class JmhCommand implements Callable<Integer> {

    static final String NAME = "jmh";

    @Parameters(paramLabel = "ARGUMENT", description = "What JMH is given.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        return delegate(arguments.toArray(String[]::new));
    }

    /**
     * Runs JMH with its own arguments. Its exit codes are ours: its own 1 would mean that something became slower.
     *
     * @throws UserError if JMH does not understand them, or there is no such benchmark
     */
    static int delegate(String... arguments) throws IOException {
        if (List.of(arguments).contains("--help")) {
            return delegate("-h");
        }
        try {
            CommandLineOptions options = new CommandLineOptions(arguments);
            boolean shows = options.shouldHelp()
                    || options.shouldList()
                    || options.shouldListWithParams()
                    || options.shouldListProfilers()
                    || options.shouldListResultFormats();
            if (shows) {
                org.openjdk.jmh.Main.main(arguments);
            } else {
                return run(options);
            }
            return ExitCode.OK;
        } catch (CommandLineOptionException e) {
            throw new UserError("jmh: " + e.getMessage() + "; jmh -h lists JMH's options");
        } catch (NoBenchmarksException e) {
            throw new UserError("jmh: no benchmark matches; jmh -l lists them");
        } catch (RunnerException e) {
            System.err.println("jmh: " + e.getMessage());
            return ExitCode.CELLS_FAILED;
        }
    }

    /** JMH could not lock a machine on which another user has run it before. */
    @SuppressWarnings("try") // the lock is only held
    private static int run(CommandLineOptions options) throws RunnerException {
        if (Boolean.getBoolean(MachineLock.IGNORED_BY_JMH)) {
            return exitCode(new Runner(options).run());
        }
        try (MachineLock lock = MachineLock.take()) {
            return exitCode(new Runner(options).run());
        }
    }

    /** JMH itself goes on after a benchmark that failed, and ends well if all did. */
    private static int exitCode(Collection<RunResult> results) {
        boolean nothing =
                results.stream().allMatch(result -> result.getBenchmarkResults().isEmpty());
        if (nothing) {
            System.err.println("jmh: nothing was measured");
        }
        return nothing ? ExitCode.CELLS_FAILED : ExitCode.OK;
    }
}
