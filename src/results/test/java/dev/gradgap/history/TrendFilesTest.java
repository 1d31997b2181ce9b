package dev.gradgap.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Operator;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.Method;
import dev.gradgap.results.TimedCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.LOCALE)
final class TrendFilesTest {

    private static final TimedCell HOSTILE = new TimedCell(
            new CellKey("<script>alert(1)</script>\u0001", 8, "e\"'&]]>", Operator.GRADIENT), Method.MEASURED);

    private final Locale before = Locale.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    /** A step from 1 µs to 2 µs after six of twelve runs. */
    private static List<HistoryEntry> step(TimedCell cell) {
        return IntStream.range(0, 12)
                .mapToObj(day -> Entries.of(day, cell, (day < 6 ? 1000.5 : 2001) + day % 2))
                .toList();
    }

    private static Trend trend(List<HistoryEntry> entries) {
        return Trend.of("f", entries, cell -> true, new ChangeFinder(KnownChanges.none(), 0.01, 0));
    }

    private Map<String, String> written(String name, Trend... trends) throws IOException {
        Path directory = folder.resolve(name);
        TrendFiles.write(directory, List.of(trends), 0.01);
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }

    @Test
    void theSameHistoryGivesTheSameBytesInEveryLocale() throws IOException {
        Locale.setDefault(Locale.ROOT);
        Map<String, String> expected = written("root", trend(step(Entries.CELL)));
        assertThat(expected)
                .containsOnlyKeys(
                        TrendFiles.HTML, TrendFiles.CSV, "svg/f-pr-rosenbrock_1024_graph-reverse_gradient.svg");
        for (String locale : List.of("de-DE", "ar-EG-u-nu-arab", "tr-TR", "th-TH-u-nu-thai")) {
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat(written(locale, trend(step(Entries.CELL)))).as(locale).isEqualTo(expected);
        }
    }

    @Test
    void namesOfUsersAreNoMarkup() throws Exception {
        Map<String, String> files = written("hostile", trend(step(HOSTILE)));

        assertThat(files.get(TrendFiles.HTML))
                .contains("&lt;script&gt;alert(1)", "+100.0 %")
                .doesNotContain("<script", "src=", "href=", "@import", "url(", "\u0001");
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().endsWith(".svg")) {
                assertThat(DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(folder.resolve("hostile")
                                        .resolve(file.getKey())
                                        .toFile())
                                .getDocumentElement()
                                .getFirstChild()
                                .getTextContent())
                        .startsWith("<script>alert(1)</script>\uFFFD 8 e\"'&]]> gradient, suite pr: 12 runs");
            }
        }
    }

    @Test
    void cellsWhoseNamesDifferInPunctuationAloneHaveDrawingsOfTheirOwn() throws IOException {
        Stream<HistoryEntry> entries = Stream.of("a:b=1", "a/b 1", "A:B=1")
                .map(workload -> new TimedCell(new CellKey(workload, 8, "e", Operator.GRADIENT), Method.MEASURED))
                .flatMap(cell -> step(cell).stream());

        assertThat(written("alike", trend(HistoryEntry.runs(entries.toList()))).keySet())
                .filteredOn(name -> name.startsWith("svg/"))
                .hasSize(3);
    }

    @Test
    void aChangeIsARowThatNamesTheRunsAroundIt() throws IOException {
        List<HistoryEntry> entries = step(Entries.CELL);
        String[] lines = written("csv", trend(entries)).get(TrendFiles.CSV).split("\r\n");

        assertThat(lines).hasSize(2);
        assertThat(lines[0])
                .isEqualTo("fingerprint,suite,workload,inputs,engine,operator,method,figure,since,commit,until,"
                        + "commit_before,before,after,ratio,ratio_lo,ratio_hi,note,seen_in");
        assertThat(lines[1])
                .startsWith("f,pr,rosenbrock,1024,graph-reverse,gradient,measured,time,2026-01-07T00:00:00Z,"
                        + entries.get(6).commit() + ",2026-01-06T00:00:00Z,"
                        + entries.get(5).commit() + ",100");
    }

    @Test
    void somethingOutOfNothingHasNoPercentage() throws IOException {
        List<HistoryEntry> entries = List.of(Entries.allocating(0, 0), Entries.allocating(1, 4096));
        Map<String, String> files = written("nothing", trend(entries));

        assertThat(TrendTable.groups(List.of(trend(entries))).get(0).rows().get(0))
                .contains("alloc_bytes", "0", "4,096");
        assertThat(files.get(TrendFiles.HTML)).doesNotContain("Infinity", "NaN");
        assertThat(files.get(TrendFiles.CSV)).doesNotContain("Infinity", "NaN");
    }

    /** A single run has no room between its first and its last. */
    @Test
    void aSingleRunIsDrawn() throws IOException {
        assertThat(written("single", trend(List.of(Entries.of(0, "a", 1, 64)))).values())
                .noneMatch(text -> text.contains("NaN"));
    }
}
