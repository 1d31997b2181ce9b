package dev.gradgap.history;

import dev.gradgap.history.HistoryEntry.Figures;
import dev.gradgap.results.Cell;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.Status;
import dev.gradgap.results.TimedCell;
import dev.gradgap.results.analysis.Analysis;
import dev.gradgap.results.analysis.ForkTimes;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.file.IoErrors;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of history files: one for each environment, named after its fingerprint, with a line of JSON for each run. Lines
 * are only ever added, and their order means nothing, so that version control can merge two files by keeping the lines of
 * both.
 */
public final class History {

    private static final List<String> NEEDED = List.of("date", "logical_cores", "os_arch", "jvm_version");

    /** More forks, more patience, or another limit for sampling (of which {@code method} tells) change no time. */
    private static final List<String> WITHOUT_EFFECT = List.of("forks", "fork_timeout_s", "sample_above_ms");

    private final Path directory;

    public History(Path directory) {
        this.directory = directory;
    }

    /**
     * The entry of a finished run: its ok cells.
     *
     * @param name what the user calls the run
     * @throws UserError in one line, if it is not finished, has no ok cell, or does not say where it was made
     */
    public static HistoryEntry entry(String name, RunData run, Environment environment) {
        RunHeader header = run.header();
        long missing = header.cells().size()
                - run.forks().stream().map(fork -> fork.cell()).distinct().count();
        if (missing > 0) {
            throw new UserError(name + " is not finished: " + missing
                    + " cells have not been measured; carry it on with run --resume " + name);
        }
        for (String field : NEEDED) {
            if (environment.text(field).isEmpty()) {
                throw new UserError(name + ": environment.json does not say " + field
                        + ", without which the run cannot be compared with others");
            }
        }
        Map<CellKey, Integer> plan = new HashMap<>();
        for (int i = 0; i < header.cells().size(); i++) {
            plan.put(header.cells().get(i).key(), i);
        }
        List<SortedMap<Integer, ForkResult>> forks = ForkTimes.usable(run);
        List<Figures> cells = Analysis.of(run).cells().stream()
                .filter(cell -> cell.status() == Status.OK)
                .map(cell -> figures(
                        cell,
                        header.cells().get(plan.get(cell.key())),
                        forks.get(plan.get(cell.key())).values()))
                .toList();
        if (cells.isEmpty()) {
            throw new UserError(name + " has no ok cell: there is nothing to remember");
        }
        SortedMap<String, String> settings = effective(header.settings());
        settings.put("seed", Long.toString(header.seed()));
        return new HistoryEntry(
                date(name, environment.text("date").orElseThrow()),
                environment.text("git_commit").orElse(""),
                environment.text("jar_sha256").orElse(""),
                suite(header.suite()),
                settings,
                environment.conditions(),
                environment.workloadHashes(),
                cells);
    }

    private static Figures figures(Cell cell, PlannedCell plan, Collection<ForkResult> forks) {
        return new Figures(
                new TimedCell(cell.key(), cell.method().orElseThrow()),
                cell.time().orElseThrow(),
                cell.timing().forks(),
                effective(plan.settings()),
                cell.passes(),
                cell.memory().tapeBytes(),
                cell.memory().allocBytes().isEmpty() ? Optional.empty() : ForkTimes.allocation(forks));
    }

    private static SortedMap<String, String> effective(Map<String, String> settings) {
        SortedMap<String, String> effective = new TreeMap<>(settings);
        effective.keySet().removeAll(WITHOUT_EFFECT);
        return effective;
    }

    private static Instant date(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UserError(
                    name + ": environment.json: date: '" + text + "' is not a moment such as 2026-01-31T12:00:00Z");
        }
    }

    /** A suite is the same whether it is asked for by its name or by its file. */
    private static String suite(String nameOrFile) {
        return nameOrFile.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.toml$", "");
    }

    /**
     * Adds a run to the file of its environment.
     *
     * @param file the file
     * @param added whether it was added; not if the run is there already
     */
    public record Appended(Path file, boolean added) {}

    /**
     * Adds a run to the file of its environment and forces it to disk.
     *
     * @throws UserError naming file and line, if the file has a line that cannot be read; it is left as it is
     * @throws java.io.UncheckedIOException if the file cannot be written; it is left as it is
     */
    public Appended append(HistoryEntry entry) {
        HistoryFile file = HistoryFile.of(directory, Fingerprint.of(entry.environment()));
        return new Appended(file.path(), file.append(entry));
    }

    /**
     * Reads all files.
     *
     * @return by fingerprint, the runs in the order of their dates, each once
     * @throws UserError naming file and line of what cannot be read
     */
    public SortedMap<String, List<HistoryEntry>> read() {
        SortedMap<String, List<HistoryEntry>> entries = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(HistoryFile::isOne).sorted().map(HistoryFile::new).forEach(file -> {
                List<HistoryEntry> runs = file.read();
                if (!runs.isEmpty()) {
                    entries.put(file.fingerprint(), runs);
                }
            });
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new UserError(directory + " is no folder with a history");
        } catch (IOException e) {
            throw IoErrors.unchecked("cannot read " + directory, e);
        }
        return entries;
    }
}
