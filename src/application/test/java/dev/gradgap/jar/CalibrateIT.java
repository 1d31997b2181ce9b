package dev.gradgap.jar;

import static dev.gradgap.jar.BenchmarksJar.JAR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gradgap.jar.BenchmarksJar.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the jar with itself by real forks. */
class CalibrateIT {

    private static final String SUITE = """
            title = "tiny"
            warmup_iterations = 1
            warmup_ms = 10
            iterations = 2
            iteration_ms = 10
            heap = "256m"
            fork_timeout_s = 60

            [[cells]]
            workloads = ["rosenbrock"]
            engines = ["graph-reverse"]
            inputs = "4K"
            """;

    @TempDir
    private Path folder;

    @Test
    void aKilledCalibrationCarriesOnAndTheSameForksGiveTheSameBytes() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("tiny.toml"), SUITE);
        BenchmarksJar jar = new BenchmarksJar(folder);
        BenchmarksJar.Running running = jar.start(
                "calibrate", JAR, "--suite=tiny.toml", "--comparisons=2", "--pairs=3", "--gate=90%", "--out=c");
        running.untilLines(folder.resolve("c/head/journal"), 3);
        running.process().descendants().forEach(ProcessHandle::destroyForcibly);
        running.process().destroyForcibly();
        running.process().waitFor();

        Outcome resumed = jar.run("calibrate", "--resume=c").withoutStackTrace();

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("2 of 2 comparisons of 3 pairs: ").contains("rosenbrock 4K graph-reverse");
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("c/calibration.json").toFile());
        assertThat(json.path("comparisons").asInt()).isEqualTo(2);
        assertThat(json.path("cells").path(0).path("pairs").asInt()).isEqualTo(6);
        assertThat(json.path("cells").path(0).path("deviation").asDouble()).isPositive();

        List<String> names = List.of("calibration.md", "calibration.json", "calibration.csv");
        for (String name : names) {
            Files.copy(folder.resolve("c").resolve(name), folder.resolve(name));
        }
        assertThat(jar.run("calibrate", "--resume=c").exitCode()).isZero();
        for (String name : names) {
            assertThat(folder.resolve("c").resolve(name)).hasSameBinaryContentAs(folder.resolve(name));
        }
    }
}
