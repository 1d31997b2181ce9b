package dev.gradgap.run.fork;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Leaves out the line with which every JVM started with an incubator module begins. It would appear once for each fork, and
 * no option of the JVM turns it off. All other output passes, line by line.
 */
public final class IncubatorWarnings extends OutputStream {

    private static final byte[] WARNING = "WARNING: Using incubator modules: ".getBytes(StandardCharsets.US_ASCII);

    private final PrintStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** Passes on to another stream, which stays open. */
    public IncubatorWarnings(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void write(int b) {
        line.write(b);
        if (b == '\n') {
            flushLine();
        }
    }

    @Override
    public synchronized void close() {
        flushLine();
    }

    private void flushLine() {
        byte[] bytes = line.toByteArray();
        line.reset();
        boolean warning =
                bytes.length >= WARNING.length && Arrays.equals(bytes, 0, WARNING.length, WARNING, 0, WARNING.length);
        if (!warning) {
            out.write(bytes, 0, bytes.length);
            out.flush();
        }
    }
}
