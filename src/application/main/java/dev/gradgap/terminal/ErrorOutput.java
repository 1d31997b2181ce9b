package dev.gradgap.terminal;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Passes a second JVM's error output on as it comes, without the lines that a JVM writes before it begins: that it uses an
 * incubating module, and which options it found in the environment, as the first JVM has said already. From the first
 * other byte on nothing is looked at.
 */
public final class ErrorOutput extends Thread {

    private static final byte[][] PREAMBLE = {
        ascii("WARNING: Using incubator modules: "), ascii("Picked up "), ascii("NOTE: Picked up ")
    };

    private final InputStream from;
    private final OutputStream to = new FileOutputStream(FileDescriptor.err);

    public ErrorOutput(InputStream from) {
        super("error-output");
        setDaemon(true);
        this.from = from;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void run() {
        try {
            passPreamble();
            byte[] bytes = new byte[8192];
            for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
                pass(bytes, count);
            }
        } catch (IOException e) {
            // the second JVM was killed; its exit code says so
        }
    }

    /** Reads up to the first byte that belongs to no line of the preamble. */
    private void passPreamble() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean skipping = false;
        for (int b = from.read(); b >= 0; b = from.read()) {
            line.write(b);
            if (skipping) {
                skipping = b != '\n';
                if (!skipping) {
                    line.reset();
                }
                continue;
            }
            byte[] begun = line.toByteArray();
            boolean possible = false;
            for (byte[] start : PREAMBLE) {
                int common = Math.min(begun.length, start.length);
                possible |= Arrays.equals(begun, 0, common, start, 0, common);
                skipping |= Arrays.equals(begun, start);
            }
            if (!possible) {
                pass(begun, begun.length);
                return;
            }
        }
        if (!skipping) {
            pass(line.toByteArray(), line.size());
        }
    }

    /** Whatever becomes of it, the second JVM must be able to go on writing. */
    private void pass(byte[] bytes, int count) {
        try {
            to.write(bytes, 0, count);
        } catch (IOException e) {
            // nobody reads error output any more, and it was the way to tell
        }
    }
}
