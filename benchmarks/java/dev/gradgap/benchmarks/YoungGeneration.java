package dev.gradgap.benchmarks;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * The part of the heap in which objects are made. The kernel gives its pages when they are first written to, which takes
 * several times as long as what is written: in a heap of 4 GiB the first half a second of an engine that allocates is up to
 * three times as slow as all that follows.
 */
final class YoungGeneration {

    private static final int CHUNK = 1 << 16; // bytes: small enough never to be made among the old objects

    @SuppressWarnings("unused") // written only: what nobody could see would not be made
    private static volatile byte[] garbage = {};

    private YoungGeneration() {}

    /**
     * Begins to have every page of it written once, in a thread of its own, which takes as long as preparing and verifying a small subject.
     * Whoever times something waits for its end.
     */
    static Thread touching() {
        Thread thread = new Thread(YoungGeneration::touch, "touching");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Fills it until it is collected for the first time. */
    private static void touch() {
        long most = Runtime.getRuntime().maxMemory() / CHUNK;
        for (long chunk = 0; collections() == 0 && chunk < most; chunk++) {
            garbage = new byte[CHUNK];
        }
        garbage = new byte[0];
    }

    /** How often it was full. A collection of the whole heap that somebody asked for says nothing. */
    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(YoungGeneration::isYoungOnly)
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private static boolean isYoungOnly(GarbageCollectorMXBean collector) {
        return Arrays.stream(collector.getMemoryPoolNames()).noneMatch(pool -> pool.contains("Tenured"));
    }
}
