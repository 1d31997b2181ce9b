package dev.gradgap.docs;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a run under results/reference, as they are in the repository. */
record CommittedRun(Path folder) {

    private static final Pattern LAST_FORK = Pattern.compile("\"started_at\":\"([^\"]+)\",\"seconds\":([\\d.]+)");

    /** By the word that figures.txt uses for it. */
    static CommittedRun of(String name) {
        Path reference = Path.of("results", "reference");
        return new CommittedRun(name.equals("standard") ? reference : reference.resolve(name));
    }

    /** The rows of a table such as {@code cells}, column by name. */
    List<Map<String, String>> rows(String table) {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(folder.resolve(table + ".csv").toFile())) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the only group of a regular expression catches in summary.md. */
    String said(String regex) {
        Matcher said = Pattern.compile(regex).matcher(text("summary.md"));
        if (!said.find()) {
            throw new IllegalArgumentException("summary.md of " + folder + " does not say " + regex);
        }
        return said.group(1);
    }

    /** The beginning of the name of the commit that was measured. */
    String commit() throws IOException {
        return environment().get("git_commit").toString().substring(0, 7);
    }

    /** From the beginning of the run to the end of its last fork. */
    long minutes() throws IOException {
        Instant begin = Instant.parse(environment().get("date").toString());
        Instant end = begin;
        for (MatchResult fork : LAST_FORK.matcher(text("journal")).results().toList()) {
            Instant ended = Instant.parse(fork.group(1)).plusSeconds((long) Double.parseDouble(fork.group(2)));
            end = ended.isAfter(end) ? ended : end;
        }
        return Math.round(Duration.between(begin, end).toSeconds() / 60.0);
    }

    private Map<?, ?> environment() throws IOException {
        return new ObjectMapper().readValue(folder.resolve("environment.json").toFile(), Map.class);
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
