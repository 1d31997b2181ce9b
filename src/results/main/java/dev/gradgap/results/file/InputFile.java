package dev.gradgap.results.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens what a user names as a file: a regular one, so that no pipe is waited for and no device read without end, and where
 * it is read whole one that fits.
 */
public final class InputFile {

    /** For what is written by hand or says how something was made. */
    public static final int SMALL = 1 << 20;

    /** For what grows with what was measured: as much as an array holds. */
    public static final int LARGE = Integer.MAX_VALUE - 8;

    private InputFile() {}

    /**
     * Opens a file.
     *
     * @throws IOException whose {@link IoErrors words} say why not, if it cannot be opened or is no regular file
     */
    public static InputStream open(Path file) throws IOException {
        requireRegular(file);
        return Files.newInputStream(file);
    }

    /**
     * All bytes of a file.
     *
     * @param most how many there may be
     * @throws IOException whose {@link IoErrors words} say why not, if it cannot be read, is no regular file, or is larger
     */
    public static byte[] bytes(Path file, int most) throws IOException {
        requireRegular(file);
        if (Files.size(file) > most) {
            throw new FileSystemException(file.toString(), null, "it is larger than " + most + " bytes");
        }
        return Files.readAllBytes(file);
    }

    private static void requireRegular(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(
                    file.toString(),
                    null,
                    Files.isDirectory(file) ? "this is a directory" : "this is a pipe or a device, not a file");
        }
    }
}
