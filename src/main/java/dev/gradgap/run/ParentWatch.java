package dev.gradgap.run;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends this process at once when the one that started it has gone, killed perhaps: it holds the other end of this one's
 * standard input, to which nobody writes. Costs a thread that sleeps.
 */
public final class ParentWatch {

    private ParentWatch() {}

    /** Begins to watch. */
    public static void start() {
        Thread thread = new Thread(ParentWatch::watch, "parent-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads past {@code System.in}, which is for whatever runs here. */
    private static void watch() {
        try (InputStream in = new FileInputStream(FileDescriptor.in)) {
            while (in.read() >= 0) {
                Thread.onSpinWait();
            }
            end();
        } catch (IOException e) {
            // closed by what runs here; who started this process sees to its end as long as it lives
        }
    }

    /** Ends this process, and whatever it has started. */
    static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(1);
    }
}
