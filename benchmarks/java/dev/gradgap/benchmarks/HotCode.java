package dev.gradgap.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a thread spends its time in code of the last tier: samples of its stack, taken by another thread, beside the log
 * of compilations.
 *
 * <p>The log says of each method in which tiers it is compiled, but not which of them runs. A method that is not in the
 * last tier may be part of one that is; so a sample counts as cold if the method on top is not in the last tier, nor,
 * through methods that are short enough for C2 to make them part of their callers ({@code FreqInlineSize}), part of one that is.
 *
 * <p>Samples are taken where HotSpot can stop a thread: at the ends of methods and, in C1's code, of rounds of loops. Loops of
 * C2 run through, so that their time is seen in the method that called them, which need not be compiled at all. A method
 * for which C2 was never asked has been called, and has gone round its loops, less often than HotSpot's thresholds
 * ({@code Tier4InvocationThreshold}, {@code Tier4BackEdgeThreshold}); if that cannot add up to the time seen, it is not its own.
 */
final class HotCode {

    private static final int INLINED_BYTES = 325;
    private static final long PERIOD_MS = 2;
    private static final int FEWEST_SAMPLES = 5;
    private static final double MOST_COLD = 0.1;
    private static final int CALLS_AND_ROUNDS_WITHOUT_C2 = 5_000 + 40_000;
    private static final double SLOWEST_BYTECODE_NS = 20; // twice what vectors boxed by C1 take

    private final CompilationLog log;
    private final Thread thread;
    private final List<StackTraceElement[]> samples = new ArrayList<>();
    private volatile boolean sampling;

    /**
     * Samples of a thread.
     *
     * @param log in which its methods are looked up
     */
    HotCode(CompilationLog log, Thread thread) {
        this.log = log;
        this.thread = thread;
    }

    /** Takes samples until {@link #stop}, if there is a log to look them up in. */
    void start() {
        if (!log.isKept()) {
            return;
        }
        sampling = true;
        Thread sampler = new Thread(this::sample, "stack-sampler");
        sampler.setDaemon(true);
        sampler.start();
    }

    private void sample() {
        try {
            while (sampling) {
                Thread.sleep(PERIOD_MS);
                add(thread.getStackTrace());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends {@link #start}. */
    void stop() {
        sampling = false;
    }

    /** Adds a sample, the top first. */
    synchronized void add(StackTraceElement[] stack) {
        samples.add(stack);
    }

    /** Forgets all samples. */
    synchronized void forget() {
        samples.clear();
    }

    /**
     * The method in which most time is spent before the last tier, with its share of the samples, in words; empty if there
     * are hardly any such samples.
     *
     * @param nanos for which the code has run so far
     */
    synchronized Optional<String> cold(long nanos) {
        Map<String, Integer> cold = new HashMap<>();
        for (StackTraceElement[] stack : samples) {
            coldMethod(stack)
                    .filter(method -> mostNanosWithoutC2(method) > MOST_COLD * nanos)
                    .ifPresent(method -> cold.merge(method, 1, Integer::sum));
        }
        int all = cold.values().stream().mapToInt(Integer::intValue).sum();
        if (samples.size() < FEWEST_SAMPLES || all <= MOST_COLD * samples.size()) {
            return Optional.empty();
        }
        return cold.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey() + ", where " + Math.round(100.0 * most.getValue() / samples.size())
                        + " % of the time goes, is not compiled by C2");
    }

    private double mostNanosWithoutC2(String method) {
        int bytes = log.bytes(method) > 0 ? log.bytes(method) : INLINED_BYTES;
        return CALLS_AND_ROUNDS_WITHOUT_C2 * bytes * SLOWEST_BYTECODE_NS;
    }

    private Optional<String> coldMethod(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            String method = frame.getClassName() + "." + frame.getMethodName();
            if (frame.isNativeMethod() || log.isInLastTier(method)) {
                return Optional.empty();
            }
            if (log.bytes(method) > INLINED_BYTES || isHarness(frame)) {
                return Optional.of(stack[0].getClassName() + "." + stack[0].getMethodName());
            }
        }
        return Optional.empty();
    }

    private static boolean isHarness(StackTraceElement frame) {
        return frame.getClassName().startsWith("dev.gradgap.benchmarks.");
    }
}
