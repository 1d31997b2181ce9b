package dev.gradgap.run;

import java.io.IOException;

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

    private static void watch() {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // the same
        }
        end();
    }

    /** Ends this process, and whatever it has started. */
    static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(1);
    }
}
