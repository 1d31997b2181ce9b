package dev.gradgap.jar;

import static dev.gradgap.jar.BenchmarksJar.JAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.jar.BenchmarksJar.Outcome;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Status;
import dev.gradgap.results.directory.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines whose value and gradient are wrong in the same way: no command publishes what they compute. */
class WrongInTheSameWayIT {

    private static final String WRONG = "wrong derivative: ";
    private static final String SUITE = """
            title = "tiny"
            forks = 1
            warmup_iterations = 1
            warmup_ms = 10
            iterations = 2
            iteration_ms = 10
            heap = "256m"
            fork_timeout_s = 60

            [[cells]]
            workloads = ["accumulate-sin"]
            engines = ["doubling-*", "dropping-reverse", "graph-reverse", "overloading-forward*"]
            operators = ["primal", "prepare", "record", "pullback", "pushforward", "gradient"]
            inputs = "8"
            """;

    @TempDir
    private static Path folder;

    private static BenchmarksJar jar;
    private static Path plugin;

    @BeforeAll
    static void build() throws IOException {
        plugin = WrongInTheSameWay.jar(folder);
        Files.writeString(folder.resolve("tiny.toml"), SUITE);
        jar = new BenchmarksJar(folder);
    }

    private static boolean isWrong(String engine) {
        return engine.startsWith("doubling") || engine.startsWith("dropping");
    }

    private static List<Cell> right(List<Cell> cells) {
        return Measured.of(
                cells.stream().filter(cell -> !isWrong(cell.engine())).toList());
    }

    @Test
    void runMeasuresTheRightEnginesAndFailsTheWrong() throws IOException {
        Outcome outcome = jar.run("run", "--suite=tiny.toml", "--plugin=" + plugin, "--out=out")
                .withoutStackTrace();

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(4);
        List<Cell> cells = RunDirectory.read(folder.resolve("out")).cells();
        assertThat(cells).extracting(Cell::engine).contains("doubling-reverse", "doubling-forward", "dropping-reverse");
        assertThat(cells).filteredOn(cell -> isWrong(cell.engine())).allSatisfy(cell -> {
            assertThat(cell.status()).as(cell.toString()).isEqualTo(Status.FAILED);
            assertThat(cell.reason()).startsWith(WRONG + cell.engine()).containsPattern(" by (dual numbers|the tape) ");
            assertThat(cell.time()).isEmpty();
        });
        assertThat(right(cells))
                .allSatisfy(cell ->
                        assertThat(cell.check().maxRelError().orElseThrow()).isLessThan(1e-12));
        List<String> journal = Files.readAllLines(folder.resolve("out/journal"));
        assertThat(journal)
                .filteredOn(line -> line.contains("recording_seconds"))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void compareComparesTheRightEngineOnly() throws IOException {
        Outcome outcome = jar.run(
                        "compare",
                        JAR,
                        JAR,
                        "--suite=tiny.toml",
                        "--engine=doubling-reverse",
                        "--engine=graph-reverse",
                        "--base-plugin=" + plugin,
                        "--head-plugin=" + plugin,
                        "--pairs=2",
                        "--max-pairs=2",
                        "--out=c")
                .withoutStackTrace();

        assertThat(folder.resolve("c/comparison.md"))
                .content()
                .as(outcome.err())
                .contains(WRONG + "doubling-reverse");
        for (String side : new String[] {"base", "head"}) {
            List<Cell> cells =
                    RunDirectory.read(folder.resolve("c").resolve(side)).cells();
            assertThat(cells)
                    .filteredOn(cell -> isWrong(cell.engine()))
                    .isNotEmpty()
                    .allSatisfy(cell -> assertThat(cell.time()).isEmpty());
            assertThat(right(cells)).allSatisfy(cell -> assertThat(cell.time()).isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify --workload=accumulate-sin --inputs=1,8 --engine=@",
                "gradient --workload=accumulate-sin --inputs=8 --engine=@",
                "descend accumulate-sin --inputs=8 --steps=2 --engine=@"
            })
    void otherCommandsSayThatItIsWrong(String command) {
        for (String engine : List.of("doubling-reverse", "dropping-reverse", "doubling-forward")) {
            Outcome outcome = jar.run((command.replace("@", engine) + " --plugin=" + plugin).split(" "))
                    .withoutStackTrace();

            assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(4);
            assertThat(outcome.out() + outcome.err())
                    .contains(engine + " on accumulate-sin with 8 inputs, gradient: wrong: ");
        }
    }

    /** JMH's own forks belong to no run: each records for itself. */
    @Test
    void nothingIsTimedByHandEither() {
        BenchmarksJar byHand = new BenchmarksJar(folder);
        for (String engine : List.of("doubling-reverse", "graph-reverse")) {
            Outcome outcome = byHand.runMain(
                    plugin,
                    "jmh",
                    "DerivativeBenchmark.gradient",
                    "-p",
                    "workload=accumulate-sin",
                    "-p",
                    "inputs=8",
                    "-p",
                    "engine=" + engine,
                    "-f=1",
                    "-wi=0",
                    "-i=1",
                    "-r=10ms");
            if (isWrong(engine)) {
                assertThat(outcome.out()).contains(WRONG + engine);
            } else {
                assertThat(outcome.out()).contains("Benchmark").containsPattern("DerivativeBenchmark.gradient .*ns/op");
            }
        }
    }
}
