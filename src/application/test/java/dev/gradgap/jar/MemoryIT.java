package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Technology;
import dev.gradgap.results.Cell;
import dev.gradgap.results.directory.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Engines that allocate, on functions so small that the first iterations are over before a large heap is used once. */
    private static final String ALLOCATING = """
            title = "heaps"
            forks = 2
            warmup_iterations = 2
            warmup_ms = 20
            iterations = 3
            iteration_ms = 20
            heap = "HEAP"
            sample_above_ms = 40
            fork_timeout_s = 60

            [[cells]]
            workloads = ["mlp", "random", "helmholtz"]
            engines = ["overloading-reverse"]
            operators = ["gradient"]
            inputs = "2"
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
                assertThat(cell.memory().liveBytes()).as(name).isEmpty();
            } else {
                double predicted = cell.memory().predictedBytes().orElseThrow();
                // Compiling takes more than what it leaves, and the prediction is of that.
                double most = cell.technology() == Technology.COMPILED ? Double.MAX_VALUE : 1.5;
                assertThat(predicted / cell.memory().liveBytes().orElseThrow())
                        .as(name)
                        .isBetween(1 / 1.5, most);
            }
        }
    }

    /** Memory that the kernel has yet to give once made these cells two to four times as slow. */
    @Test
    void timesDoNotDependOnTheHeapThatIsNotUsed() throws IOException {
        Map<String, Double> small = times("128m");
        Map<String, Double> large = times("4g");
        large.keySet().retainAll(small.keySet());

        assertThat(large).isNotEmpty().allSatisfy((cell, time) -> assertThat(time / small.get(cell))
                .as(cell)
                .isBetween(1 / 1.6, 1.6));
    }

    private Map<String, Double> times(String heap) throws IOException {
        Path suite = Files.writeString(folder.resolve(heap + ".toml"), ALLOCATING.replace("HEAP", heap));
        BenchmarksJar.Outcome outcome =
                new BenchmarksJar(folder).run("run", "--suite", suite.toString(), "--out", heap);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return Measured.of(RunDirectory.read(folder.resolve(heap)).cells()).stream()
                .collect(Collectors.toMap(
                        Cell::workload, cell -> cell.time().orElseThrow().estimate()));
    }
}
