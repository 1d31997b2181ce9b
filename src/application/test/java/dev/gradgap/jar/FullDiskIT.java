package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradgap.results.directory.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up during a run: a real file system of two pages. */
class FullDiskIT {

    private static final String SUITE = """
            forks = 10
            warmup_iterations = 1
            warmup_ms = 10
            iterations = 2
            iteration_ms = 10
            heap = "256m"

            [[cells]]
            workloads = ["lecture"]
            engines = ["graph-forward", "graph-reverse"]
            inputs = "2"
            """;

    @TempDir
    private Path folder;

    private static boolean ran(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    @AfterEach
    void unmount() throws Exception {
        if (Files.exists(folder.resolve("out"))) {
            ran("umount", folder.resolve("out").toString());
        }
    }

    @Test
    void aRunOnAFullDiskEndsInOneLineAndIsResumedOnceThereIsSpace() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        assumeTrue(
                Files.isExecutable(Path.of("/bin/mount"))
                        && ran("mount", "-t", "tmpfs", "-o", "size=8k", "none", out.toString()),
                "a small file system can only be mounted by root on Linux");
        Files.writeString(folder.resolve("suite.toml"), SUITE);
        BenchmarksJar jar = new BenchmarksJar(folder);

        BenchmarksJar.Outcome full =
                jar.run("run", "--suite", "suite.toml", "--out", "out").withoutStackTrace();

        assertThat(full.exitCode()).as(full.err()).isEqualTo(3);
        assertThat(full.err().lines().filter(line -> line.startsWith("error:")))
                .singleElement()
                .asString()
                .contains("journal", "No space left");
        List<String> kept = Files.readAllLines(out.resolve("journal"));
        assertThat(kept).hasSizeGreaterThan(3);

        assertThat(ran("mount", "-o", "remount,size=10m", out.toString())).isTrue();
        BenchmarksJar.Outcome resumed = jar.run("run", "--resume", "out").withoutStackTrace();

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(Files.readAllLines(out.resolve("journal"))).startsWith(kept.get(0), kept.get(1), kept.get(2));
        assertThat(Measured.of(RunDirectory.read(out).cells())).isNotEmpty();
    }
}
