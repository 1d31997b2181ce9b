package dev.gradgap.benchmarks;

import dev.gradgap.results.journal.Evidence;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches what happens to a thread while an iteration is measured: whether it had a processor all the time, and whether C2
 * changed its code. Where Linux tells how long the thread was ready to run and had to wait ({@code schedstat}), that is
 * taken; elsewhere what of the time is neither its processor time nor a collection.
 */
final class Watch {

    private static final Path SCHEDULER = Path.of("/proc/thread-self/schedstat");

    private final CompilationLog log;
    private final List<Evidence> evidence = new ArrayList<>();
    private long begin;
    private long waitedBefore;
    private long eventsBefore;

    Watch(CompilationLog log) {
        this.log = log;
    }

    /** An iteration begins, in this thread. */
    void begin() {
        log.read();
        eventsBefore = log.events();
        waitedBefore = waited();
        begin = System.nanoTime();
    }

    /** It has ended. */
    void end() {
        long elapsed = Math.max(1, System.nanoTime() - begin);
        double share = Math.min(1, Math.max(0, (double) (waited() - waitedBefore) / elapsed));
        log.read();
        long events = log.events() - eventsBefore;
        evidence.add(new Evidence(share, events, events > 0 ? log.lastEvent() : ""));
    }

    /** Of each iteration so far. */
    List<Evidence> evidence() {
        return List.copyOf(evidence);
    }

    /** Nanoseconds, from any origin, that this thread could not run though it wanted to. */
    private static long waited() {
        try {
            return Long.parseLong(Files.readString(SCHEDULER).split(" ", -1)[1]);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return System.nanoTime()
                    - ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                    - CollectorTime.nanos();
        }
    }
}
