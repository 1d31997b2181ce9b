package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.UnwillingEngines;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Gap;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import dev.gradgap.results.directory.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with engines that refuse, plan wrong or break down while they prepare: no cell is lost, no cell is ranked. */
class UnwillingEngineIT {

    private static final String SUITE = """
            title = "unwilling"
            forks = 1
            warmup_iterations = 1
            warmup_ms = 10
            iterations = 2
            iteration_ms = 10
            heap = "256m"
            fork_timeout_s = 60

            [[cells]]
            workloads = ["rosenbrock"]
            engines = ["refuses", "plans-wrong", "breaks", "compiled-forward"]
            operators = ["prepare", "gradient"]
            inputs = "2,4,512"
            """;

    @TempDir
    private static Path folder;

    private static BenchmarksJar jar;
    private static BenchmarksJar.Outcome outcome;
    private static RunResults results;

    @BeforeAll
    static void run() throws IOException {
        UnwillingEngines.jar(folder);
        Files.writeString(folder.resolve("unwilling.toml"), SUITE);
        jar = new BenchmarksJar(folder);
        outcome = jar.run("run", "--suite", "unwilling.toml", "--plugin", "plugin.jar", "--out", "out");
        results = RunDirectory.read(folder.resolve("out"));
    }

    private static List<Cell> cells(String engine, int inputs) {
        return results.cells().stream()
                .filter(cell -> cell.engine().equals(engine) && cell.inputs() == inputs)
                .toList();
    }

    @Test
    void everyPlannedCellHasARow() {
        assertThat(results.cells()).hasSize(4 * 2 * 3);
        for (String engine : List.of("refuses", "plans-wrong", "breaks", "compiled-forward")) {
            assertThat(Measured.of(cells(engine, 2))).isNotEmpty();
        }
    }

    @Test
    void aRefusalIsASkippedCellWithItsReason() {
        for (int inputs : new int[] {4, 512}) {
            assertThat(cells("refuses", inputs)).hasSize(2).allSatisfy(cell -> {
                assertThat(cell.status()).isEqualTo(Status.SKIPPED);
                assertThat(cell.reason()).isEqualTo("its operations do not repeat");
            });
        }
    }

    @Test
    void whatBreaksDownIsAFailedCellThatNamesEngineAndWorkload() {
        assertThat(cells("breaks", 4)).hasSize(2).allSatisfy(cell -> {
            assertThat(cell.status()).isEqualTo(Status.FAILED);
            assertThat(cell.reason())
                    .isEqualTo("breaks on rosenbrock with 4 inputs failed: LinkageError: class too large");
        });
    }

    @Test
    void aWrongPlanIsAFailedCellAndAnInternalErrorThatTheRunSaysLast() {
        String fault =
                "internal error: plans-wrong on rosenbrock with 4 inputs: the plan is wrong: operation 1 is added"
                        + " twice; verify --graph shows it again from faults/plans-wrong-rosenbrock-4.graph";
        assertThat(cells("plans-wrong", 4)).hasSize(2).allSatisfy(cell -> {
            assertThat(cell.status()).isEqualTo(Status.FAILED);
            assertThat(cell.reason()).isEqualTo(fault);
            assertThat(cell.time()).isEmpty();
        });
        assertThat(outcome.withoutStackTrace().exitCode()).isEqualTo(70);
        assertThat(outcome.err()).contains("\n" + fault + " in out (please report it, with that file)\n");
    }

    @Test
    void theGraphThatItLeftShowsItAgain() {
        String file = "out/faults/plans-wrong-rosenbrock-4.graph";

        BenchmarksJar.Outcome again =
                jar.run("verify", "--graph", file, "--engine", "plans-wrong", "--plugin", "plugin.jar");
        BenchmarksJar.Outcome others = jar.run("verify", "--graph", file);

        assertThat(again.exitCode()).as(again.out()).isEqualTo(70);
        assertThat(others.withoutStackTrace().exitCode()).as(others.out()).isZero();
    }

    @Test
    void gapsAreOnlyTakenWhereBothWereMeasured() {
        assertThat(results.gaps()).extracting(Gap::inputs).containsOnly(2);
    }

    @Test
    void reportAndComparisonSayWhatWasNotMeasured() throws IOException {
        BenchmarksJar.Outcome report = jar.run("report", "out").withoutStackTrace();
        BenchmarksJar.Outcome comparison = jar.run("compare", "out", "out").withoutStackTrace();

        assertThat(report.exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("out/summary.md")))
                .contains("| rosenbrock | 512 | refuses | gradient | skipped | its operations do not repeat |")
                .contains("faults/plans-wrong-rosenbrock-4.graph");
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("its operations do not repeat");
        assertThat(comparison.exitCode())
                .as(comparison.out() + comparison.err())
                .isZero();
        assertThat(comparison.out())
                .contains("not compared: rosenbrock 512 refuses gradient")
                .contains("its operations do not repeat");
    }
}
