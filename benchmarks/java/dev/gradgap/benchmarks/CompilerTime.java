package dev.gradgap.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long C2 has worked in this JVM. Linux tells the processor time of each thread, and HotSpot names its threads. Elsewhere
 * it is that of all threads other than the one that asks, less what collections took.
 *
 * <p>It is asked during warm-up, so it does little: a directory is listed, and a file that is open already read for each
 * thread of C2, of which HotSpot may start more while it runs.
 */
final class CompilerTime {

    private static final File THREADS = new File("/proc/self/task");
    private static final String C2 = "C2 Compiler";

    private final byte[] buffer = new byte[64];

    /** By the name of the thread's directory, of those of C2 an open file, of others nothing. */
    private final Map<String, Optional<RandomAccessFile>> threads = new HashMap<>();

    /** Nanoseconds of processor time, from any origin. */
    long nanos() {
        String[] names = THREADS.list();
        if (names == null) {
            return ofOtherThreads();
        }
        long sum = 0;
        for (String name : names) {
            try {
                if (!threads.containsKey(name)) {
                    threads.put(name, opened(name));
                }
                if (threads.get(name).isPresent()) {
                    sum += firstNumber(threads.get(name).get());
                }
            } catch (IOException e) {
                threads.put(name, Optional.empty()); // the thread has ended
            }
        }
        return sum;
    }

    private Optional<RandomAccessFile> opened(String name) throws IOException {
        File thread = new File(THREADS, name);
        try (RandomAccessFile comm = new RandomAccessFile(new File(thread, "comm"), "r")) {
            int length = Math.max(0, comm.read(buffer));
            return new String(buffer, 0, length, StandardCharsets.US_ASCII).startsWith(C2)
                    ? Optional.of(new RandomAccessFile(new File(thread, "schedstat"), "r"))
                    : Optional.empty();
        }
    }

    private long firstNumber(RandomAccessFile file) throws IOException {
        file.seek(0);
        int length = file.read(buffer);
        long number = 0;
        for (int k = 0; k < length && buffer[k] >= '0' && buffer[k] <= '9'; k++) {
            number = 10 * number + buffer[k] - '0';
        }
        return number;
    }

    private static long ofOtherThreads() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        if (!(system instanceof com.sun.management.OperatingSystemMXBean hotSpot)) {
            return 0;
        }
        return hotSpot.getProcessCpuTime()
                - ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                - CollectorTime.nanos();
    }
}
