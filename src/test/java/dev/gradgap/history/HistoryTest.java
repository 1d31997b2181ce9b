package dev.gradgap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.Operator;
import dev.gradgap.history.HistoryEntry.CellName;
import dev.gradgap.history.HistoryEntry.Figures;
import dev.gradgap.results.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {

    private static final CellName KEY = new CellName("rosenbrock", 1024, "graph-reverse", Operator.GRADIENT);

    @TempDir
    private Path folder;

    static HistoryEntry entry(int day, String hash, double timeNs, long tapeBytes) {
        Figures figures =
                new Figures(KEY, timeNs, 10, OptionalLong.of(1), OptionalLong.of(tapeBytes), OptionalDouble.of(0.1));
        return new HistoryEntry(
                String.format(Locale.ROOT, "2026-%02d-%02dT00:00:00Z", 1 + day / 28, 1 + day % 28),
                String.format(Locale.ROOT, "%040x", day + 1),
                "jar",
                "pr",
                new TreeMap<>(Map.of("cpu_model", "a processor")),
                Map.of("rosenbrock", hash),
                List.of(figures));
    }

    @Test
    void whatIsAppendedIsReadInTheOrderOfDatesEachRunOnce() {
        History history = new History(folder);
        history.append(entry(2, "a", 1234.5678901234567, 64));
        Path file = history.append(entry(1, "a", 1000, 64));
        assertThat(history.append(entry(1, "a", 1000, 64))).isEqualTo(file);

        assertThat(history.read())
                .containsOnlyKeys(file.getFileName().toString().replace(".jsonl", ""))
                .containsValue(List.of(entry(1, "a", 1000, 64), entry(2, "a", 1234.5678901234567, 64)));
    }

    @Test
    void theOrderOfLinesMeansNothing() throws IOException {
        History history = new History(folder);
        Path file = history.append(entry(1, "a", 1, 64));
        history.append(entry(2, "a", 2, 64));
        Map<String, List<HistoryEntry>> before = history.read();
        List<String> lines = Files.readAllLines(file);
        Collections.reverse(lines);
        Files.write(file, lines);

        assertThat(history.read()).isEqualTo(before);
    }

    @Test
    void aLineThatCannotBeReadIsNamedAndNothingIsLost() throws IOException {
        History history = new History(folder);
        Path file = history.append(entry(1, "a", 1, 64));
        String damaged = Files.readString(file) + "{\"schema\":1,\"date\n";
        Files.writeString(file, damaged);

        assertThatThrownBy(history::read)
                .isInstanceOf(ResultsException.class)
                .hasMessage(file + ":2: not a line of JSON; nothing was changed: mend or remove the line");
        assertThatThrownBy(() -> history.append(entry(2, "a", 1, 64))).isInstanceOf(ResultsException.class);
        assertThat(file).hasContent(damaged.strip());
    }

    @Test
    void anotherSchemaIsRefused() throws IOException {
        Path file = new History(folder).append(entry(1, "a", 1, 64));
        Files.writeString(file, Files.readString(file).replace("\"schema\":1", "\"schema\":2"));

        assertThatThrownBy(() -> new History(folder).read())
                .hasMessageContaining(":1: schema 2, where this version reads 1");
    }

    @Test
    void aFolderWithoutAHistoryIsNamed() {
        assertThatThrownBy(() -> new History(folder.resolve("none")).read())
                .hasMessage(folder.resolve("none") + " is no folder with a history");
    }
}
