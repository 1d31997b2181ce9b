package dev.gradgap.results.journal;

import dev.gradgap.results.CellKey;
import dev.gradgap.results.Status;
import dev.gradgap.results.file.InputFile;
import dev.gradgap.results.file.IoErrors;
import dev.gradgap.text.PlainText;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a journal that may have been cut off anywhere, or damaged in places. */
final class JournalReader {

    private final Path file;
    private final List<String> warnings = new ArrayList<>();
    private final Map<List<Object>, ForkResult> forks = new LinkedHashMap<>();

    private JournalReader(Path file) {
        this.file = file;
    }

    static Journal.Contents read(Path file) {
        try {
            return new JournalReader(file).parse(InputFile.bytes(file, InputFile.LARGE));
        } catch (NoSuchFileException e) {
            throw new UserError("no run to read: " + file + " is missing");
        } catch (IOException e) {
            throw IoErrors.unchecked("cannot read " + file, e);
        }
    }

    private Journal.Contents parse(byte[] bytes) {
        int end = endOfLine(bytes, 0);
        RunHeader header = header(Arrays.copyOf(bytes, end));
        Set<CellKey> names = new HashSet<>();
        header.cells().forEach(cell -> JournalJson.requireNew(cell, names));
        int wholeBytes = Math.min(end + 1, bytes.length);
        int number = 2;
        for (int start = end + 1; start < bytes.length; start = end + 1, number++) {
            end = endOfLine(bytes, start);
            boolean last = end + 1 >= bytes.length;
            try {
                byte[] line = Arrays.copyOfRange(bytes, start, end);
                Optional<PlannedCell> planned =
                        JournalJson.planned(line, header.cells().size());
                if (planned.isPresent()) {
                    JournalJson.requireNew(planned.get(), names);
                    header = header.with(planned.get());
                } else {
                    keep(fork(line, header), header);
                }
                wholeBytes = Math.min(end + 1, bytes.length);
            } catch (IllegalArgumentException e) {
                warnings.add(PlainText.oneLine(file + ":" + number + ": "
                        + e.getMessage()
                        + (last ? "; the last line was cut off and is dropped" : "; the line is skipped")));
                wholeBytes = last ? wholeBytes : end + 1;
            }
        }
        return new Journal.Contents(new RunData(header, List.copyOf(forks.values())), warnings, wholeBytes);
    }

    /** The position of the line feed that ends a line, or of the end of the file. */
    private static int endOfLine(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private RunHeader header(byte[] line) {
        try {
            return JournalJson.header(line);
        } catch (IllegalArgumentException e) {
            throw new UserError(file + ":1: the header of the run is unreadable: " + e.getMessage());
        }
    }

    private static ForkResult fork(byte[] line, RunHeader header) {
        ForkResult fork = JournalJson.fork(line);
        if (fork.cell() >= header.cells().size()) {
            throw new IllegalArgumentException("cell " + fork.cell() + " is not one of the "
                    + header.cells().size() + " planned");
        }
        return fork;
    }

    /**
     * Keeps the last of several results of one fork. A fork that failed beside a good one of a cell that is both measured
     * and sampled is another fork: it does not say which of the two it was meant to be.
     */
    private void keep(ForkResult fork, RunHeader header) {
        boolean two = header.cells().get(fork.cell()).sampleAlso();
        List<Object> key = two
                ? List.of(fork.cell(), fork.round(), fork.method(), fork.status() == Status.OK)
                : List.of(fork.cell(), fork.round());
        forks.remove(key);
        forks.put(key, fork);
    }
}
