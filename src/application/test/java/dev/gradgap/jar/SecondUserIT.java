package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two users of one machine, who share the temporary folder. */
class SecondUserIT {

    private static final String SUITE = """
            forks = 1
            warmup_iterations = 1
            warmup_ms = 10
            iterations = 2
            iteration_ms = 10
            heap = "128m"

            [[cells]]
            workloads = ["lecture"]
            engines = ["overloading-reverse"]
            operators = ["gradient"]
            inputs = "2"
            """;

    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    @TempDir
    private Path folder;

    private Path temporary;

    private record Ended(int exitCode, String output) {}

    private static Ended ended(List<String> command, Path directory) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    @BeforeEach
    void share() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "there is no setpriv");
        for (Path path : List.of(folder, Files.createDirectory(folder.resolve("temporary")))) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        temporary = folder.resolve("temporary");
        Files.writeString(folder.resolve("suite.toml"), SUITE);
        Files.copy(Path.of(BenchmarksJar.JAR), folder.resolve("b.jar"));
        List<String> version = new ArrayList<>(AS_NOBODY);
        version.addAll(List.of(java(), "-version"));
        assumeTrue(ended(version, folder).exitCode() == 0, "only root can be another user, and Java must be for all");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Ended run(String out) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(AS_NOBODY);
        command.addAll(List.of(
                java(), "-Djava.io.tmpdir=" + temporary, "-jar", "b.jar", "run", "--suite=suite.toml", "--out=" + out));
        return ended(command, folder);
    }

    /** As JMH leaves it, which whoever comes second may only read. */
    private void lockFileOfTheFirst(String permissions) throws IOException {
        Path file = Files.writeString(temporary.resolve("jmh.lock"), "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void whoComesSecondCanMeasureToo() throws Exception {
        lockFileOfTheFirst("rw-r--r--");

        Ended run = run("out");

        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    @Test
    void whoComesSecondIsToldWhatToDoIfTheLockIsClosed() throws Exception {
        lockFileOfTheFirst("rw-------");

        Ended run = run("out");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(3);
        assertThat(run.output())
                .hasLineCount(1)
                .contains("cannot lock " + temporary.resolve("jmh.lock"))
                .contains("permission denied")
                .contains("-Djava.io.tmpdir=DIR");
    }

    @Test
    void aTemporaryFolderThatIsReadOnlyIsNamedInOneLine() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("r-xr-xr-x"));

        Ended run = run("out");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(3);
        assertThat(run.output())
                .hasLineCount(1)
                .contains("cannot use the temporary folder " + temporary + ": permission denied")
                .contains("-Djava.io.tmpdir=DIR");
    }
}
