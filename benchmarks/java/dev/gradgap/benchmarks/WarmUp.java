package dev.gradgap.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Runs code until HotSpot has compiled it for the last time: until, during several batches of calls, C2 neither compiled nor
 * gave up any of it and was idle, hardly any time was spent in code of a lower tier, and each was as fast as the first.
 *
 * <p>Nothing less is enough. While C2 works on a large method, for a second or more, the code runs at the even pace of
 * C1. And where calls are few, because they are slow or because other processes take the processor, C2 may not even have
 * been asked: idle compilers and an even pace look the same. So batches are counted in processor time of the thread,
 * which a busy machine does not shorten, and the log of compilations has the last word.
 */
final class WarmUp {

    private static final long MILLISECOND = 1_000_000;
    private static final long BATCH = 25 * MILLISECOND;
    private static final double IDLE = 0.25; // share of a core
    private static final double AS_FAST = 0.1;
    private static final long SETTLED = 4 * BATCH;
    private static final long LONGEST_UNEVEN = 1000 * MILLISECOND;
    private static final long LONGEST_COLD = 5000 * MILLISECOND;
    private static final long LONGEST = 20_000 * MILLISECOND; // of wall time, on a busy machine

    private final LongSupplier clock;
    private final LongSupplier worked;
    private final LongSupplier compilers;
    private final CompilationLog log;
    private final HotCode hotCode;

    /**
     * A warm-up.
     *
     * @param clock nanoseconds from any origin
     * @param worked nanoseconds of processor time of this thread
     * @param compilers nanoseconds that C2 has worked so far
     */
    WarmUp(LongSupplier clock, LongSupplier worked, LongSupplier compilers, CompilationLog log, HotCode hotCode) {
        this.clock = clock;
        this.worked = worked;
        this.compilers = compilers;
        this.log = log;
        this.hotCode = hotCode;
    }

    /** A warm-up by this thread of this JVM. */
    static WarmUp ofThisJvm(CompilationLog log) {
        return new WarmUp(
                System::nanoTime,
                ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime,
                new CompilerTime()::nanos,
                log,
                new HotCode(log, Thread.currentThread()));
    }

    /**
     * How a warm-up ended.
     *
     * @param nanos of processor time that a call of the last batch took, on average
     * @param cold why the code is not in its last tier, in words; empty if it is
     */
    record Result(double nanos, Optional<String> cold) {}

    /** Makes the calls, at least one. */
    Result run(Runnable call) {
        hotCode.start();
        try {
            return batches(call);
        } finally {
            hotCode.stop();
        }
    }

    private Result batches(Runnable call) {
        long start = clock.getAsLong();
        long total = 0;
        long settled = 0;
        double first = 0; // of the batches that are settled
        log.read();
        long eventsBefore = log.events();
        while (true) {
            hotCode.forget();
            long events = log.events();
            long compiled = compilers.getAsLong();
            long begin = worked.getAsLong();
            long wallBegin = clock.getAsLong();
            long elapsed;
            int calls = 0;
            do {
                call.run();
                calls++;
                elapsed = worked.getAsLong() - begin;
            } while (elapsed < BATCH && clock.getAsLong() - start < LONGEST);
            total += elapsed;
            double nanos = (double) elapsed / calls;
            log.read();
            boolean idle = compilers.getAsLong() - compiled < IDLE * (clock.getAsLong() - wallBegin);
            boolean quiet = idle && log.events() == events;
            Optional<String> cold = hotCode.cold(total);
            boolean even = Math.abs(nanos - first) <= AS_FAST * first || total >= LONGEST_UNEVEN;
            if (quiet && cold.isEmpty() && even) {
                settled += elapsed;
            } else {
                settled = 0;
                first = nanos;
            }
            if (settled >= SETTLED) {
                return new Result(nanos, Optional.empty());
            }
            if (total >= LONGEST_COLD || clock.getAsLong() - start >= LONGEST) {
                return new Result(
                        nanos,
                        cold.or(() -> quiet ? Optional.empty() : Optional.of(compiling(log.events() - eventsBefore))));
            }
        }
    }

    private String compiling(long events) {
        return "the compilers were still at work"
                + (events > 0 ? " after " + events + " compilations by C2, the last: " + log.lastEvent() : "");
    }
}
