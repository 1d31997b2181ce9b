package dev.gradgap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.Operator;
import dev.gradgap.history.HistoryEntry.Figures;
import dev.gradgap.results.Allocation;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.TimedCell;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.MadeUpCell;
import dev.gradgap.results.journal.MadeUpFork;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HistoryTest {

    private static final Map<String, Object> ENVIRONMENT = Map.of(
            "date", "2026-01-31T12:00:00Z",
            "cpu_model", "a processor",
            "logical_cores", 2,
            "memory_bytes", 16_766_779_392L,
            "os_arch", "amd64",
            "jvm_version", "17.0.1",
            "git_commit", "a".repeat(40));

    @TempDir
    private Path folder;

    private static RunData run(Map<String, String> settings, Status... forks) {
        PlannedCell cell = MadeUpCell.of("mlp", 16, "tape").settings(settings).planned();
        List<ForkResult> results = new ArrayList<>();
        for (Status status : forks) {
            results.add(MadeUpFork.of(0, results.size())
                    .ended(status, status == Status.OK ? "" : "broken by hand")
                    .operations(100)
                    .times(status == Status.OK ? List.of(1000.5) : List.of())
                    .allocBytes(24.5)
                    .tapeBytes(64)
                    .fork());
        }
        RunHeader header = new RunHeader(
                RunHeader.SCHEMA,
                "benchmarks/suites/pr.toml",
                7,
                3,
                Map.of("forks", "3", "iterations", "5", "heap", "1g"),
                List.of(),
                List.of(cell));
        return new RunData(header, results);
    }

    @Test
    void aRunBecomesAnEntryAndComesBackAsItWas() {
        Environment environment = new Environment(ENVIRONMENT).withWorkloadHashes(Map.of("mlp", "abc"));
        HistoryEntry entry = History.entry("run", run(Map.of("heap", "2g"), Status.OK, Status.OK), environment);

        assertThat(entry.suite()).isEqualTo("pr");
        assertThat(entry.settings()).isEqualTo(Map.of("iterations", "5", "heap", "1g", "seed", "7"));
        assertThat(entry.environment()).containsEntry("memory_gib", "16").doesNotContainKey("git_commit");
        assertThat(entry.cells())
                .containsExactly(new Figures(
                        new TimedCell(new CellKey("mlp", 16, "tape", Operator.GRADIENT), Method.MEASURED),
                        new Interval(1000.4999999999999, 1000.4999999999999, 1000.4999999999999),
                        2,
                        Map.of("heap", "2g"),
                        OptionalLong.of(1),
                        OptionalLong.of(64),
                        Optional.of(new Allocation(24.5, 24.5, 24.5))));
        History history = new History(folder);
        history.append(entry);
        assertThat(history.read().values()).containsExactly(List.of(entry));
    }

    @Test
    void whatIsNoFinishedRunIsNotRemembered() {
        Environment environment = new Environment(ENVIRONMENT);

        assertThatThrownBy(() -> History.entry("here", run(Map.of()), environment))
                .isInstanceOf(UserError.class)
                .hasMessage("here is not finished: 1 cells have not been measured; carry it on with run --resume here");
        assertThatThrownBy(() -> History.entry("here", run(Map.of(), Status.FAILED), environment))
                .hasMessage("here has no ok cell: there is nothing to remember");
        assertThatThrownBy(() -> History.entry("here", run(Map.of(), Status.OK), new Environment(Map.of())))
                .hasMessage("here: environment.json does not say date, without which the run cannot be compared with"
                        + " others");
    }

    /** What a kernel keeps for itself changes with its version; another machine has other memory. */
    @ParameterizedTest
    @CsvSource({
        "memory_bytes, 16757329920, true",
        "memory_bytes, 33533558784, false",
        "os_version, 6.8, true",
        "load_average, 9, true",
        "jvm_version, 17.0.2, false",
        "jvm_arguments, -Xmx2g, false",
        "jmh_version, 1.38, false",
        "cpu_model, another, false"
    })
    void theFingerprintIsOfWhatTimesDependOn(String field, String value, boolean same) {
        Map<String, Object> other = new HashMap<>(ENVIRONMENT);
        other.put(field, field.equals("memory_bytes") ? Long.valueOf(value) : value);

        assertThat(Fingerprint.of(new Environment(other).conditions())
                        .equals(Fingerprint.of(new Environment(ENVIRONMENT).conditions())))
                .isEqualTo(same);
    }

    @Test
    void whatIsAppendedIsReadInTheOrderOfDatesEachRunOnce() {
        History history = new History(folder);
        HistoryEntry later = Entries.of(2, "a", 1234.5678901234567, 64);
        HistoryEntry earlier = Entries.of(1, "a", 1000, 64);

        Path file = history.append(later).file();
        assertThat(history.append(earlier)).isEqualTo(new History.Appended(file, true));
        assertThat(history.append(earlier)).isEqualTo(new History.Appended(file, false));

        assertThat(file).content().hasLineCount(2);
        assertThat(history.read())
                .containsExactly(
                        Map.entry(file.getFileName().toString().replace(".jsonl", ""), List.of(earlier, later)));
    }

    /** As git's union merge leaves them: any order, lines of both sides, the same line twice. */
    @Test
    void theOrderOfLinesMeansNothing() throws IOException {
        History history = new History(folder);
        Path file = history.append(Entries.of(1, "a", 1, 64)).file();
        history.append(Entries.of(2, "a", 2, 64));
        // Of one second: another suite, and other cells of the first.
        history.append(Entries.ofSuite("other", 1, 3));
        history.append(Entries.ofEngine("compiled-reverse", 1, 4));
        Map<String, List<HistoryEntry>> before = history.read();
        assertThat(before.values().iterator().next())
                .extracting(entry -> entry.suite() + entry.cells().size())
                .containsExactly("other1", "pr2", "pr1");

        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add(lines.get(1));
        for (int k = 0; k < lines.size(); k++) {
            Collections.rotate(lines, 1);
            Files.write(file, lines);
            assertThat(history.read()).isEqualTo(before);
        }
        Collections.reverse(lines);
        Files.write(file, lines);
        assertThat(history.read()).isEqualTo(before);
    }

    @Test
    void aRunThatWasCarriedOnCountsOnceWithAllItsForks() {
        History history = new History(folder);
        HistoryEntry few = Entries.withForks(2, 1100);
        HistoryEntry many = Entries.withForks(10, 1000);

        assertThat(history.append(few).added()).isTrue();
        assertThat(history.append(many).added()).isTrue();
        assertThat(history.append(few).added()).isFalse();

        assertThat(history.read().values()).containsExactly(List.of(many));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"schema\":1,\"date|not a JSON object in UTF-8",
                "<<<<<<< HEAD|not a JSON object in UTF-8",
                "[]|not a JSON object in UTF-8",
                "{}|'schema' is missing",
                "{\"schema\":1}|'date' is missing",
                "{\"schema\":\"1\"}|'schema' is not a whole number"
            })
    void aLineThatCannotBeReadIsNamedAndNothingIsLost(String line, String problem) throws IOException {
        History history = new History(folder);
        Path file = history.append(Entries.of(1, "a", 1, 64)).file();
        String damaged = Files.readString(file) + line;
        Files.writeString(file, damaged);
        String message = file + ":2: " + problem + "; nothing was changed: mend or remove the line";

        assertThatThrownBy(history::read).isInstanceOf(UserError.class).hasMessage(message);
        assertThatThrownBy(() -> history.append(Entries.of(2, "a", 1, 64)))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
        assertThat(Files.readString(file)).isEqualTo(damaged);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"inputs\":1024|\"inputs\":\"many\"|cell 1: 'inputs' is not a whole number",
                "\"tape_bytes\":64|\"tape_bytes\":6.5|cell 1: 'tape_bytes' is not a whole number",
                "\"alloc_bytes\":0.1|\"alloc_bytes\":null|cell 1: 'alloc_bytes' is not a number",
                "\"time_ns\":7.0|\"time_ns\":-7.0|cell 1: 'time_ns' is -7.0, which is not above 0",
                "\"forks\":10|\"forks\":0|cell 1: 'forks' is 0, which is less than 1",
                "\"passes\":1,|\"passes\":-1,|cell 1: 'passes' is -1, which is less than 1",
                "\"alloc_bytes\":0.1|\"alloc_bytes\":-0.1|cell 1: 'alloc_bytes' is -0.1, which is less than 0",
                "\"time_hi_ns\":7|\"time_hi_ns\":6|cell 1: 'time_lo_ns' is above the other bound",
                "\"time_ns\":7.0|\"time_ns\":9.0|cell 1: 'time_lo_ns' and 'time_hi_ns' are no bounds of 'time_ns'",
                "\"time_ns\":7.0|\"time_ns\":\"NaN\"|cell 1: 'time_ns' is not a number",
                "\"alloc_lo_bytes\":0.1|\"alloc_lo_bytes\":0.2|cell 1: 'alloc_lo_bytes' and 'alloc_hi_bytes' are no bounds of",
                "gradient|Gradient|cell 1: 'operator' is not one of",
                "2026-01-02T00:00:00Z|yesterday|'date' is 'yesterday', not a moment such as 2026-01-31T12:00:00Z",
                "\"schema\":1|\"schema\":2|schema 2, where this version reads 1",
                "a processor|another one|a run in another environment, which belongs in "
            })
    void aValueThatCannotBeIsNotTakenForAnother(String right, String wrong, String problem) throws IOException {
        Path file = new History(folder).append(Entries.of(1, "a", 7, 64)).file();
        String line = Files.readString(file);
        assertThat(line).contains(right);
        Files.writeString(file, line.replace(right, wrong));

        assertThatThrownBy(() -> new History(folder).read())
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file + ":1: " + problem);
    }

    @Test
    void bytesThatAreNoTextAreNamedByTheirLine() throws IOException {
        Path file = new History(folder).append(Entries.of(1, "a", 7, 64)).file();
        byte[] bytes = Files.readString(file).replace("rosen", "r?sen").getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xFF;
        Files.write(file, bytes);

        assertThatThrownBy(() -> new History(folder).read())
                .hasMessageStartingWith(file + ":1: not a JSON object in UTF-8");
    }

    @Test
    void aLastLineWithoutItsEndGetsOne() throws IOException {
        History history = new History(folder);
        Path file = history.append(Entries.of(1, "a", 1, 64)).file();
        Files.writeString(file, Files.readString(file).stripTrailing());

        history.append(Entries.of(2, "a", 1, 64));

        assertThat(file).content().hasLineCount(2).endsWith("\n");
        assertThat(history.read().values().iterator().next()).hasSize(2);
    }

    @Test
    void nothingIsLostWhereSeveralAppendAtOnce() {
        IntStream.range(0, 40).parallel().forEach(day -> new History(folder).append(Entries.of(day, "a", 1, 64)));

        assertThat(new History(folder).read().values().iterator().next()).hasSize(40);
    }

    @Test
    void anIntervalBeyondAllNumbersIsRememberedAsUnknown() {
        History history = new History(folder);
        history.append(Entries.withInterval(new Interval(7, 0, Double.POSITIVE_INFINITY)));

        assertThat(history.read().values()).containsExactly(List.of(Entries.withInterval(Interval.unknown(7))));
    }

    @Test
    void anInfiniteBoundOfAnEarlierVersionIsReadAsUnknown() throws IOException {
        Path file = new History(folder).append(Entries.of(1, "a", 7, 64)).file();
        Files.writeString(
                file, Files.readString(file).replaceFirst("\"time_hi_ns\":[0-9.]+", "\"time_hi_ns\":\"Infinity\""));

        assertThat(new History(folder)
                        .read()
                        .values()
                        .iterator()
                        .next()
                        .get(0)
                        .cells()
                        .get(0)
                        .time()
                        .isKnown())
                .isFalse();
    }

    @Test
    void aFolderWithoutAHistoryIsNamed() {
        assertThatThrownBy(() -> new History(folder.resolve("none")).read())
                .hasMessage(folder.resolve("none") + " is no folder with a history");
    }
}
