package dev.gradgap.run.fork;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The lines that another process asks with, one at a time. It has gone when they end: if that is while one is being answered,
 * nobody wants the answer any more, and this process ends at once with all it has started.
 */
public final class Requests {

    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private final Runnable abandoned;
    private boolean answering;
    private boolean ended;

    private Requests(Runnable abandoned) {
        this.abandoned = abandoned;
    }

    /** Begins to read. */
    public static Requests of(InputStream in) {
        return of(in, ParentWatch::end);
    }

    /**
     * Begins to read.
     *
     * @param abandoned what is done when the other process has gone though it has asked something
     */
    static Requests of(InputStream in, Runnable abandoned) {
        Requests requests = new Requests(abandoned);
        Thread thread = new Thread(() -> requests.read(in), "requests");
        thread.setDaemon(true);
        thread.start();
        return requests;
    }

    private void read(InputStream in) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(Optional.of(line));
            }
        } catch (IOException e) {
            // the same as their end
        }
        boolean inVain;
        synchronized (this) {
            ended = true;
            inVain = answering;
        }
        lines.add(Optional.empty());
        if (inVain) {
            abandoned.run();
        }
    }

    /** The next line, once the one before is answered; empty if there is none. Waits for it. */
    public Optional<String> next() {
        synchronized (this) {
            answering = false;
        }
        try {
            Optional<String> line = lines.take();
            synchronized (this) {
                answering = true;
                return ended ? Optional.empty() : line;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
