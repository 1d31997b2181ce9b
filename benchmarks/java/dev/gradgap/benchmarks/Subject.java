package dev.gradgap.benchmarks;

import static org.openjdk.jmh.annotations.CompilerControl.Mode.DONT_INLINE;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.engine.Asked;
import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.graph.Tracer;
import dev.gradgap.results.Memory;
import dev.gradgap.results.Method;
import dev.gradgap.run.fork.ForkReport;
import dev.gradgap.run.fork.ForkReport.Entry;
import dev.gradgap.statistics.PassSampler;
import dev.gradgap.verify.GradientCheck;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.verify.recording.Expectations;
import dev.gradgap.verify.recording.PointDependence;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.CompilerControl;

/**
 * What a fork measures: an engine prepared for a workload, verified, with every array it needs.
 *
 * <p>What is called over and over is never made part of its caller: so what the warm-up has compiled is what is measured,
 * and the log of compilations tells in which tier it is.
 */
final class Subject {

    private static final int LARGEST_SAMPLE = 1 << 16;
    private static final double USABLE_HEAP = 0.9;
    private static final double VERIFICATION_NANOS = 1e8;
    private static final int LARGEST_WARM_UP = 256;
    private static final long WARM_UP_NANOS = 50_000_000;
    private static final int FEWEST_PASSES_CHECKED = 2;
    private static final double SURELY_TOO_LONG = 1000; // times the budget, by a first pass that is still cold

    private static final int CALLS_FOR_GARBAGE = 3;
    private static final long OWN_GARBAGE = 64; // bytes: the result of a call as an object
    private static final double NANOS_OF_A_BYTE = 100;

    private final Engine engine;
    private final WorkloadFamily family;
    private final Workload workload;
    private final Operator operator;
    private final ChangingPoint point;
    private final double[] x; // the point's array
    private final double[] y;
    private final double[] outputVector;
    private final double[] inputVector;
    private final double[] derivatives;
    private Differentiator differentiator;
    private Optional<GradientCheck> once = Optional.empty(); // an oracle may take as long to make as to ask
    private Supplier<GradientCheck> fromAllSides;
    private boolean recordingBrokeDown;
    private int affordablePasses;
    private int[] sample = {};
    private int nextPass;
    private double firstPassNanos;

    private Subject(Engine engine, WorkloadFamily family, Workload workload, Operator operator) {
        this.engine = engine;
        this.family = family;
        this.workload = workload;
        this.operator = operator;
        point = new ChangingPoint(workload.point());
        x = point.array();
        y = new double[workload.outputs()];
        outputVector = filled(operator == Operator.PULLBACK || operator == Operator.PUSHFORWARD, workload.outputs());
        inputVector = filled(operator == Operator.PULLBACK || operator == Operator.PUSHFORWARD, workload.inputs());
        boolean all = operator.isAllDerivatives();
        derivatives = new double[all ? Math.multiplyExact(workload.inputs(), workload.outputs()) : 0];
        differentiator = Asked.prepare(engine, workload.function());
    }

    /**
     * Prepares the engine, verifies it, and warms up what is to be measured.
     *
     * @param compilations of this fork
     */
    static Subject prepare(
            Operator operator, DerivativeBenchmark cell, ForkReport report, CompilationLog compilations) {
        Catalog catalog = Catalog.load(List.of());
        Engine engine = catalog.engine(cell.engine);
        WorkloadFamily family = catalog.workload(cell.workload);
        if (!engine.operators().contains(operator)) {
            throw new RejectedException("engine " + engine.name() + " has no operator " + operator.label());
        }
        long outputs = family.outputs(cell.inputs);
        long vectors =
                8L * 4 * (cell.inputs + outputs) + (operator == Operator.JACOBIAN ? 8 * outputs * cell.inputs : 0);
        skipWhatCannotFit(vectors, 0);
        Workload workload = family.create(cell.inputs, cell.seed);
        Asked.refusal(engine, workload.function()).ifPresent(reason -> {
            throw new SkippedException(reason);
        });
        skipIfBranching(engine, family, cell);
        OptionalLong operations = family.operations(cell.inputs);
        if (operations.isPresent()) {
            skipWhatCannotFit(
                    vectors,
                    Asked.predictedBytes(engine, cell.inputs, outputs, operations.getAsLong())
                            .orElse(0));
        }
        Optional<Thread> touching =
                promisesNoGarbage(engine, operator) ? Optional.empty() : Optional.of(YoungGeneration.touching());
        if (cell.inputs > LARGEST_WARM_UP) {
            warmUpSmallMember(engine, family, operator, cell);
        }
        Optional<Expectations> expectations = expectations(workload, cell, report);
        Subject subject = new Subject(engine, family, workload, operator);
        report.set(Entry.PASSES, subject.passes());
        subject.verify(expectations, cell, report);
        touching.ifPresent(Subject::await);
        subject.choosePasses(cell, report, compilations);
        subject.changePoint();
        WarmUp.Result warm = WarmUp.ofThisJvm(compilations).run(subject::invoke);
        warm.cold()
                .or(() -> subject.brokenWord(warm.nanos()))
                .or(() -> subject.slowStart(warm.nanos(), cell.round))
                .ifPresent(report::cold);
        return subject;
    }

    private Optional<String> slowStart(double callNanos, int round) {
        return SlowStart.isToBeWatched(engine, round)
                ? SlowStart.of(this::invoke, callNanos, System::nanoTime, Subject::processorNanos)
                : Optional.empty();
    }

    /** The sum may be more than a long holds. */
    private static void skipWhatCannotFit(long vectors, long engines) {
        long heap = Runtime.getRuntime().maxMemory();
        double bytes = (double) vectors + engines;
        if (bytes > USABLE_HEAP * heap) {
            throw new SkippedException("would need about " + (long) (bytes / (1 << 20)) + " MiB of heap; the fork has "
                    + (heap >> 20) + " MiB");
        }
    }

    /** What a small member does with its point, all members do. */
    private static void skipIfBranching(Engine engine, WorkloadFamily family, DerivativeBenchmark cell) {
        if (engine.replays()) {
            int inputs = Math.min(cell.inputs, Math.max(family.minInputs(), LARGEST_WARM_UP));
            PointDependence.of(family.create(inputs, cell.seed)).ifPresent(reason -> {
                throw new SkippedException(reason);
            });
        }
    }

    /**
     * Runs what the subject shares with other members of its family, all code that is not generated for it alone, on one
     * that is small enough for many calls. At a million inputs a second of the subject's own calls would be a few.
     */
    private static void warmUpSmallMember(
            Engine engine, WorkloadFamily family, Operator operator, DerivativeBenchmark cell) {
        int inputs = Math.max(family.minInputs(), LARGEST_WARM_UP);
        Subject subject;
        try {
            subject = new Subject(engine, family, family.create(inputs, cell.seed), operator);
        } catch (RefusedException e) {
            return; // which says nothing of the cell's own member
        }
        long start = System.nanoTime();
        while (System.nanoTime() - start < WARM_UP_NANOS) {
            subject.invoke();
        }
    }

    private Object invoke() {
        return switch (operator) {
            case PRIMAL -> primal();
            case PREPARE -> prepareAgain();
            case RECORD -> record();
            case PUSHFORWARD -> pushforward();
            case PULLBACK -> pullback();
            case GRADIENT, JACOBIAN -> derivatives();
        };
    }

    private static boolean promisesNoGarbage(Engine engine, Operator operator) {
        return engine.isGarbageFree() && operator != Operator.PREPARE;
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What a call allocates though the engine says that it allocates nothing, in words; empty if it keeps its word. Ten bytes in a
     * microsecond do not count: where calls are long, what makes them is called too seldom for C2 to do away with its objects.
     */
    private Optional<String> brokenWord(double callNanos) {
        if (!promisesNoGarbage(engine, operator)
                || !(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads)) {
            return Optional.empty();
        }
        long least = Long.MAX_VALUE;
        for (int call = 0; call < CALLS_FOR_GARBAGE; call++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            invoke();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least <= OWN_GARBAGE + callNanos / NANOS_OF_A_BYTE
                ? Optional.empty()
                : Optional.of("a call allocates " + least + " bytes, where " + engine.name()
                        + " says that it allocates nothing");
    }

    /** The passes that the operator takes as a whole. */
    private long passes() {
        return switch (operator) {
            case GRADIENT, JACOBIAN -> differentiator.passes();
            default -> 1;
        };
    }

    /** What is right by the function's generic code, which runs in another process; while this one has little in memory. */
    private static Optional<Expectations> expectations(Workload workload, DerivativeBenchmark cell, ForkReport report) {
        return GradientCheck.needsExpectations(workload)
                ? Optional.of(Recordings.ofThisFork().of(cell.workload, cell.inputs, cell.seed, report))
                : Optional.empty();
    }

    /**
     * One call at the sample point, in every fork alike: whatever else ran before the timing would show in how HotSpot compiles what
     * is timed.
     */
    private void verify(Optional<Expectations> expectations, DerivativeBenchmark cell, ForkReport report) {
        GradientCheck check =
                GradientCheck.beforeTimingAgain(engine, differentiator, workload, expectations, cell.seed);
        once = Optional.of(check);
        fromAllSides = () -> GradientCheck.beforeTiming(engine, differentiator, workload, expectations, cell.seed);
        recordingBrokeDown = expectations.filter(Expectations::isMissing).isPresent();
        affordablePasses = affordablePasses();
        accept(check.checkOnce(checked(), FEWEST_PASSES_CHECKED), report);
    }

    private void accept(Verdict verdict, ForkReport report) {
        switch (verdict.state()) {
            case RIGHT -> {}
            case WRONG -> throw new RejectedException("wrong derivative: " + verdict.message());
            case NOT_FINITE -> throw new RejectedException(verdict.message());
            case UNVERIFIED ->
                throw recordingBrokeDown
                        ? new RejectedException(verdict.message())
                        : new UnverifiedException(verdict.message());
        }
        double soFar = report.number(Entry.MAX_REL_ERROR).orElse(0);
        report.set(Entry.MAX_REL_ERROR, Math.max(soFar, verdict.maxRelativeError()));
    }

    /** What is right at the first call must be so after the last; and, which one fork of a cell looks at, from all sides. */
    private void verifyAgain(ForkReport report, boolean thoroughly) {
        point.restore();
        Verdict verdict = once.orElseThrow().checkOnce(checked(), FEWEST_PASSES_CHECKED);
        once = Optional.empty();
        if (!verdict.ok()) {
            throw new RejectedException((verdict.isWrong() ? "wrong derivative" : "not verified")
                    + ", when it had been measured, where it was right before: " + verdict.message());
        }
        if (thoroughly) {
            accept(fromAllSides.get().check(checked(), affordablePasses), report);
        }
    }

    private Operator checked() {
        return operator == Operator.PREPARE ? Operator.allDerivatives(workload.outputs()) : operator;
    }

    /** Lets successive calls have points of their own; but passes that share what was done once at a point share the point. */
    private void changePoint() {
        if (operator != Operator.PREPARE && sample.length == 0) {
            point.change(this::resultAt);
        }
    }

    /** A call's result for another first coordinate; not a number where the engine throws, as some do outside of a domain. */
    private double resultAt(double first) {
        x[0] = first;
        try {
            return (double) invoke();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }

    /** How many passes of a forward engine may be checked: what takes about as long as measuring it will. */
    private int affordablePasses() {
        long elements = (long) workload.inputs() * workload.outputs();
        if (!(differentiator instanceof ForwardDifferentiator forward) || elements > Integer.MAX_VALUE - 8) {
            return FEWEST_PASSES_CHECKED;
        }
        double[] scratch = derivatives.length > 0 ? derivatives : new double[(int) elements];
        forward.start(x);
        long start = processorNanos();
        forward.pass(0, x, scratch);
        firstPassNanos = processorNanos() - start + 1.0;
        return (int) Math.max(FEWEST_PASSES_CHECKED, Math.min(forward.passes(), VERIFICATION_NANOS / firstPassNanos));
    }

    /** Of this thread, from any origin: without the collections that fall into it. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void choosePasses(DerivativeBenchmark cell, ForkReport report, CompilationLog compilations) {
        boolean all = operator.isAllDerivatives();
        if (!all || !(differentiator instanceof ForwardDifferentiator forward)) {
            report.method(Method.MEASURED);
            return;
        }
        boolean asked =
                switch (cell.method) {
                    case "measured" -> false;
                    case "sampled" -> true;
                    case "auto" -> tooLong(forward, cell.sampleAboveMs * 1e6, compilations);
                    default ->
                        throw new RejectedException("method is '" + cell.method + "', not measured, sampled or auto");
                };
        boolean sampled = asked && forward.passes() > 1; // one pass is the whole
        report.method(sampled ? Method.SAMPLED : Method.MEASURED);
        if (sampled) {
            int passes = forward.passes();
            sample = PassSampler.choose(passes, Math.min(passes, LARGEST_SAMPLE), cell.seed + cell.round);
            forward.start(x);
        }
    }

    /** A first pass is cold: if so many of those are affordable, warm ones are. */
    private boolean tooLong(ForwardDifferentiator forward, double budgetNanos, CompilationLog compilations) {
        double coldNanos = firstPassNanos * forward.passes(); // 0 if there was none
        boolean surelyNot = coldNanos > 0 && coldNanos <= budgetNanos;
        return coldNanos > SURELY_TOO_LONG * budgetNanos
                || (!surelyNot && estimatedNanos(forward, compilations) > budgetNanos);
    }

    /** What all passes would take, from warm ones. */
    private double estimatedNanos(ForwardDifferentiator forward, CompilationLog compilations) {
        forward.start(x);
        WarmUp.Result warm = WarmUp.ofThisJvm(compilations).run(() -> nextOfAllPasses(forward));
        nextPass = 0;
        return warm.nanos() * forward.passes();
    }

    @CompilerControl(DONT_INLINE)
    private void nextOfAllPasses(ForwardDifferentiator forward) {
        forward.pass(nextPass, x, derivatives);
        nextPass = nextPass + 1 == forward.passes() ? 0 : nextPass + 1;
    }

    @CompilerControl(DONT_INLINE)
    double primal() {
        differentiator.primal(x, y);
        return point.next(y[0]);
    }

    @CompilerControl(DONT_INLINE)
    Object prepareAgain() {
        return Asked.prepared(engine, workload.function());
    }

    @CompilerControl(DONT_INLINE)
    double record() {
        ((ReverseDifferentiator) differentiator).record(x, y);
        return point.next(y[0]);
    }

    @CompilerControl(DONT_INLINE)
    double pushforward() {
        ((ForwardDifferentiator) differentiator).pushforward(x, inputVector, y, outputVector);
        return point.next(outputVector[0]);
    }

    @CompilerControl(DONT_INLINE)
    double pullback() {
        ((ReverseDifferentiator) differentiator).pullback(x, outputVector, y, inputVector);
        return point.next(inputVector[0]);
    }

    @CompilerControl(DONT_INLINE)
    double derivatives() {
        if (sample.length == 0) {
            differentiator.jacobian(x, derivatives);
            return point.next(derivatives[0]);
        }
        int pass = sample[nextPass];
        nextPass = nextPass + 1 == sample.length ? 0 : nextPass + 1;
        ((ForwardDifferentiator) differentiator).pass(pass, x, derivatives);
        return point.same(derivatives[pass * engine.tangentsPerPass()]);
    }

    /**
     * Finds out what may only be found out once the timing is over.
     *
     * @param thoroughly whether the engine is verified from all sides, and what it holds is counted: the same in every fork
     */
    void finish(ForkReport report, boolean thoroughly) {
        if (sample.length > 0) {
            report.set(Entry.START_NS, medianStartNanos((ForwardDifferentiator) differentiator));
        }
        verifyAgain(report, thoroughly);
        OptionalLong tape = LongStream.of(differentiator.tapeBytes())
                .filter(bytes -> bytes > 0)
                .findFirst();
        boolean holds = operator != Operator.PRIMAL; // which differentiates nothing
        OptionalLong live = holds && thoroughly ? OptionalLong.of(liveBytes()) : OptionalLong.empty();
        // Tracing runs the function on another kind of number, which would spoil the fork's type profile before timing.
        long operations = family.operations(workload.inputs())
                .orElseGet(() -> Tracer.trace(workload.function()).operations());
        report.set(Entry.OPERATIONS, operations);
        OptionalLong predicted = Asked.predictedBytes(engine, workload.inputs(), workload.outputs(), operations);
        report.memory(Memory.found(tape, predicted, live));
    }

    /**
     * What the prepared engine holds after it has differentiated: the heap that a full collection frees once nothing refers
     * to it, so that whatever else is alive in the fork cancels. Nothing can be measured any more.
     */
    private long liveBytes() {
        usedHeap(); // what only waits to be released, such as the classes of earlier preparations, must not count
        long with = usedHeap();
        differentiator = null;
        return Math.max(0, with - usedHeap());
    }

    /** As it was at the end of a full collection: any thread that allocates afterwards takes a piece of the heap for itself. */
    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    /** What the passes share is called too rarely while they are timed to be warm, so it gets a warm-up of its own. */
    private double medianStartNanos(ForwardDifferentiator forward) {
        double[] nanos = new double[11];
        long begin = System.nanoTime();
        for (int k = 0; System.nanoTime() - begin < WARM_UP_NANOS || k < nanos.length; k++) {
            long start = System.nanoTime();
            forward.start(x);
            nanos[k % nanos.length] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    private static double[] filled(boolean needed, int length) {
        double[] vector = new double[needed ? length : 0];
        Arrays.fill(vector, 1);
        return vector;
    }
}
