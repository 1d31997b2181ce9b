package dev.gradgap.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what the current thread allocates. */
public final class AllocatedBytes {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocatedBytes() {}

    /** The least that some runs of a task allocate each, after as many to warm up. */
    public static long of(Runnable task, int runs) {
        for (int run = 0; run < runs; run++) {
            task.run();
        }
        long least = Long.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            task.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
