package dev.gradgap.history;

import dev.gradgap.history.HistoryEntry.CellName;
import dev.gradgap.history.HistoryEntry.Figures;
import dev.gradgap.results.Analysis;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Environment;
import dev.gradgap.results.ResultsException;
import dev.gradgap.results.RunData;
import dev.gradgap.results.Status;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of history files: one for each environment, named after its fingerprint, with a line of JSON for each run. Files
 * are only ever appended to, and the order of lines means nothing, so that version control can merge two of them by keeping
 * the lines of both.
 */
public final class History {

    private static final String ENDING = ".jsonl";

    private final Path directory;

    public History(Path directory) {
        this.directory = directory;
    }

    /**
     * The entry of a run: its ok cells. Of one that was both measured and sampled the measured one counts.
     *
     * @throws ResultsException if the run has no ok cell
     */
    public static HistoryEntry entry(RunData run, Environment environment) {
        Map<CellName, Cell> cells = new LinkedHashMap<>();
        for (Cell cell : Analysis.of(run).cells()) {
            if (cell.status() == Status.OK) {
                cells.merge(
                        new CellName(cell.workload(), cell.inputs(), cell.engine(), cell.operator()),
                        cell,
                        Cell::wholeBeforeSampled);
            }
        }
        if (cells.isEmpty()) {
            throw new ResultsException("the run has no ok cell: there is nothing to remember");
        }
        List<Figures> figures = new ArrayList<>();
        cells.forEach((key, cell) -> figures.add(new Figures(
                key,
                cell.time().orElseThrow().estimate(),
                cell.forks(),
                cell.passes(),
                cell.tapeBytes(),
                cell.allocBytes())));
        return new HistoryEntry(
                environment.text("date").orElse(""),
                environment.text("git_commit").orElse(""),
                environment.text("jar_sha256").orElse(""),
                run.header().suite(),
                Fingerprint.fields(environment),
                environment.workloadHashes(),
                figures);
    }

    /**
     * Adds a run to the file of its environment and forces it to disk.
     *
     * @return the file, or nothing has been added because the run is there already
     * @throws ResultsException naming file and line, if the file has a line that cannot be read; it is left as it is
     */
    public Path append(HistoryEntry entry) {
        Path file = directory.resolve(Fingerprint.of(entry.environment()) + ENDING);
        String line = HistoryJson.line(entry);
        try {
            Files.createDirectories(directory);
            if (Files.exists(file) && readFile(file).contains(entry)) {
                return file;
            }
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                long end = out.length();
                boolean cut = false;
                if (end > 0) {
                    out.seek(end - 1);
                    cut = out.read() != '\n';
                }
                out.seek(end);
                out.write(((cut ? "\n" : "") + line + "\n").getBytes(StandardCharsets.UTF_8));
                out.getFD().sync();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads all files.
     *
     * @return by fingerprint, the runs in the order of their dates, each once
     * @throws ResultsException naming file and line of what cannot be read
     */
    public Map<String, List<HistoryEntry>> read() {
        Map<String, List<HistoryEntry>> entries = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString();
                entries.put(name.substring(0, name.length() - ENDING.length()), readFile(file));
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new ResultsException(directory + " is no folder with a history");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory + ": " + e.getMessage(), e);
        }
        return entries;
    }

    private static List<HistoryEntry> readFile(Path file) throws IOException {
        Set<HistoryEntry> entries = new LinkedHashSet<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                entries.add(HistoryJson.entry(lines.get(i)));
            } catch (IllegalArgumentException e) {
                throw new ResultsException(file + ":" + (i + 1) + ": " + e.getMessage()
                        + "; nothing was changed: mend or remove the line");
            }
        }
        return entries.stream()
                .sorted(Comparator.comparing(HistoryEntry::date).thenComparing(HistoryEntry::commit))
                .toList();
    }
}
