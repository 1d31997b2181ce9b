package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gradgap.terminal.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that never end, never begin, or are not what their name says: one line, and soon. */
@Tag("thorough")
@Timeout(20)
class HostileFilesTest {

    private static final String NO_FILE = "this is a pipe or a device, not a file";

    @TempDir
    private Path folder;

    private Path pipe;

    @BeforeEach
    void makeAPipe() throws IOException, InterruptedException {
        pipe = folder.resolve("pipe.toml");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
    }

    @Test
    void aSuiteIsAFile() {
        Outcome.of("run", "--dry-run", "--suite", "/dev/zero")
                .isRefusedWith("cannot read the suite file /dev/zero: " + NO_FILE);
        Outcome.of("run", "--dry-run", "--suite", pipe.toString())
                .isRefusedWith("cannot read the suite file " + pipe + ": " + NO_FILE);
        Outcome.of("run", "--dry-run", "--suite", folder + "/")
                .isRefusedWith("cannot read the suite file " + folder + ": this is a directory");
    }

    @Test
    void aSuiteOfNothingButBlanksIsTooLong() throws IOException {
        Path blanks = Files.writeString(folder.resolve("blanks.toml"), " ".repeat(3_000_000));
        Outcome.of("run", "--dry-run", "--suite", blanks.toString())
                .isRefusedWith("cannot read the suite file " + blanks + ": it is larger than 1048576 bytes");
    }

    @Test
    void whatEveryCommandReadsIsAFile() throws IOException {
        Path run = Files.createDirectory(folder.resolve("run"));
        Files.createSymbolicLink(run.resolve("journal"), pipe);
        Outcome.of("report", run.toString()).isRefusedWith("cannot read " + run.resolve("journal") + ": " + NO_FILE);
        Outcome.of("history", run.toString()).isRefusedWith("cannot read " + run.resolve("journal") + ": " + NO_FILE);
        Files.delete(run.resolve("journal"));
        Files.createSymbolicLink(run.resolve("cells.csv"), Path.of("/dev/zero"));
        Outcome.of("report", run.toString()).isRefusedWith("cannot read " + run.resolve("cells.csv") + ": " + NO_FILE);
        Outcome.of("trend", "--history", run.toString(), "--known", "/dev/zero")
                .isRefusedWith("cannot read /dev/zero: " + NO_FILE);
        Outcome.of("verify", "--graph", pipe.toString())
                .isRefusedWith("--graph: " + pipe + ": a file is needed, this is a directory, a pipe or a device");
        Outcome.of("compare", "--resume", run.toString())
                .isRefusedWith(run + " is no comparison: settings.json is missing");
        Files.createSymbolicLink(run.resolve("settings.json"), pipe);
        Outcome.of("compare", "--resume", run.toString())
                .isRefusedWith("cannot read " + run.resolve("settings.json") + ": " + NO_FILE);
    }

    @Test
    void aSuiteOfAWindowsEditorIsRead() throws IOException {
        String suite = "title = \"T\"\r\n[[cells]]\r\nworkloads = [\"lecture\"]\r\nengines = [\"graph-reverse\"]\r\n"
                + "inputs = [2]\r\n";
        Path file = Files.writeString(folder.resolve("windows.toml"), "\ufeff" + suite);
        assertThat(Outcome.of("run", "--dry-run", "--suite", file.toString())
                        .isFine()
                        .out())
                .contains("1 cells");
        Path latin1 = Files.write(
                folder.resolve("latin1.toml"), suite.replace("T", "Größe").getBytes(StandardCharsets.ISO_8859_1));
        Outcome.of("run", "--dry-run", "--suite", latin1.toString())
                .isRefusedWith(latin1 + ":1: not UTF-8; save the file in that encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--workload", "--engine"})
    void aGlobOfManyStarsIsAnsweredAtOnce(String option) {
        String stars = "*".repeat(40) + "b-no-such-name";
        assertThat(Outcome.of("run", "--dry-run", option, stars).exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aMessageDoesNotRepeatMegabytes() {
        Outcome outcome = Outcome.of("list", "x".repeat(3_000_000));
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains(" characters left out) ").hasSizeLessThan(3000);
    }

    @Test
    void aRunThatWasKilledBeforeItsEnvironmentWasWrittenIsCarriedOn() throws IOException {
        Path run = Files.createDirectory(folder.resolve("killed"));
        Files.writeString(
                run.resolve("journal"),
                "{\"schema\":1,\"suite\":\"mine\",\"seed\":1,\"forks\":1,\"settings\":{"
                        + "\"forks\":\"1\",\"warmup_iterations\":\"1\",\"warmup_ms\":\"1\",\"iterations\":\"1\","
                        + "\"iteration_ms\":\"1\",\"heap\":\"64m\",\"sample_above_ms\":\"1\",\"fork_timeout_s\":\"1\"},"
                        + "\"plugins\":[],\"cells\":[]}\n");
        Outcome outcome = Outcome.of("run", "--resume", run.toString());
        assertThat(outcome.err()).contains("suite mine: 0 cells").contains("nothing was measured");
        assertThat(run.resolve("environment.json")).exists();
    }

    @Test
    void aRunThatWasKilledBeforeItsJournalIsNotSaidToBeCarriedOn() throws IOException {
        Path run = Files.createDirectory(folder.resolve("killed"));
        Files.writeString(run.resolve("environment.json"), "{}");
        Outcome.of("merge", "x", "--out", run.toString())
                .isRefusedWith("--out: " + run + " is not empty; name a new folder: without a file 'journal' there is"
                        + " nothing to carry on in it");
    }

    @Test
    void aJournalWithoutWhatIsNeededToMeasureIsNotCarriedOn() throws IOException {
        Path run = Files.createDirectory(folder.resolve("lacking"));
        Files.writeString(
                run.resolve("journal"),
                "{\"schema\":1,\"suite\":\"mine\",\"seed\":1,\"forks\":1,\"settings\":{\"forks\":\"1\"},"
                        + "\"plugins\":[],\"cells\":[]}\n");
        Outcome.of("run", "--resume", run.toString())
                .isRefusedWith(run.resolve("journal")
                        + ":1: 'settings' lacks 'warmup_iterations', without which no fork can be measured");
    }
}
