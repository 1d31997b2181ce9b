package dev.gradgap.catalog;

import dev.gradgap.text.UserError;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Notices code of a plug-in that does not come back while the plug-in is loaded. Nothing ends a thread from outside, so that
 * all a program can do is to say whose code it is, and to end.
 */
public final class Watchdog {

    /** The system property that says how many seconds a provider may take to tell what it provides; 30 if it does not. */
    public static final String PROPERTY = "gradgap.plugin.seconds";

    private static final int USUAL_SECONDS = 30;

    /** Empty where another process watches, as it does forks. */
    private static volatile Optional<Consumer<String>> ending = Optional.empty();

    private Watchdog() {}

    /**
     * Begins to watch in this process.
     *
     * @param action is told in one line, by a thread of its own, which provider takes too long, and ends the process
     */
    public static void start(Consumer<String> action) {
        ending = Optional.of(action);
    }

    /**
     * What a provider answers.
     *
     * @param provider in words, with its plug-in
     */
    static <T> T over(String provider, Supplier<T> call) {
        Optional<Consumer<String>> action = ending;
        return action.isEmpty()
                ? call.get()
                : over(provider, Math.max(1, Integer.getInteger(PROPERTY, USUAL_SECONDS)), call, action.get());
    }

    static <T> T over(String provider, int seconds, Supplier<T> call, Consumer<String> action) {
        Thread caller = Thread.currentThread();
        Thread watch = new Thread(
                () -> {
                    if (isOver(seconds)) {
                        action.accept(provider + " has not told within " + seconds + " s what it provides; it is in "
                                + place(caller) + " (java -D" + PROPERTY + "=N gives it N seconds)");
                    }
                },
                "plug-in-watch");
        watch.setDaemon(true);
        watch.start();
        try {
            return call.get();
        } finally {
            watch.interrupt();
        }
    }

    private static boolean isOver(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Where a thread is, in code that is not Java's own. */
    private static String place(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java."))
                .findFirst()
                .map(UserError::describe)
                .orElse("Java's own code");
    }
}
