package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Technology;
import dev.gradgap.results.Cell;
import dev.gradgap.results.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What engines foretell of their memory against what forks find them to hold. */
class MemoryIT {

    /** A graph without regularity: nothing of it can be left out, so that what is predicted from its size alone is there. */
    private static final String IRREGULAR = """
            title = "memory"
            forks = 1
            warmup_iterations = 1
            warmup_ms = 10
            iterations = 1
            iteration_ms = 10
            heap = "512m"
            sample_above_ms = 1
            fork_timeout_s = 60

            [[cells]]
            workloads = ["random"]
            engines = ["overloading-reverse", "graph-forward", "graph-forward-8", "interpreter-reverse"]
            operators = ["primal", "gradient"]
            inputs = "16K"

            [[cells]]
            workloads = ["rosenbrock"]
            engines = ["compiled-forward", "compiled-forward-8", "compiled-reverse"]
            operators = ["gradient"]
            inputs = "16K"

            [[cells]]
            workloads = ["random"]
            engines = ["overloading-reverse"]
            inputs = "32K"
            heap = "640m"
            """;

    @TempDir
    private Path folder;

    @Test
    void thePredictionIsWithinAFactorOfOneAndAHalfAndAnUpperBoundForWhatIsCompiled() throws IOException {
        Path suite = Files.writeString(folder.resolve("memory.toml"), IRREGULAR);

        BenchmarksJar.Outcome outcome = new BenchmarksJar(folder)
                .run("run", "--suite", suite.toString(), "--out", "out")
                .withoutStackTrace();

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err() + outcome.out()).doesNotContain("incubator");
        List<Cell> cells = RunDirectory.read(folder.resolve("out")).cells();
        assertThat(cells).hasSize(12);
        for (Cell cell : Measured.of(cells)) {
            String name = cell.engine() + " " + cell.operator().label() + " " + cell.inputs();
            if (cell.operator().label().equals("primal")) {
                assertThat(cell.liveBytes()).as(name).isEmpty();
            } else {
                double predicted = cell.predictedBytes().orElseThrow();
                // Compiling takes more than what it leaves, and the prediction is of that.
                double most = cell.technology() == Technology.COMPILED ? Double.MAX_VALUE : 1.5;
                assertThat(predicted / cell.liveBytes().orElseThrow()).as(name).isBetween(1 / 1.5, most);
            }
        }
    }
}
