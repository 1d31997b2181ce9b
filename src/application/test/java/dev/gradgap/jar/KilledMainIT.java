package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that is killed leaves behind: nothing that runs, and nothing that the next one does not remove. */
class KilledMainIT {

    /** Forks of half a minute, in the middle of which the kill comes. */
    private static final String SUITE = """
            forks = 2
            warmup_iterations = 1
            warmup_ms = 10
            iterations = 300
            iteration_ms = 100
            heap = "128m"

            [[cells]]
            workloads = ["lecture"]
            engines = ["overloading-reverse"]
            operators = ["gradient"]
            inputs = "2"
            """;

    private static final int PROMPT_MILLIS = 2000;

    @TempDir
    private Path folder;

    private Path temporary;
    private BenchmarksJar jar;

    @BeforeEach
    void prepare() throws IOException {
        Files.writeString(folder.resolve("suite.toml"), SUITE);
        temporary = Files.createDirectory(folder.resolve("temporary"));
        jar = new BenchmarksJar(folder, "-Djava.io.tmpdir=" + temporary);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("gradgap-"))
                    .toList();
        }
    }

    /** All processes below one, once there are so many forks at work. */
    private static List<ProcessHandle> withForks(Process process, int forks) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (process.descendants().filter(KilledMainIT::isFork).count() < forks) {
            assertThat(process.isAlive()).isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
        Thread.sleep(2000); // until they measure
        return process.descendants().toList();
    }

    private static boolean isFork(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("ForkedMain");
    }

    /** A process that has ended but is still listed, since nobody has asked how, has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static void allEndPromptly(List<ProcessHandle> processes) throws InterruptedException {
        Thread.sleep(PROMPT_MILLIS);
        List<ProcessHandle> running =
                processes.stream().filter(KilledMainIT::runs).toList();
        List<String> commands = running.stream()
                .map(process -> process.info().commandLine().orElse("unknown"))
                .toList();
        running.forEach(ProcessHandle::destroyForcibly);
        assertThat(commands).isEmpty();
    }

    @Test
    void forksOfAKilledRunEndAndTheNextRunTidiesUp() throws Exception {
        BenchmarksJar.Running running = jar.start("run", "--suite=suite.toml", "--out=out");
        List<ProcessHandle> below = withForks(running.process(), 1);

        running.process().destroyForcibly().waitFor();

        allEndPromptly(below);
        assertThat(left()).hasSize(1);
        BenchmarksJar.Outcome next = jar.run("run", "--suite=suite.toml", "--workload=nonsense");
        assertThat(next.exitCode()).isEqualTo(3);
        assertThat(left()).isEmpty();
    }

    @Test
    void forksOfAKilledComparisonEnd() throws Exception {
        BenchmarksJar.Running running =
                jar.start("compare", BenchmarksJar.JAR, BenchmarksJar.JAR, "--suite=suite.toml", "--out=out");
        List<ProcessHandle> below = withForks(running.process(), 2);

        running.process().destroyForcibly().waitFor();

        allEndPromptly(below);
    }
}
