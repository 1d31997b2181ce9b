package dev.gradgap.history;

import dev.gradgap.results.file.AtomicFile;
import dev.gradgap.results.file.InputFile;
import dev.gradgap.results.file.IoErrors;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The runs of one environment, a line each. Lines are only ever added, and their order means nothing. */
final class HistoryFile {

    private static final String ENDING = ".jsonl";
    private static final String LOCK = ".lock";

    private final Path path;

    HistoryFile(Path path) {
        this.path = path;
    }

    static HistoryFile of(Path directory, String fingerprint) {
        return new HistoryFile(directory.resolve(fingerprint + ENDING));
    }

    /** Whether a path has the name of such a file. */
    static boolean isOne(Path path) {
        return path.getFileName().toString().endsWith(ENDING);
    }

    Path path() {
        return path;
    }

    String fingerprint() {
        String name = path.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /**
     * The runs by date, each once.
     *
     * @throws UserError naming file and line of what cannot be read, or of a run in another environment
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    List<HistoryEntry> read() {
        return HistoryEntry.runs(parse(bytes()));
    }

    private byte[] bytes() {
        try {
            return InputFile.bytes(path, InputFile.LARGE);
        } catch (IOException e) {
            throw IoErrors.unchecked("cannot read " + path, e);
        }
    }

    private List<HistoryEntry> parse(byte[] bytes) {
        List<HistoryEntry> entries = new ArrayList<>();
        int start = 0;
        for (int number = 1; start < bytes.length; number++) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            byte[] line = Arrays.copyOfRange(bytes, start, end);
            if (!isBlank(line)) {
                entries.add(entry(line, number));
            }
            start = end + 1;
        }
        return entries;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private HistoryEntry entry(byte[] line, int number) {
        try {
            HistoryEntry entry = HistoryJson.entry(line);
            String own = Fingerprint.of(entry.environment());
            if (!own.equals(fingerprint())) {
                throw new IllegalArgumentException("a run in another environment, which belongs in " + own + ENDING);
            }
            return entry;
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    path + ":" + number + ": " + e.getMessage() + "; nothing was changed: mend or remove the line");
        }
    }

    /**
     * Adds a run and forces it to disk. The file is replaced by a longer one in a single step, so that no kill leaves half a
     * line; a lock keeps two processes from replacing it with what only one of them added.
     *
     * @return whether it was added; not if the run is there already
     * @throws UserError naming file and line, if there is a line that cannot be read; the file is left as it is
     * @throws java.io.UncheckedIOException if the file cannot be written; it is left as it is
     */
    @SuppressWarnings("try") // the lock is only held
    boolean append(HistoryEntry entry) {
        synchronized (HistoryFile.class) { // a lock on a file belongs to the process
            try {
                Files.createDirectories(path.toAbsolutePath().getParent());
                try (FileChannel channel = FileChannel.open(
                                path.resolveSibling(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    return appendAlone(entry);
                }
            } catch (IOException e) {
                throw IoErrors.unchecked("cannot write " + path, e);
            }
        }
    }

    private boolean appendAlone(HistoryEntry entry) {
        byte[] before = Files.exists(path) ? bytes() : new byte[0];
        List<HistoryEntry> entries = parse(before);
        List<HistoryEntry> runs = HistoryEntry.runs(entries);
        entries.add(entry);
        if (HistoryEntry.runs(entries).equals(runs)) {
            return false;
        }
        boolean unfinished = before.length > 0 && before[before.length - 1] != '\n';
        AtomicFile.write(path, out -> {
            out.write(before);
            if (unfinished) {
                out.write('\n');
            }
            out.write(HistoryJson.line(entry));
        });
        return true;
    }
}
