package dev.gradgap.benchmarks;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** How long this JVM has collected garbage. */
final class CollectorTime {

    private static final long MILLISECOND = 1_000_000;

    private CollectorTime() {}

    /** Nanoseconds so far, of all collectors; the JVM counts in milliseconds. */
    static long nanos() {
        return MILLISECOND
                * ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum();
    }
}
