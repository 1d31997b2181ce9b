package dev.gradgap.jar;

import static dev.gradgap.jar.BenchmarksJar.JAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.jar.BenchmarksJar.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares real jars by real forks. */
class CompareIT {

    private static final String SUITE = """
            title = "tiny"
            warmup_iterations = 1
            warmup_ms = 10
            iterations = 8
            iteration_ms = 20
            heap = "256m"
            fork_timeout_s = 60

            [[cells]]
            workloads = ["rosenbrock"]
            engines = ["*-reverse"]
            operators = ["gradient"]
            inputs = "4K"
            """;

    @TempDir
    private Path folder;

    private BenchmarksJar jar;

    @BeforeEach
    void writeSuite() throws IOException {
        Files.writeString(folder.resolve("tiny.toml"), SUITE);
        jar = new BenchmarksJar(folder);
    }

    private static List<String> regressions(Path comparison) throws IOException {
        return Files.readAllLines(comparison.resolve("comparison.csv")).stream()
                .filter(line -> line.contains(",regression,"))
                .map(line -> line.split(",", -1)[2])
                .toList();
    }

    @Test
    void anEngineThatTakesHalfAsLongAgainIsARegressionAndNoOther() throws IOException {
        Path base = BurningEngine.jar(folder.resolve("base"), 0);
        Path head = BurningEngine.jar(folder.resolve("head"), 0.5);

        Outcome outcome = jar.run(
                        "compare",
                        JAR,
                        JAR,
                        "--suite=tiny.toml",
                        "--engine=burning-reverse",
                        "--engine=overloading-reverse",
                        "--base-plugin=" + base,
                        "--head-plugin=" + head,
                        "--pairs=12",
                        "--max-pairs=12",
                        "--gate=10%",
                        "--alpha=1%",
                        "--out=c")
                .withoutStackTrace();

        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(1);
        assertThat(regressions(folder.resolve("c"))).containsExactly("burning-reverse");
        assertThat(folder.resolve("c/comparison.md")).content().contains("## Benchmarks: regression: 1 regression");
        assertThat(folder.resolve("c/smaller-is-better.json")).content().contains("burning-reverse gradient");
    }

    @Test
    void aKilledComparisonCarriesOnAndTheSameForksGiveTheSameBytes() throws IOException, InterruptedException {
        BenchmarksJar.Running running = jar.start(
                "compare",
                JAR,
                JAR,
                "--suite=tiny.toml",
                "--engine=graph-reverse",
                "--pairs=4",
                "--max-pairs=4",
                "--out=c");
        running.untilLines(folder.resolve("c/head/journal"), 3);
        running.process().descendants().forEach(ProcessHandle::destroyForcibly);
        running.process().destroyForcibly();
        running.process().waitFor();
        List<String> before = Files.readAllLines(folder.resolve("c/base/journal"));

        Outcome resumed = jar.run("compare", "--resume=c").withoutStackTrace();

        assertThat(resumed.exitCode()).as(resumed.err()).isIn(0, 1);
        List<String> after = Files.readAllLines(folder.resolve("c/base/journal"));
        assertThat(after).startsWith(before.toArray(String[]::new)).hasSize(5);
        assertThat(Files.readAllLines(folder.resolve("c/head/journal"))).hasSize(5);
        jar.run("compare", "c/base", "c/head", "--out=again");
        for (String name : List.of("comparison.md", "comparison.csv", "comparison.json", "smaller-is-better.json")) {
            assertThat(folder.resolve("again").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("c").resolve(name));
        }
        Path environment = folder.resolve("c/head/environment.json");
        Files.writeString(environment, Files.readString(environment).replaceFirst("\"cpu_model\" : \"", "$0Another "));
        refused("not comparable: cpu_model is ", "c/base", "c/head", "--out=no");
    }

    @Test
    void whatCannotBeComparedIsRefusedInOneLine() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
        Path empty = folder.resolve("empty.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(empty))) {
            out.setComment("nothing in it");
        }
        Path directory = Files.createDirectory(folder.resolve("nothing"));

        refused("text.jar is not a jar", text.toString(), JAR);
        refused("empty.jar is a jar without this suite; give a benchmarks.jar", JAR, empty.toString());
        refused("missing.jar does not exist", "missing.jar", JAR);
        refused("cannot compare a run with a jar", JAR, directory.toString());
        refused("no run to read", directory.toString(), directory.toString());
        refused("give BASE and HEAD", JAR);
        refused("--gate: 'much' is not a share", JAR, JAR, "--gate=much");
        refused("--budget: '3 days' is not a duration", JAR, JAR, "--budget=3 days");
        refused("--pairs: '1' is not a number of pairs", JAR, JAR, "--pairs=1");
        refused("--max-pairs: '5' is less than --pairs", JAR, JAR, "--pairs=6", "--max-pairs=5");
        refused("leave out the other arguments", "--resume=c", "--suite=pr");
    }

    private void refused(String message, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "compare";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Outcome outcome = jar.run(command).withoutStackTrace();
        assertThat(outcome.exitCode()).as(message).isEqualTo(3);
        assertThat(outcome.err().strip())
                .startsWith("error: ")
                .contains(message)
                .hasLineCount(1);
    }

    @Test
    void aShardOfEachHalfMergesIntoTheWhole() {
        jar.run(
                "run",
                "--suite=tiny.toml",
                "--engine=graph-reverse",
                "--engine=overloading-reverse",
                "--forks=1",
                "--shard=1/2",
                "--out=s1");
        jar.run(
                "run",
                "--suite=tiny.toml",
                "--engine=graph-reverse",
                "--engine=overloading-reverse",
                "--forks=1",
                "--shard=2/2",
                "--out=s2");

        Outcome merged = jar.run("merge", "s1", "s2", "--out=whole").withoutStackTrace();

        assertThat(merged.exitCode()).isZero();
        assertThat(merged.out()).contains("2 planned = 2 ok + 0 skipped + 0 failed");
        assertThat(jar.run("merge", "s1", "s1", "--out=twice").exitCode()).isEqualTo(3);
    }
}
