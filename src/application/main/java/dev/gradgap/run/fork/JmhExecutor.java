package dev.gradgap.run.fork;

import dev.gradgap.results.Check;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.Executor;
import dev.gradgap.run.fork.ForkReport.Entry;
import dev.gradgap.run.suite.Settings;
import dev.gradgap.text.UserError;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.CompilerHints;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Version;

/**
 * Measures through JMH, one fork a call. JMH's own result files are not used: they are written only at the end, drop
 * failed benchmarks, and depend on the locale.
 */
public final class JmhExecutor implements Executor, AutoCloseable {

    private static final String BENCHMARK = "dev.gradgap.benchmarks.DerivativeBenchmark";

    /** Not every Java installation has it; engines that can use it do without where it is missing. */
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    /** The methods that JMH generates around a benchmark: what calls it, and counts. */
    private static final String LOOPS_OF_JMH = "dev.gradgap.benchmarks.jmh_generated.*::*_jmhStub";

    /** What the compiled technology generates. */
    private static final String GENERATED = "dev/gradgap/engine/compiled/Generated*.*";

    /** The first Java whose JVM warns of sun.misc.Unsafe, which JMH uses in every fork. */
    private static final int FIRST_WARNING_OF_UNSAFE = 24;

    /** Variables whose options a JVM takes before those of its command line, and after. */
    private static final List<String> OPTIONS_BEFORE = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    private static final String OPTIONS_AFTER = "_JAVA_OPTIONS";

    private final RunHeader header;
    private final Path directory;
    private final Path faults;
    private final PrintStream console = System.err;
    private final FileStamps measured;
    private final Path reportFile;
    private final Path turnsFile;
    private final Path compilations;
    private final Path recordings;
    private final ClassArchive classArchive;
    private final AllSides allSides = new AllSides();
    private final ScheduledExecutorService watchdog;

    /**
     * An executor.
     *
     * @param header the run whose cells it measures; plug-in jars are put on the class path of the forks
     * @param directory the run's directory; what an engine planned wrong is kept in a folder there
     * @param scratch for what forks need while the run lasts
     */
    public JmhExecutor(RunHeader header, Path directory, PrivateFolder scratch) {
        this.header = header;
        this.directory = directory;
        faults = directory.resolve(RunDirectory.FAULTS).toAbsolutePath();
        addToClassPathOfForks(header.plugins());
        try {
            Path forks = Files.createTempDirectory(scratch.path(), "forks");
            reportFile = forks.resolve("report.properties");
            turnsFile = forks.resolve("turns");
            compilations = forks.resolve("compilations.log");
            recordings = Files.createDirectory(forks.resolve("recordings"));
            classArchive = new ClassArchive(forks);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the temporary directory: " + e.getMessage(), e);
        }
        measured = FileStamps.of(
                Stream.of(classPath().split(File.pathSeparator)).map(Path::of).toList());
        watchdog = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "fork-watchdog");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The JVM arguments of every fork, the same for all engines. */
    static List<String> jvmArguments(Settings settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xms" + settings.heap(),
                "-Xmx" + settings.heap(),
                "-XX:+UseSerialGC",
                // A small young generation is soon touched whole: no page faults of fresh memory while measuring.
                "-XX:NewRatio=7",
                // The classes that an engine generates are hidden, and what a fork runs is looked up by its stack.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+ShowHiddenFrames",
                // JMH's loop around what is measured is in its last tier after some tens of calls. By itself it would
                // be interpreted 60,000 times, which for short calls is longer than a measured iteration.
                "-XX:CompileCommand=quiet",
                "-XX:CompileCommand=CompileThresholdScaling," + LOOPS_OF_JMH + ",0.001",
                // A short loop of a large generated function runs once a call: by itself it would never leave the lower
                // tiers, where vectors are boxed. Its profile has nothing to wait for: it has no branch but its end.
                "-XX:CompileCommand=CompileThresholdScaling," + GENERATED + ",0.02",
                // A full collection leaves no garbage, so that what is live can be counted.
                "-XX:MarkSweepDeadRatio=0",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        if (ModuleFinder.ofSystem().find(VECTOR_MODULE).isPresent()) {
            arguments.add("--add-modules=" + VECTOR_MODULE);
        }
        if (Runtime.version().feature() >= FIRST_WARNING_OF_UNSAFE) {
            arguments.add("--sun-misc-unsafe-memory-access=allow");
        }
        return arguments;
    }

    /**
     * All arguments of the forks, with those that they get from variables of the environment; of several that contradict
     * each other the last counts.
     */
    static List<String> jvmArguments(Settings settings, Map<String, String> variables) {
        List<String> arguments = new ArrayList<>();
        OPTIONS_BEFORE.forEach(variable -> arguments.addAll(words(variables.get(variable))));
        arguments.addAll(jvmArguments(settings));
        arguments.addAll(words(variables.get(OPTIONS_AFTER)));
        return arguments;
    }

    private static List<String> words(String options) {
        return options == null || options.isBlank()
                ? List.of()
                : List.of(options.strip().split("\\s+"));
    }

    /** How forks are started, for the record. */
    public static Environment.Harness harness(Settings settings, List<String> plugins) {
        CompilerHints.CompilerHintsSelect blackholes = CompilerHints.compilerHintsSelect();
        return new Environment.Harness(
                Version.getPlainVersion(),
                (blackholes.isEnabled() ? "compiler" : "full") + (blackholes.isAuto() ? ", auto-detected" : ", forced"),
                jvmArguments(settings, System.getenv()),
                plugins.size());
    }

    /** JMH gives its forks this process's class path; plug-in jars must be on it. */
    private static void addToClassPathOfForks(List<String> jars) {
        List<String> path = new ArrayList<>(List.of(classPath()));
        jars.stream().filter(jar -> !path.get(0).contains(jar)).forEach(path::add);
        System.setProperty("java.class.path", String.join(File.pathSeparator, path));
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    @Override
    public ForkResult execute(int index, PlannedCell cell, int round, Optional<Method> method) {
        return execute(index, cell, round, method, Optional.empty());
    }

    /**
     * Runs one fork.
     *
     * @param turns where it asks another process for its turns to measure; empty if it runs alone
     * @throws UserError if what is measured is no longer what it was when the run began: such a fork is none of this run
     */
    public ForkResult execute(int index, PlannedCell cell, int round, Optional<Method> method, Optional<String> turns) {
        Settings settings = Settings.of(header, cell);
        Instant startedAt = Instant.now();
        long start = System.nanoTime();
        AtomicBoolean timedOut = new AtomicBoolean();
        Collection<RunResult> results;
        String error = "";
        try {
            Files.deleteIfExists(reportFile);
            if (turns.isPresent()) {
                Files.writeString(turnsFile, turns.get());
            }
            ScheduledFuture<?> alarm = watchdog.schedule(
                    () -> {
                        timedOut.set(true);
                        killForks();
                    },
                    settings.forkTimeoutSeconds(),
                    TimeUnit.SECONDS);
            try {
                results = run(options(index, cell, settings, round, method, turns));
            } finally {
                alarm.cancel(false);
            }
        } catch (RunnerException e) {
            results = List.of();
            error = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the temporary directory: " + e.getMessage(), e);
        }
        requireUnchanged();
        double seconds = (System.nanoTime() - start) * 1e-9;
        String moment = startedAt.toString();
        if (timedOut.get()) {
            String reason = "the fork was killed after " + settings.forkTimeoutSeconds() + " s (fork_timeout_s)";
            return ForkResult.notMeasured(index, round, Status.FAILED, reason, moment, seconds);
        }
        classArchive.ended(jvmArguments(settings));
        ForkReport report = ForkReport.read(reportFile);
        Optional<BenchmarkResult> measured = results.stream()
                .flatMap(result -> result.getBenchmarkResults().stream())
                .findFirst();
        Status status = report.status().orElse(Status.FAILED);
        if (status != Status.OK || measured.isEmpty()) {
            String reason = !report.reason().isEmpty()
                    ? report.reason()
                    : "the fork ended without a result (killed, or its JVM crashed)"
                            + (error.isEmpty() ? "" : ": " + error);
            return ForkResult.notMeasured(
                    index, round, status == Status.OK ? Status.FAILED : status, reason, moment, seconds);
        }
        ForkResult result = measured(index, round, report, measured.get(), settings, moment, seconds);
        allSides.ended(result);
        return result;
    }

    private void requireUnchanged() {
        measured.changed().ifPresent(file -> {
            throw new UserError(file + " was replaced, overwritten or removed while it was measured; what was measured"
                    + " before is kept in " + directory + ": carry on with --resume and the same jars, or start anew");
        });
    }

    /** Runs a fork, whose output, if it has any, becomes error output of this process. */
    private Collection<RunResult> run(Options options) throws RunnerException {
        try (PrintStream out = new PrintStream(new IncubatorWarnings(console), true, Charset.defaultCharset())) {
            return new Runner(options, OutputFormatFactory.createFormatInstance(out, VerboseMode.SILENT)).run();
        }
    }

    @SuppressWarnings("rawtypes") // JMH's own Result
    private ForkResult measured(
            int index,
            int round,
            ForkReport report,
            BenchmarkResult result,
            Settings settings,
            String moment,
            double seconds) {
        // A sampled iteration timed single passes; the whole operator is what is done once plus all of them.
        boolean sampled = report.method() == Method.SAMPLED;
        double times = sampled ? report.whole(Entry.PASSES).orElse(1) : 1;
        double once = sampled ? report.number(Entry.START_NS).orElse(0) : 0;
        List<Double> timesNs = new ArrayList<>();
        for (IterationResult iteration : result.getIterationResults()) {
            timesNs.add(once + times * iteration.getPrimaryResult().getScore());
        }
        SteadyIterations steady = SteadyIterations.of(timesNs, report, settings.iterations());
        OptionalDouble allocated = result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(entry -> times * entry.getValue().getScore())
                .filter(Double::isFinite)
                .findFirst();
        OptionalDouble error = report.number(Entry.MAX_REL_ERROR);
        return new ForkResult(
                index,
                round,
                steady.objection().isEmpty() ? Status.OK : Status.UNSTEADY,
                report.method(),
                steady.objection(),
                report.whole(Entry.OPERATIONS),
                report.whole(Entry.PASSES),
                steady.timesNs(),
                report.memory().withAllocBytes(allocated),
                new Check(error.isPresent(), error),
                moment,
                seconds,
                report.number(Entry.RECORDING_SECONDS).orElse(0),
                report.evidence());
    }

    private Options options(
            int index,
            PlannedCell cell,
            Settings settings,
            int round,
            Optional<Method> method,
            Optional<String> turns) {
        List<String> arguments = new ArrayList<>(jvmArguments(settings));
        arguments.add("-D" + ForkReport.PROPERTY + "=" + reportFile);
        arguments.add("-D" + ForkReport.FAULTS + "=" + faults);
        arguments.add("-D" + ForkReport.RECORDINGS + "=" + recordings);
        arguments.add("-D" + ForkReport.COMPILATIONS + "=" + compilations);
        arguments.add("-Xlog:jit+compilation=debug:file=" + compilations + ":none:filecount=0");
        arguments.addAll(classArchive.arguments());
        if (turns.isPresent()) {
            arguments.add("-D" + Turn.PROPERTY + "=" + turnsFile);
        }
        return new OptionsBuilder()
                .include("^" + BENCHMARK.replace(".", "\\.") + "\\."
                        + cell.operator().label() + "$")
                .param("workload", cell.workload())
                .param("inputs", Integer.toString(cell.inputs()))
                .param("engine", cell.engine())
                .param("method", method.map(Method::label).orElse("auto"))
                .param("seed", Long.toString(header.seed()))
                .param("round", Integer.toString(round))
                .param("fromAllSides", Boolean.toString(allSides.isDue(index, round, method)))
                .param("sampleAboveMs", Integer.toString(settings.sampleAboveMs()))
                .forks(1)
                .warmupIterations(settings.warmupIterations())
                .warmupTime(TimeValue.milliseconds(settings.warmupMs()))
                .measurementIterations(settings.iterations() + SteadyIterations.spare(settings.iterations()))
                .measurementTime(TimeValue.milliseconds(settings.iterationMs()))
                .addProfiler(GCProfiler.class)
                .jvmArgs(arguments.toArray(String[]::new))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(false)
                .build();
    }

    private static void killForks() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        killForks();
    }
}
