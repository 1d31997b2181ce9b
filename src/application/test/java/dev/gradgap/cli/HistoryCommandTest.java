package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code history} and {@code trend}, with the committed reference run as the run to remember. */
@Tag("thorough")
final class HistoryCommandTest {

    private static final String RUN = "results/reference";

    @TempDir
    private Path folder;

    private String history;

    @BeforeEach
    void nameTheHistory() {
        history = folder.resolve("history").toString();
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(history))) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Outcome remember() {
        return Outcome.of("history", RUN, "--history", history);
    }

    private Outcome trend(String... options) {
        return Outcome.of(Stream.concat(Stream.of("trend", "--history", history), Stream.of(options))
                .toArray(String[]::new));
    }

    @Test
    void aRunIsRememberedOnceAndDrawn() throws IOException {
        assertThat(remember().isFine().out()).startsWith(RUN + " added to " + file());
        assertThat(remember().isFine().out()).startsWith(RUN + " is already in " + file());
        assertThat(file()).content().hasLineCount(1);

        Path out = folder.resolve("trend");
        assertThat(trend("--workload", "rosen*", "--engine", "graph-*", "--out", out.toString())
                        .isFine()
                        .out())
                .contains("no change", "No cell has six comparable runs yet", ": 1 runs, ");
        assertThat(out.resolve("trend.html")).content().contains("<svg").doesNotContain(">mlp ");
        assertThat(out.resolve("trend.csv")).exists();
        assertThat(out.resolve("svg")).isDirectoryContaining("glob:**rosenbrock*.svg");
    }

    @Test
    void whatCannotBeReadIsRefusedInOneLine() throws IOException {
        remember();
        String whole = Files.readString(file());
        Files.writeString(file(), whole + whole.substring(0, 100));
        String message = file() + ":2: not a JSON object in UTF-8; nothing was changed: mend or remove the line";
        trend().isRefusedWith(message);
        remember().isRefusedWith(message);
        assertThat(Files.readString(file())).isEqualTo(whole + whole.substring(0, 100));

        Files.writeString(file(), whole + whole.replace("\"schema\":1", "\"schema\":2"));
        trend().isRefusedWith(file()
                + ":2: schema 2, where this version reads 1; nothing was changed: mend or remove the line");
    }

    @Test
    void wrongOptionsAreRefusedInOneLine() throws IOException {
        trend().isRefusedWith(history + " is no folder with a history");
        remember();
        trend("--workload", "none*")
                .isRefusedWith("nothing to draw: " + history + " has no run of such a cell; history adds runs");
        trend("--gate", "none").isRefusedWith("--gate: 'none' is not a share between 0 and 1, such as 3% or 0.03");
        Path known = Files.writeString(folder.resolve("k.csv"), "since,workload,engine,note\nsoon,*,*,x\n");
        trend("--known", known.toString())
                .isRefusedWith(known + ":2: column since: 'soon' is not a day (2026-01-31), a moment"
                        + " (2026-01-31T12:00:00Z) or a commit");
        Outcome.of("history", folder.toString(), "--history", history)
                .isRefusedWith("no run to read: " + folder.resolve("journal") + " is missing");
    }
}
