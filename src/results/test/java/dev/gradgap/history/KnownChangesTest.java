package dev.gradgap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.history.Series.Point;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownChangesTest {

    private static final String HEADER = "since,workload,engine,note\n";

    /** A run on each of the first ten days of January, at midnight, commits 00000001... to 0000000a... */
    private static final List<Point> POINTS = IntStream.range(0, 10)
            .mapToObj(day -> Entries.of(day, "a", 1, 64))
            .map(entry -> new Point(entry, entry.cells().get(0)))
            .toList();

    @TempDir
    private Path folder;

    private Path file(String rows) throws IOException {
        return Files.writeString(folder.resolve("known-changes.csv"), HEADER + rows);
    }

    private Optional<String> note(String rows, int uncertainty) throws IOException {
        return KnownChanges.read(file(rows)).note(Entries.CELL, POINTS, 5, uncertainty);
    }

    /** The change came after the run of January 5 and not after that of January 6, give or take a run. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-05, true, true",
        "2026-01-06, true, true",
        "2026-01-04, false, true",
        "2026-01-03, false, false",
        "2026-01-08, false, false",
        "2026-01-05T18:30:00Z, true, true",
        "2026-01-04T18:30:00Z, false, true",
        "2026-01-06T00:00:01Z, false, true",
        "2026-01-07T00:00:01Z, false, false",
        "0000000600, true, true",
        "0000000500, false, true",
        "0000000700, false, true",
        "0000000400, false, false",
        "0000000800, false, false"
    })
    void aChangeIsExplainedByWhatHappenedBetweenTheRunsAroundIt(String since, boolean exact, boolean about)
            throws IOException {
        String row = since + ",rosen*,graph-*,a new tape\n";

        assertThat(note(row, 0)).isEqualTo(exact ? Optional.of("a new tape") : Optional.empty());
        assertThat(note(row, 1)).isEqualTo(about ? Optional.of("a new tape") : Optional.empty());
    }

    @Test
    void globsChooseTheCellsAndSeveralNotesAreAllTold() throws IOException {
        assertThat(note("2026-01-06,mlp,*,x\n2026-01-06,*,compiled-*,y\n", 0)).isEmpty();
        assertThat(note("2026-01-06,,,\"one, two\"\n2026-01-06,*,*,three\n", 0)).contains("one, two; three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "last tuesday", "2026-02-30", "abc", "2026-01-05T18:30"})
    void whatIsNeitherDateNorCommitIsRefused(String since) throws IOException {
        Path file = file("2026-01-06,*,*,fine\n" + since + ",*,*,not fine\n");

        assertThatThrownBy(() -> KnownChanges.read(file))
                .isInstanceOf(UserError.class)
                .hasMessage(file + ":3: column since: '" + since
                        + "' is not a day (2026-01-31), a moment (2026-01-31T12:00:00Z) or a commit");
    }

    @Test
    void digitsThatMayBeADayOrACommitAreRefused() throws IOException {
        Path file = file("20260103,*,*,x\n");

        assertThatThrownBy(() -> KnownChanges.read(file))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        file + ":2: column since: '20260103' is not clear: write a day as 2026-01-31, or of a commit"
                                + " nine digits or more");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("known.csv"), "since,workload,note\n2026-01-01,x,y\n");

        assertThatThrownBy(() -> KnownChanges.read(file))
                .isInstanceOf(UserError.class)
                .hasMessage(file + ":1: missing column engine");
    }
}
