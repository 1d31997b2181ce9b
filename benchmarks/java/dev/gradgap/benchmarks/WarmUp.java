package dev.gradgap.benchmarks;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.function.LongSupplier;

/**
 * Runs code until HotSpot has compiled it: until the JVM's compilers were idle during a batch of calls and the batch was as
 * fast as the one before. That the speed does not change is not enough. While C2 works on a large method, for a
 * second or more, the code runs at the even pace of C1.
 */
final class WarmUp {

    private static final long MILLISECOND = 1_000_000;
    private static final long BATCH = 50 * MILLISECOND;
    private static final double IDLE = 0.25; // share of a core; the system counts in hundredths of a second
    private static final double AS_FAST = 0.1;

    private final long shortest;
    private final long longestUneven;
    private final long longestCompiling;
    private final LongSupplier clock;
    private final LongSupplier compilers;

    /**
     * A warm-up of at least 0.1 seconds, and of at most one while the compilers are idle or five while they work, unless a
     * single call takes longer.
     *
     * @param clock nanoseconds from any origin
     * @param compilers nanoseconds that the JVM's compilers have worked so far
     */
    WarmUp(LongSupplier clock, LongSupplier compilers) {
        shortest = 2 * BATCH;
        longestUneven = 1000 * MILLISECOND;
        longestCompiling = 5000 * MILLISECOND;
        this.clock = clock;
        this.compilers = compilers;
    }

    /** A warm-up of this JVM, whose other threads are taken to be its compilers and collectors. */
    static WarmUp ofThisJvm() {
        return new WarmUp(System::nanoTime, WarmUp::compilerNanos);
    }

    /**
     * Makes the calls, at least one.
     *
     * @return nanoseconds that a call of the last batch took, on average
     */
    double run(Runnable call) {
        long start = clock.getAsLong();
        double before = 0;
        while (true) {
            long worked = compilers.getAsLong();
            long begin = clock.getAsLong();
            long elapsed;
            int calls = 0;
            do {
                call.run();
                calls++;
                elapsed = clock.getAsLong() - begin;
            } while (elapsed < BATCH);
            double nanos = (double) elapsed / calls;
            boolean idle = compilers.getAsLong() - worked < IDLE * elapsed;
            boolean steady = idle && Math.abs(nanos - before) <= AS_FAST * before;
            long total = clock.getAsLong() - start;
            boolean patienceLost = total >= (idle ? longestUneven : longestCompiling);
            if ((steady && total >= shortest) || patienceLost) {
                return nanos;
            }
            before = nanos;
        }
    }

    /** Processor time of the threads of this JVM other than this one, less what collections took. */
    private static long compilerNanos() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        if (!(system instanceof com.sun.management.OperatingSystemMXBean hotSpot)) {
            return 0;
        }
        long collected = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        return hotSpot.getProcessCpuTime()
                - ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                - collected * MILLISECOND;
    }
}
