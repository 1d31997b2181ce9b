package dev.gradgap.benchmarks;

import dev.gradgap.engine.BrokenEngineException;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.graph.WrongPlanException;
import dev.gradgap.results.Status;
import dev.gradgap.run.fork.ForeignExit;
import dev.gradgap.run.fork.ForkReport;
import dev.gradgap.run.fork.ParentWatch;
import dev.gradgap.run.fork.Turn;
import dev.gradgap.text.UserError;
import dev.gradgap.verify.FaultFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * The operators of one engine on one workload, in average nanoseconds.
 *
 * <p>Successive calls are chained: each one's point depends on the one before (by adding zero times its result), so that
 * a processor cannot overlap calls and make small functions look cheaper than they are; and no two points that follow each
 * other are the same ({@link ChangingPoint}).
 *
 * <p>With {@code method=sampled}, {@link #gradient} and {@link #jacobian} time one randomly chosen pass an invocation
 * instead of all of them; with {@code auto} the fork decides by its own estimate. By hand:
 *
 * <pre>java -jar benchmarks.jar jmh DerivativeBenchmark.gradient -p workload=rosenbrock -p inputs=1024 -p engine=graph-reverse
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class DerivativeBenchmark {

    /** A workload's name, as {@code list workloads} shows it. */
    @Param("rosenbrock")
    public String workload;

    /** The number of inputs. */
    @Param("1024")
    public int inputs;

    /** An engine's name, as {@code list engines} shows it. */
    @Param("graph-reverse")
    public String engine;

    /** {@code measured}, {@code sampled}, or {@code auto}: sampled if the whole would take longer than the budget. */
    @Param("auto")
    public String method;

    /** The seed of the workload and of the sample of passes. */
    @Param("1")
    public long seed;

    /** Distinguishes the samples of passes that different forks draw. */
    @Param("0")
    public int round;

    /** Whether the engine is verified from all sides once it has been timed, and what it holds is counted. */
    @Param("true")
    public boolean fromAllSides;

    /** What a whole forward gradient may take before {@code auto} samples it, in milliseconds. */
    @Param("200")
    public int sampleAboveMs;

    private final ForkReport report = ForkReport.empty();
    private final Turn turn = Turn.ofThisFork();
    private final CompilationLog compilations = CompilationLog.ofThisFork();
    private final Watch watch = new Watch(compilations);
    private Subject subject;

    /** Prepares the engine, verifies its derivatives, and decides whether to sample. */
    @Setup
    public void setUp(BenchmarkParams params) {
        if (ForkReport.isAwaited()) {
            ParentWatch.start();
            ForeignExit.watch(
                    place -> report.ended(Status.FAILED, describe() + " failed: " + place + " called System.exit")
                            .write());
        }
        String name = params.getBenchmark();
        Operator operator =
                Operator.valueOf(name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
        try {
            subject = Subject.prepare(operator, this, report, compilations);
            report.write();
        } catch (Throwable t) {
            throw ended(t);
        }
    }

    /** Waits, if this fork measures by turns with another one, and begins to watch. */
    @Setup(Level.Iteration)
    public void beginTurn(IterationParams iteration) {
        if (iteration.getType() == IterationType.MEASUREMENT) {
            turn.begin();
            watch.begin();
        }
    }

    /** Lets the other fork measure. */
    @TearDown(Level.Iteration)
    public void endTurn(IterationParams iteration) {
        if (iteration.getType() == IterationType.MEASUREMENT) {
            watch.end();
            turn.end();
        }
    }

    /** Adds what is only known, or may only be found out, once the timing is over. */
    @TearDown
    public void tearDown() {
        try {
            report.evidence(watch.evidence());
            subject.finish(report, fromAllSides);
            report.ended(Status.OK, "").write();
        } catch (Throwable t) {
            throw ended(t);
        } finally {
            turn.close();
        }
    }

    /** The function's value. */
    @Benchmark
    public double primal() {
        try {
            return subject.primal();
        } catch (Throwable t) {
            throw ended(t);
        }
    }

    /** Making the engine ready for the function. */
    @Benchmark
    public Object prepare() {
        try {
            return subject.prepareAgain();
        } catch (Throwable t) {
            throw ended(t);
        }
    }

    /** The forward sweep of reverse mode. */
    @Benchmark
    public double record() {
        try {
            return subject.record();
        } catch (Throwable t) {
            throw ended(t);
        }
    }

    /** One tangent from the inputs to the outputs. */
    @Benchmark
    public double pushforward() {
        try {
            return subject.pushforward();
        } catch (Throwable t) {
            throw ended(t);
        }
    }

    /** One adjoint from the outputs to the inputs. */
    @Benchmark
    public double pullback() {
        try {
            return subject.pullback();
        } catch (Throwable t) {
            throw ended(t);
        }
    }

    /** All derivatives of a function with one output, or a random one of its passes. */
    @Benchmark
    public double gradient() {
        try {
            return subject.derivatives();
        } catch (Throwable t) {
            throw ended(t);
        }
    }

    /** All derivatives of a function with several outputs, or a random one of its passes. */
    @Benchmark
    public double jacobian() {
        try {
            return subject.derivatives();
        } catch (Throwable t) {
            throw ended(t);
        }
    }

    /** Leaves the reason in the report before the fork ends. */
    private RuntimeException ended(Throwable t) {
        if (t instanceof SkippedException || t instanceof RefusedException) {
            report.ended(Status.SKIPPED, t.getMessage());
        } else if (t instanceof WrongPlanException fault) {
            Optional<Path> folder =
                    Optional.ofNullable(System.getProperty(ForkReport.FAULTS)).map(Path::of);
            report.ended(Status.FAILED, FaultFile.keep(fault, engine, workload, folder));
        } else if (t instanceof OutOfMemoryError) {
            long heap = Runtime.getRuntime().maxMemory() >> 20;
            report.ended(Status.FAILED, "out of memory: " + t.getMessage() + " (heap of " + heap + " MiB)");
        } else if (t instanceof RejectedException) {
            report.ended(Status.FAILED, t.getMessage());
        } else if (t instanceof UnverifiedException) {
            report.ended(Status.UNVERIFIED, t.getMessage());
        } else {
            String how = t instanceof BrokenEngineException ? t.getMessage() : UserError.describe(t);
            report.ended(Status.FAILED, describe() + " failed: " + how);
        }
        report.write();
        return new IllegalStateException(t);
    }

    private String describe() {
        return engine + " on " + workload + " with " + inputs + (inputs == 1 ? " input" : " inputs");
    }
}
