package dev.gradgap.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output in UTF-8, whatever the platform's encoding, that remembers why it could not be written: a full disk must
 * not pass for success, while a reader that has seen enough ({@code | head}) is no error.
 */
public final class StandardOutput {

    private final Remembering stream;
    private final PrintWriter writer;

    StandardOutput(OutputStream target) {
        stream = new Remembering(target);
        writer = new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    public static StandardOutput open() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    public PrintWriter writer() {
        return writer;
    }

    /** Writes what is left; says why something could not be written, unless only the reader has gone. */
    public Optional<String> finish() {
        writer.flush();
        return stream.failure.filter(reason -> !reason.toLowerCase(Locale.ROOT).contains("pipe"));
    }

    private static final class Remembering extends FilterOutputStream {

        private Optional<String> failure = Optional.empty();

        private Remembering(OutputStream target) {
            super(target);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                if (failure.isEmpty()) {
                    failure = Optional.of(String.valueOf(e.getMessage()));
                }
                throw e;
            }
        }
    }
}
