package dev.gradgap.results;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Replaces a file whole or not at all: written beside its place, forced to disk, then moved over the old one. */
public final class AtomicFile {

    private AtomicFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes everything; the stream is buffered and closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a text in UTF-8, as it is.
     *
     * @throws UncheckedIOException naming the file and the cause in one line; the old file, if any, is untouched
     */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes a file, making its directory if there is none.
     *
     * @throws UncheckedIOException naming the file and the cause in one line; the old file, if any, is untouched
     */
    public static void write(Path file, Content content) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                writeAndForce(temporary, content);
                move(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw IoErrors.unchecked("cannot write " + file, e);
        }
    }

    private static void writeAndForce(Path file, Content content) throws IOException {
        try (FileOutputStream disk = new FileOutputStream(file.toFile());
                OutputStream out = new BufferedOutputStream(disk)) {
            content.writeTo(out);
            out.flush();
            disk.getFD().sync();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
