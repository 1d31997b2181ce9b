package dev.gradgap.run;

/**
 * Ends this process when the one that started it has gone, killed perhaps. Costs a thread that looks four times a second.
 *
 * <p>To wait for the end of standard input instead would cost more: a JVM that ends waits a third of a second for threads
 * that are in native code, as one that reads is, and a run has hundreds of processes.
 */
public final class ParentWatch {

    private static final long PERIOD_MS = 250;

    private ParentWatch() {}

    /** Begins to watch. */
    public static void start() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            Thread thread = new Thread(() -> watch(parent), "parent-watch");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static void watch(ProcessHandle parent) {
        try {
            while (parent.isAlive()) {
                Thread.sleep(PERIOD_MS);
            }
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends this process, and whatever it has started. */
    static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(1);
    }
}
