package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.results.Cell;
import dev.gradgap.results.Gap;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the jar on small suites: real JMH forks, real files. */
class RunIT {

    private static final String TINY = """
            title = "tiny"
            forks = 2
            warmup_iterations = 1
            warmup_ms = 10
            iterations = 2
            iteration_ms = 10
            heap = "512m"
            fork_timeout_s = 60

            [[cells]]
            workloads = ["lecture", "rosenbrock"]
            engines = ["graph-forward", "graph-reverse"]
            operators = ["gradient"]
            inputs = "8,64"
            sample_also = true

            [[cells]]
            workloads = ["rosenbrock"]
            engines = ["reference-adjoint"]
            operators = ["primal", "gradient"]
            inputs = "8,64"

            [[cells]]
            workloads = ["rosenbrock"]
            engines = ["commons-math"]
            inputs = "1K"
            """;
    private static final int TINY_CELLS = 11;

    @TempDir
    private Path folder;

    private Path suite() throws IOException {
        return Files.writeString(folder.resolve("tiny.toml"), TINY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "tr-TR"})
    void everyPlannedCellHasARowWhateverTheLocale(String locale) throws IOException {
        String[] parts = locale.split("-", 3);
        BenchmarksJar jar = new BenchmarksJar(
                folder,
                "-Duser.language=" + parts[0],
                "-Duser.country=" + parts[1],
                parts.length > 2 ? "-Duser.extensions=" + parts[2] : "-Dunused");

        BenchmarksJar.Outcome outcome = jar.run("run", "--suite", suite().toString(), "--out", "out", "--forks", "1")
                .withoutStackTrace();

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        RunResults results = RunDirectory.read(folder.resolve("out"));
        assertThat(results.cells().stream()
                        .map(cell -> cell.workload() + cell.inputs() + cell.engine() + cell.operator())
                        .distinct())
                .hasSize(TINY_CELLS);
        Predicate<Cell> tooLarge = cell -> cell.engine().equals("commons-math");
        assertThat(results.cells()).filteredOn(tooLarge).allSatisfy(cell -> {
            assertThat(cell.status()).isEqualTo(Status.SKIPPED);
            assertThat(cell.reason()).contains("512");
        });
        assertThat(Measured.of(
                        results.cells().stream().filter(tooLarge.negate()).toList()))
                .allSatisfy(cell -> {
                    assertThat(cell.time().orElseThrow().estimate()).isPositive();
                    assertThat(cell.check().verified()).isTrue();
                });
        assertThat(results.gaps()).extracting(Gap::workload).contains("lecture", "rosenbrock");
        assertThat(Files.readString(folder.resolve("out/cells.csv")))
                .doesNotContain("NaN")
                .isASCII();
        assertThat(folder.resolve("out/environment.json")).isNotEmptyFile();
        assertThat(folder.resolve("out/jmh.json")).isNotEmptyFile();
        assertThat(folder.resolve("out/summary.md")).isNotEmptyFile();
        assertThat(folder.resolve("out/plots"))
                .isDirectoryContaining(file -> file.toString().endsWith(".svg"));
        assertThat(outcome.out()).contains("14 planned");
    }

    @Test
    void aKilledRunIsResumedWithoutLosingAFork() throws Exception {
        BenchmarksJar jar = new BenchmarksJar(folder);
        Path journal = folder.resolve("out/journal");
        BenchmarksJar.Running running =
                jar.start("run", "--suite", suite().toString(), "--out", "out", "--workload", "lecture");
        running.untilLines(journal, 5);
        running.process().destroyForcibly().waitFor();
        running.process().descendants().forEach(ProcessHandle::destroyForcibly);
        List<String> before = Files.readAllLines(journal);
        Files.writeString(journal, String.join("\n", before) + "\n{\"cell\":3,\"rou"); // the kill came while writing

        BenchmarksJar.Outcome outcome = jar.run("run", "--resume", "out").withoutStackTrace();

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(Files.readAllLines(journal)).startsWith(before.toArray(String[]::new));
        assertThat(Journal.read(folder.resolve("out")).warnings()).isEmpty();
        assertThat(RunDirectory.read(folder.resolve("out")).cells())
                .filteredOn(cell -> cell.status() == Status.OK)
                .extracting(cell -> cell.timing().forks())
                .containsOnly(2);
    }

    @Test
    void aRunBegunOnAnotherMachineIsNotResumed() throws IOException {
        BenchmarksJar jar = new BenchmarksJar(folder);
        jar.run("run", "--suite", suite().toString(), "--out", "out", "--workload", "lecture", "--forks", "1");
        Path environment = folder.resolve("out/environment.json");
        Files.writeString(
                environment,
                Files.readString(environment)
                        .replaceFirst("\"jvm_version\" : \"[^\"]*\"", "\"jvm_version\" : \"1.2\""));

        BenchmarksJar.Outcome outcome = jar.run("run", "--resume", "out").withoutStackTrace();

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).hasLineCount(1).contains("jvm_version 1.2");
    }

    @Test
    void ctrlCWritesWhatThereIsAndSaysHowToCarryOn() throws Exception {
        BenchmarksJar jar = new BenchmarksJar(folder);
        BenchmarksJar.Running running = jar.start("run", "--suite", suite().toString(), "--out", "out", "--forks", "1");
        running.untilLines(folder.resolve("out/journal"), 4);

        new ProcessBuilder("kill", "-INT", Long.toString(running.process().pid()))
                .start()
                .waitFor();
        BenchmarksJar.Outcome outcome = running.await().withoutStackTrace();

        assertThat(outcome.exitCode()).isEqualTo(130);
        assertThat(outcome.err()).contains("run --resume out");
        List<Cell> cells = RunDirectory.read(folder.resolve("out")).cells();
        assertThat(cells).filteredOn(cell -> cell.status() == Status.OK).isNotEmpty();
        assertThat(cells)
                .filteredOn(cell -> cell.status() == Status.FAILED)
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.reason()).contains("not measured"));
        assertThat(jar.run("run", "--resume", "out").exitCode()).isZero();
    }

    @Test
    void twoRunsAtOnceAreRefused() throws Exception {
        BenchmarksJar jar = new BenchmarksJar(folder);
        BenchmarksJar.Running first = jar.start("run", "--suite", suite().toString(), "--out", "first");
        first.untilLines(folder.resolve("first/journal"), 1);

        BenchmarksJar.Outcome second =
                jar.run("run", "--suite", suite().toString(), "--out", "second").withoutStackTrace();

        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.err()).hasLineCount(1).contains("another run");
        first.process().destroy();
        assertThat(first.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void reportRebuildsTheSameFilesByteForByte() throws IOException {
        BenchmarksJar jar = new BenchmarksJar(folder);
        jar.run("run", "--suite", suite().toString(), "--out", "out", "--forks", "1", "--workload", "lecture");
        Path out = folder.resolve("out");
        List<Path> files;
        try (var walk = Files.walk(out)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        List<byte[]> before = files.stream().map(RunIT::bytes).toList();
        for (Path file : files) {
            if (!file.endsWith("journal") && !file.endsWith("environment.json")) {
                Files.delete(file);
            }
        }

        assertThat(jar.run("report", "out").withoutStackTrace().exitCode()).isZero();

        for (int k = 0; k < files.size(); k++) {
            assertThat(files.get(k)).hasBinaryContent(before.get(k));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
