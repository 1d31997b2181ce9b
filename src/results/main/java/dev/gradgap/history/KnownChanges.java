package dev.gradgap.history;

import dev.gradgap.history.Series.Point;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.TimedCell;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.results.file.FieldException;
import dev.gradgap.text.Glob;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Changes that somebody knows the reason of: known-changes.csv, with columns since, workload, engine and note. */
public final class KnownChanges {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

    /** Eight digits that may be meant as a day, and are the beginning of a commit's hash once in some thousand times. */
    private static final Pattern DAY = Pattern.compile("(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");

    private static final String SINCE = "a day (2026-01-31), a moment (2026-01-31T12:00:00Z) or a commit";
    private static final String UNCLEAR = "clear: write a day as 2026-01-31, or of a commit nine digits or more";

    private final List<Known> changes;

    private KnownChanges(List<Known> changes) {
        this.changes = changes;
    }

    /**
     * A row of the file, made by its schema.
     *
     * @param workload a pattern; empty for all
     * @param engine a pattern; empty for all
     */
    record Known(String since, String workload, String engine, String note) {

        Known {
            try {
                Since.parse(since);
            } catch (IllegalArgumentException e) {
                throw new FieldException(
                        "since", "is not " + (DAY.matcher(since).matches() ? UNCLEAR : SINCE));
            }
        }

        boolean isOf(CellKey cell) {
            return matches(workload, cell.workload()) && matches(engine, cell.engine());
        }

        private static boolean matches(String pattern, String name) {
            return pattern.isEmpty() || new Glob(pattern).matches(name);
        }
    }

    /** From when on something holds. */
    private sealed interface Since {

        static Since parse(String text) {
            if (COMMIT.matcher(text).matches()) {
                if (DAY.matcher(text).matches()) {
                    throw new IllegalArgumentException("a commit or a day");
                }
                return new Commit(text);
            }
            try {
                if (text.contains("T")) {
                    Instant moment = Instant.parse(text);
                    return new Period(moment, moment.plusNanos(1));
                }
                Instant day = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
                return new Period(day, day.plus(Duration.ofDays(1)));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("neither a commit nor a date", e);
            }
        }

        /** Whether it may have happened after the first of these runs and not after the last. */
        boolean isWithin(List<Point> runs);
    }

    /** The first commit that has it. */
    private record Commit(String prefix) implements Since {

        @Override
        public boolean isWithin(List<Point> runs) {
            return runs.stream().skip(1).anyMatch(point -> point.run().commit().startsWith(prefix));
        }
    }

    /** A day or a moment; from inclusive, to exclusive. */
    private record Period(Instant from, Instant to) implements Since {

        @Override
        public boolean isWithin(List<Point> runs) {
            Instant first = runs.get(0).run().date();
            Instant last = runs.get(runs.size() - 1).run().date();
            return to.isAfter(first) && !from.isAfter(last);
        }
    }

    /** No known changes. */
    public static KnownChanges none() {
        return new KnownChanges(List.of());
    }

    /**
     * Reads the file.
     *
     * @throws dev.gradgap.text.UserError naming file, line and column of what is wrong
     */
    public static KnownChanges read(Path file) {
        return new KnownChanges(CsvTable.read(file, Known.class));
    }

    /**
     * What is known of a change.
     *
     * @param at the position of the first run after it
     * @param uncertainty how many runs it may really have been earlier or later
     */
    Optional<String> note(TimedCell cell, List<Point> points, int at, int uncertainty) {
        List<Point> around =
                points.subList(Math.max(0, at - 1 - uncertainty), Math.min(points.size(), at + 1 + uncertainty));
        return Optional.of(changes.stream()
                        .filter(known -> known.isOf(cell.cell())
                                && Since.parse(known.since()).isWithin(around))
                        .map(Known::note)
                        .distinct()
                        .collect(Collectors.joining("; ")))
                .filter(note -> !note.isEmpty());
    }
}
