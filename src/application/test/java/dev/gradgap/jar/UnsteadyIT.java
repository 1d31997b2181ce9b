package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.jar.BenchmarksJar.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines that never get steady, or not for long, are named as such, and their times are used for nothing. */
class UnsteadyIT {

    private static final String SUITE = """
            title = "unsteady"
            forks = 1
            warmup_iterations = 1
            warmup_ms = 20
            iterations = 6
            iteration_ms = 100
            heap = "256m"
            fork_timeout_s = 60

            [[cells]]
            workloads = ["rosenbrock"]
            engines = ["even-reverse", "littering-reverse", "deoptimising-reverse", "twofold-reverse", "late-reverse"]
            operators = ["gradient"]
            inputs = "1K"
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsNotSteadyIsNoFigure() throws IOException {
        Files.writeString(folder.resolve("unsteady.toml"), SUITE);
        Path plugin = UnsteadyEngines.jar(Files.createDirectory(folder.resolve("plugin")));

        Outcome outcome = new BenchmarksJar(folder)
                .run("run", "--suite=unsteady.toml", "--plugin=" + plugin, "--out=out")
                .withoutStackTrace();

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        Map<String, String> cells = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("out/cells.csv"))) {
            cells.put(List.of(line.split(",", -1)).get(4), line);
        }
        assertThat(cells.get("even-reverse")).contains(",ok,");
        assertThat(cells.get("littering-reverse"))
                .contains(",unsteady,", "bytes, where littering-reverse says that it allocates nothing");
        assertThat(cells.get("deoptimising-reverse")).contains(",unsteady,", " by C2");
        assertThat(cells.get("twofold-reverse")).contains(",unsteady,", "by a factor of");
        assertThat(cells.get("late-reverse")).contains(",unsteady,", "slower than 4 s later by a factor of");
        assertThat(outcome.out()).contains("5 planned = 1 ok + 0 skipped + 0 failed + 4 unsteady");
        assertThat(Files.readString(folder.resolve("out/samples.csv")))
                .doesNotContain("littering", "deopt", "twofold", "late-");
        assertThat(Files.readString(folder.resolve("out/summary.md"))).contains("Skipped, failed and unsteady cells");
    }

    /** What an unsteady fork has found out counts no more than its times. */
    @Test
    void theFirstSteadyForkIsVerifiedFromAllSides() throws IOException {
        Files.writeString(
                folder.resolve("shy.toml"),
                SUITE.replace("forks = 1", "forks = 3").replaceFirst("engines = .*", "engines = [\"shy-reverse\"]"));
        Path plugin = UnsteadyEngines.jar(Files.createDirectory(folder.resolve("plugin")));

        new BenchmarksJar(folder)
                .run("run", "--suite=shy.toml", "--plugin=" + plugin, "--out=out")
                .withoutStackTrace();

        List<String> lines = Files.readAllLines(folder.resolve("out/journal"));
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).contains("\"round\":0", "\"unsteady\"");
        assertThat(lines.get(2)).contains("\"round\":1", "\"ok\"", "\"live_bytes\"");
        assertThat(lines.get(3)).contains("\"round\":2", "\"ok\"").doesNotContain("\"live_bytes\"");
    }
}
