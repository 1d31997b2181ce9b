package dev.gradgap.cli;

import dev.gradgap.catalog.Watchdog;
import dev.gradgap.cli.option.SeedConverter;
import dev.gradgap.run.fork.ForeignExit;
import dev.gradgap.task.FaultException;
import dev.gradgap.task.WrongDerivativeException;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.terminal.StandardOutput;
import dev.gradgap.terminal.Terminal;
import dev.gradgap.text.UserError;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where the program starts: finds the subcommand, and turns whatever goes wrong into one line and an exit code. */
@Command(
        name = "java -jar benchmarks.jar",
        description = "Measures what N forward-mode passes cost against one reverse-mode pass.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        scope = ScopeType.INHERIT,
        footer = {
            "",
            "Without a command: the same as run --suite quick.",
            "",
            "Exit codes: 0 fine, 1 regression, 2 inconclusive, 3 bad usage, 4 wrong gradient, 5 some cells failed,",
            "6 some derivatives could not be judged, 70 an error of this program."
        })
public final class Main {

    private static final int HELP_WIDTH = 110;
    private static final int PATIENCE_SECONDS = 5;

    /** In the order of the help text. */
    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            ListCommand.class,
            GradientCommand.class,
            VerifyCommand.class,
            ExplainCommand.class,
            DescendCommand.class,
            AdviseCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            CalibrateCommand.class,
            MergeCommand.class,
            AgreeCommand.class,
            HistoryCommand.class,
            TrendCommand.class,
            MeasureCommand.class,
            JmhCommand.class);

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Where something goes wrong, prints where in the program.")
    private boolean stackTrace;

    private Main() {}

    /** As {@link Launcher#main}, for those who name this class. */
    public static void main(String[] args) {
        Launcher.main(args);
    }

    /** Runs the program in this process and ends it. */
    static void start(String... args) {
        StandardOutput output = StandardOutput.open();
        if (!isJmh(args)) {
            System.setOut(System.err); // what a plug-in prints must not stand in an answer that another program reads
        }
        PrintWriter err = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true);
        ForeignExit.watch(
                place -> end(err, place + " called System.exit, and so ended the program before it was done"));
        Watchdog.start(problem -> end(err, problem));
        int exitCode = run(output.writer(), err, ansi(), args);
        String failure = output.finish().orElse("");
        if (!failure.isEmpty()) {
            err.println("error: cannot write to standard output: " + failure);
            exitCode = ExitCode.USAGE;
        }
        int said = Relaunch.said(exitCode);
        endLater(said);
        System.exit(said);
    }

    /** A plug-in may have asked Java to run code of its own at the end, which need not come to one. */
    private static void endLater(int exitCode) {
        Thread thread = new Thread(
                () -> {
                    try {
                        TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(exitCode);
                },
                "last-resort");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the process at once, whatever code of others does in it. */
    private static void end(PrintWriter err, String problem) {
        err.println("error: " + problem);
        Runtime.getRuntime().halt(Relaunch.said(ExitCode.USAGE));
    }

    /**
     * Runs a command without colours.
     *
     * @param out receives what the command is asked for
     * @param err receives messages
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(out, err, Ansi.OFF, args);
    }

    private static int run(PrintWriter out, PrintWriter err, Ansi ansi, String... args) {
        Main main = new Main();
        String[] effective = rewritten(args);
        try {
            if (isJmh(args)) { // before picocli, which would take some for itself
                return JmhCommand.delegate(Arrays.copyOfRange(args, 1, args.length));
            }
            CommandLine commandLine = new CommandLine(main);
            commands(effective[0]).forEach(commandLine::addSubcommand);
            return commandLine
                    .setOut(out)
                    .setErr(err)
                    .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                    .setUsageHelpWidth(HELP_WIDTH)
                    .setExpandAtFiles(false)
                    .registerConverter(long.class, new SeedConverter())
                    .registerConverter(Long.class, new SeedConverter())
                    .setParameterExceptionHandler(
                            (problem, arguments) -> main.report(UsageErrors.describe(problem), err))
                    .setExecutionExceptionHandler((problem, command, result) -> main.report(problem, err))
                    .execute(effective);
        } catch (Exception | Error problem) {
            return main.report(problem, err);
        }
    }

    private static boolean isJmh(String... args) {
        return args.length > 0 && args[0].equals(JmhCommand.NAME);
    }

    /** The command of a name, or all if there is none: reading all their options takes longer than most of them run. */
    private static List<Class<?>> commands(String name) {
        if (name.equals("--version")) {
            return List.of();
        }
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> command.getAnnotation(Command.class).name().equals(name))
                .toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    /** What is meant by no arguments, and by {@code help} and {@code help COMMAND}. */
    private static String[] rewritten(String... args) {
        if (args.length == 0) {
            return new String[] {"run", "--suite", "quick"};
        }
        if (args.length <= 2 && args[0].equals("help")) {
            return args.length == 1 ? new String[] {"--help"} : new String[] {args[1], "--help"};
        }
        return args;
    }

    private int report(Throwable problem, PrintWriter err) {
        int exitCode = ExitCode.USAGE;
        if (problem instanceof UserError || problem instanceof UncheckedIOException) {
            err.println("error: " + problem.getMessage());
        } else if (problem instanceof WrongDerivativeException) {
            exitCode = ExitCode.WRONG_GRADIENT;
            err.println("error: " + problem.getMessage());
        } else if (problem instanceof OutOfMemoryError) {
            long heap = Runtime.getRuntime().maxMemory() >> 20;
            err.println("error: out of memory: the heap may grow to " + heap
                    + " MiB; choose fewer --inputs, or start with java -Xmx and more");
        } else if (problem instanceof FaultException) {
            exitCode = ExitCode.INTERNAL_ERROR;
            err.println(problem.getMessage() + " (please report it, with that file)");
        } else {
            exitCode = ExitCode.INTERNAL_ERROR;
            err.println("internal error: " + UserError.describe(problem)
                    + (stackTrace ? "" : " (please report it, with what --stacktrace adds)"));
        }
        if (stackTrace) {
            problem.printStackTrace(err);
        }
        return exitCode;
    }

    /** Colours if a terminal can show them and the environment does not forbid them (https://no-color.org). */
    private static Ansi ansi() {
        return Terminal.isTerminal() && Ansi.AUTO.enabled() ? Ansi.ON : Ansi.OFF;
    }
}
