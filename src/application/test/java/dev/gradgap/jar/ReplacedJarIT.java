package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.results.Status;
import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.environment.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody builds anew, into the very jars that are being measured. */
class ReplacedJarIT {

    private static final String SUITE = """
            forks = 3
            warmup_iterations = 1
            warmup_ms = 10
            iterations = 8
            iteration_ms = 10
            heap = "256m"

            [[cells]]
            workloads = ["rosenbrock"]
            engines = ["burning-reverse", "overloading-reverse"]
            inputs = "256"
            """;

    @TempDir
    private Path folder;

    private Path program;
    private BenchmarksJar jar;

    @BeforeEach
    void pack() throws IOException {
        Files.writeString(folder.resolve("suite.toml"), SUITE);
        program = folder.resolve("mine.jar");
        jar = BenchmarksJar.copy(program, folder);
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static void overwrite(Path file) throws IOException {
        Files.write(file, new byte[] {'n', 'o', ' ', 'j', 'a', 'r'}); // in place: the same file for whoever has it open
    }

    private void allForksWereMeasured() {
        assertThat(RunDirectory.read(folder.resolve("out")).cells())
                .hasSize(2)
                .noneMatch(cell -> cell.status() == Status.FAILED);
    }

    @Test
    void aRunGoesOnWithWhatItBeganWith() throws Exception {
        Path plugin = BurningEngine.jar(folder.resolve("p"), 0);
        String programBefore = sha256(program);
        String pluginBefore = sha256(plugin);
        BenchmarksJar.Running running =
                jar.start("run", "--suite", "suite.toml", "--plugin", plugin.toString(), "--out", "out");
        running.untilLines(folder.resolve("out/journal"), 2);

        overwrite(program);
        overwrite(plugin);

        BenchmarksJar.Outcome outcome = running.await().withoutStackTrace();
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        allForksWereMeasured();
        Environment environment = RunDirectory.readEnvironment(folder.resolve("out"));
        assertThat(environment.text("jar_sha256")).contains(programBefore);
        assertThat(environment.text("plugin_sha256")).contains("[" + pluginBefore + "]");
    }

    @Test
    void aRunIsNotCarriedOnWithAnotherPlugin() throws Exception {
        Path plugin = BurningEngine.jar(folder.resolve("p"), 0);
        jar.run(
                "run",
                "--suite=suite.toml",
                "--plugin=" + plugin,
                "--out=out",
                "--forks=1",
                "--engine=burning-reverse");
        BurningEngine.jar(folder.resolve("p"), 0.5);

        BenchmarksJar.Outcome outcome = jar.run("run", "--resume=out").withoutStackTrace();

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).hasLineCount(1).contains("was begun with plugin_sha256 [");
    }

    /** As {@code java -cp} takes it: a folder of classes, or a jar that is not named by {@code --plugin}. */
    @Test
    void aRunIsNotCarriedOnWithOtherClassesOnTheClassPath() throws IOException {
        Path classes = unpacked(BurningEngine.jar(folder.resolve("p"), 0), folder.resolve("classes"));
        BenchmarksJar.Outcome begun =
                jar.runMain(classes, "run", "--suite=suite.toml", "--out=out", "--forks=1", "--engine=burning-reverse");
        assertThat(begun.exitCode()).as(begun.err()).isZero();
        unpacked(BurningEngine.jar(folder.resolve("p"), 0.5), classes);

        BenchmarksJar.Outcome outcome =
                jar.runMain(classes, "run", "--resume=out").withoutStackTrace();

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).hasLineCount(1).contains("was begun with plugin_sha256 [");
    }

    private static Path unpacked(Path jar, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                Path file = to.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip.getInputStream(entry), file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return to;
    }

    @Test
    void aComparisonGoesOnWithTheJarsItBeganWith() throws Exception {
        Path plugin = BurningEngine.jar(folder.resolve("p"), 0);
        BenchmarksJar.Running running = jar.start(
                "compare",
                program.toString(),
                program.toString(),
                "--suite=suite.toml",
                "--engine=overloading-reverse",
                "--plugin=" + plugin,
                "--pairs=2",
                "--max-pairs=2",
                "--out=c");
        running.untilLines(folder.resolve("c/head/journal"), 2);

        overwrite(program);
        overwrite(plugin);

        BenchmarksJar.Outcome outcome = running.await().withoutStackTrace();
        assertThat(outcome.exitCode()).as(outcome.err()).isIn(0, 1);
        assertThat(Files.readAllLines(folder.resolve("c/head/journal")))
                .hasSize(3)
                .noneMatch(line -> line.contains("\"failed\""));
    }

    /** With a tool attached there is no second process, and so no copy; what is measured is looked at instead. */
    @Test
    void withoutACopyTheRunStopsAndKeepsWhatItHas() throws Exception {
        BenchmarksJar attached = BenchmarksJar.copy(
                folder.resolve("attached.jar"),
                folder,
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0");
        Path plugin = BurningEngine.jar(folder.resolve("p"), 0);
        BenchmarksJar.Running running =
                attached.start("run", "--suite", "suite.toml", "--plugin", plugin.toString(), "--out", "out");
        Path journal = folder.resolve("out/journal");
        running.untilLines(journal, 2);

        Files.move(
                Files.copy(program, folder.resolve("new.jar")),
                folder.resolve("attached.jar"),
                StandardCopyOption.REPLACE_EXISTING);

        BenchmarksJar.Outcome outcome = running.await().withoutStackTrace();
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .contains("attached.jar was replaced, overwritten or removed")
                .contains("--resume");
        assertThat(Files.readString(journal)).doesNotContain("\"failed\"");
        assertThat(jar.run("run", "--resume", "out").exitCode()).isZero();
        allForksWereMeasured();
    }
}
