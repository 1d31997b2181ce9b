package dev.gradgap.task;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs what may never end, each in a thread of its own. One that has not ended in time is interrupted and left behind: nothing in a
 * JVM ends a thread that does not listen. It goes on until the program ends, and does not hold it up.
 *
 * @param seconds how long each may take
 */
public record TimeLimit(double seconds) {

    /**
     * Runs something.
     *
     * @return what it gives; empty if it has not ended in time
     * @throws RuntimeException whatever it throws
     */
    <T> Optional<T> run(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "limited");
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(task.get((long) (seconds * 1000), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            thread.interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the main thread", e);
        }
    }

    @Override
    public String toString() {
        return Math.round(seconds) + " s (--cell-timeout)";
    }
}
