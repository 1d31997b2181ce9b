package dev.gradgap.run.fork;

/**
 * Ends this process when the one that started it has gone, killed perhaps. Costs a thread that looks four times a second.
 *
 * <p>To wait for the end of standard input instead would cost more: a JVM that ends waits a third of a second for threads
 * that are in native code, as one that reads is, and a run has hundreds of processes.
 */
public final class ParentWatch {

    private static final long PERIOD_MS = 250;
    private static final int ENDED = 1;

    private ParentWatch() {}

    /** Begins to watch whoever is the parent now. */
    public static void start() {
        ProcessHandle.current().parent().ifPresent(parent -> start(parent.pid(), ENDED));
    }

    /**
     * Begins to watch.
     *
     * @param parent the process that started this one; it may have gone by now
     * @param exitCode with which this process ends then
     */
    public static void start(long parent, int exitCode) {
        Thread thread = new Thread(() -> watch(parent, exitCode), "parent-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(long parent, int exitCode) {
        try {
            while (isParent(parent)) {
                Thread.sleep(PERIOD_MS);
            }
            end(exitCode);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever is killed is nobody's parent any more, even while it is still listed. */
    private static boolean isParent(long pid) {
        return ProcessHandle.current()
                .parent()
                .filter(parent -> parent.pid() == pid)
                .isPresent();
    }

    /** Ends this process, and whatever it has started. */
    static void end() {
        end(ENDED);
    }

    private static void end(int exitCode) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(exitCode);
    }
}
