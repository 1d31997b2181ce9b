package dev.gradgap.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Notices that the user or the system wants the process to end (Ctrl-C, SIGTERM), kills the fork under way, and holds the
 * process open until what was measured has been written.
 */
public final class Interruption implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final AtomicBoolean requested = new AtomicBoolean();
    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onShutdown, "interruption");

    /** Starts noticing; {@link #close} ends it. */
    public Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void onShutdown() {
        requested.set(true);
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        try {
            if (!written.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("gradgap: gave up waiting for the results to be written; the journal has them all");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the end was asked for. */
    public boolean requested() {
        return requested.get();
    }

    /** Lets the process end. */
    @Override
    public void close() {
        written.countDown();
        if (!requested.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                requested.set(true); // the end was asked for at this very moment
            }
        }
    }
}
