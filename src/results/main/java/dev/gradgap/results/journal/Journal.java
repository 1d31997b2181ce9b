package dev.gradgap.results.journal;

import dev.gradgap.results.file.AtomicFile;
import dev.gradgap.results.file.IoErrors;
import dev.gradgap.text.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a run has done so far, in a file that is only ever appended to: the {@link RunHeader} on the first line, then a
 * line of JSON for each finished fork, or for a cell that is added to the plan, forced to disk before the next fork starts. A
 * kill at any moment loses at most the fork under way.
 */
public final class Journal implements Closeable {

    /** Its name in a run's directory. */
    public static final String FILE = "journal";

    private final Path path;
    /** Not a channel: interrupting a thread would close it. */
    private final RandomAccessFile file;

    /** Continues a file at its present position. */
    Journal(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * What a journal holds.
     *
     * @param run the plan and the forks that were finished
     * @param warnings what could not be read, a line each, beginning with {@code path:line:}
     * @param wholeBytes the length of the file up to the end of its last whole line
     */
    public record Contents(RunData run, List<String> warnings, long wholeBytes) {

        public Contents {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Starts the journal of a new run, making the directory if there is none.
     *
     * @throws UserError if the directory has a journal already
     * @throws java.io.UncheckedIOException naming the file and the cause in one line, if it cannot be written
     */
    public static Journal create(Path directory, RunHeader header) {
        Path path = directory.resolve(FILE);
        if (Files.exists(path)) {
            throw new UserError(directory + " already holds a run: resume it, or choose another directory");
        }
        byte[] line = terminated(JournalJson.line(header));
        AtomicFile.write(path, out -> out.write(line)); // never half a header
        return open(path, line.length);
    }

    /**
     * Continues the journal of an interrupted run, cutting off a last line that was not finished.
     *
     * @throws UserError if there is no journal or its header is unreadable
     * @throws java.io.UncheckedIOException naming the file and the cause in one line, if it cannot be written
     */
    public static Journal resume(Path directory) {
        Path path = directory.resolve(FILE);
        long wholeBytes = JournalReader.read(path).wholeBytes();
        return open(path, wholeBytes);
    }

    private static Journal open(Path path, long wholeBytes) {
        try {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            try {
                file.setLength(wholeBytes);
                file.seek(wholeBytes - 1);
                if (file.read() != '\n') {
                    file.write('\n');
                }
                return new Journal(path, file);
            } catch (IOException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw IoErrors.unchecked("cannot write " + path, e);
        }
    }

    /**
     * Reads a journal, finished or not. A last line that was cut off is dropped and a damaged line before it is skipped,
     * each with a warning; of several results of one fork the last counts.
     *
     * @throws UserError if there is no journal or its header is unreadable
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Contents read(Path directory) {
        return JournalReader.read(directory.resolve(FILE));
    }

    /**
     * Adds the result of a fork and forces it to disk.
     *
     * @throws java.io.UncheckedIOException naming the file and the cause in one line; what was there before is kept
     */
    public void append(ForkResult fork) {
        append(terminated(JournalJson.line(fork)));
    }

    /**
     * Adds a cell to the plan and forces it to disk.
     *
     * @param index its position, after all that are planned already
     * @throws java.io.UncheckedIOException naming the file and the cause in one line; what was there before is kept
     */
    public void append(int index, PlannedCell cell) {
        append(terminated(JournalJson.line(index, cell)));
    }

    private synchronized void append(byte[] line) {
        try {
            long start = file.getFilePointer();
            try {
                file.write(line);
                file.getFD().sync();
            } catch (IOException e) {
                cutBack(start, e);
                throw e;
            }
        } catch (IOException e) {
            throw IoErrors.unchecked("cannot write " + path, e);
        }
    }

    private static byte[] terminated(byte[] content) {
        byte[] line = Arrays.copyOf(content, content.length + 1);
        line[content.length] = '\n';
        return line;
    }

    /** A part of a line would spoil the next one. */
    private void cutBack(long length, IOException reason) {
        try {
            file.setLength(length);
            file.seek(length);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw IoErrors.unchecked("cannot close " + path, e);
        }
    }
}
