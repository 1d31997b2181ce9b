package dev.gradgap.results.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.results.Check;
import dev.gradgap.results.Memory;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.analysis.Runs;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalTest {

    private static final RunHeader HEADER =
            Runs.header(Runs.FORWARD, Runs.sampledToo(Runs.REVERSE), Runs.with(Map.of("heap", "16g"), Runs.PRIMAL));
    private static final PlannedCell LARGER = Runs.with(
            Map.of("forks", "5"), Runs.cell("rosenbrock", 8, "graph-forward", Mode.FORWARD, Operator.GRADIENT));
    private static final List<ForkResult> FORKS = List.of(
            Runs.measured(0, 0, 0.1 + 0.2, 1e300, Double.MIN_VALUE),
            Runs.ended(1, 0, Status.SKIPPED, "zu groß: \"1\u00a0000\u00a0000\" inputs\nπ 😀"),
            Runs.sampled(0, 1, 3.0));

    @TempDir
    Path directory;

    @Test
    void whatWasAppendedIsReadBackExactly() {
        write(HEADER, FORKS);
        Journal.Contents contents = Journal.read(directory);
        assertThat(contents.run()).isEqualTo(new RunData(HEADER, FORKS));
        assertThat(contents.warnings()).isEmpty();
    }

    @Test
    void cellsThatWereAddedToThePlanAreThere() {
        write(HEADER, FORKS);
        try (Journal journal = Journal.resume(directory)) {
            journal.append(3, LARGER);
            journal.append(Runs.measured(3, 0, 4.0));
            journal.append(
                    5, Runs.cell("tree", 4, "graph-reverse", Mode.REVERSE, Operator.PRIMAL)); // one is missing before
            journal.append(Runs.measured(4, 0, 5.0));
            journal.append(4, Runs.REVERSE); // which is planned already
        }
        Journal.Contents contents = Journal.read(directory);
        assertThat(contents.run().header()).isEqualTo(HEADER.with(LARGER));
        assertThat(contents.run().forks()).hasSize(FORKS.size() + 1).contains(Runs.measured(3, 0, 4.0));
        assertThat(contents.warnings())
                .satisfiesExactly(
                        line -> assertThat(line).contains(":7: plans cell 5, where the next would be 4"),
                        line -> assertThat(line).contains(":8: cell 4 is not one of the 4 planned"),
                        line -> assertThat(line).contains(":9: 'cells' has rosenbrock 4 graph-reverse gradient twice"));
    }

    /** Fields that no fork of ours writes, and that would be calculated with. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "round":0                | "round":-1             | 'round' is -1, which is less than 0
                    "operations":10          | "operations":-10       | 'operations' is -10, which is less than 0
                    "passes":4               | "passes":-1            | 'passes' is -1, which is less than 1
                    "passes":4               | "passes":0             | 'passes' is 0, which is less than 1
                    "passes":4               | "passes":4.5           | 'passes' is not a whole number
                    "alloc_bytes":16.5       | "alloc_bytes":"NaN"    | 'alloc_bytes' is not a number
                    "alloc_bytes":16.5       | "alloc_bytes":-16.5    | 'alloc_bytes' is -16.5, which is less than 0
                    "tape_bytes":80          | "tape_bytes":-80       | 'tape_bytes' is -80, which is less than 0
                    "predicted_bytes":100    | "predicted_bytes":-5   | 'predicted_bytes' is -5, which is less than 0
                    "live_bytes":96          | "live_bytes":-96       | 'live_bytes' is -96, which is less than 0
                    "seconds":1.5            | "seconds":-1.5         | 'seconds' is -1.5, which is less than 0
                    "times_ns":[3.0]         | "times_ns":["3"]       | 'times_ns' is not a number
                    "times_ns":[3.0]         | "times_ns":3.0         | 'times_ns' is not an array
                    """)
    void whatAForkCannotHaveReportedIsSkippedWithItsLineAndItsField(String right, String wrong, String problem)
            throws IOException {
        write(HEADER, List.of(Runs.measured(0, 0, 3.0), Runs.measured(0, 1, 3.0)));
        List<String> lines = new ArrayList<>(Files.readAllLines(journal()));
        assertThat(lines.get(1)).contains(right);
        lines.set(1, lines.get(1).replace(right, wrong));
        Files.write(journal(), lines);

        Journal.Contents contents = Journal.read(directory);
        assertThat(contents.run().forks()).containsExactly(Runs.measured(0, 1, 3.0));
        assertThat(contents.warnings()).containsExactly(journal() + ":2: " + problem + "; the line is skipped");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "forks":3                | "forks":0                  | 'forks' is 0, which is less than 1
                    "inputs":4               | "inputs":0                 | 'inputs' is 0, which is less than 1
                    "outputs":1              | "outputs":-1               | 'outputs' is -1, which is less than 1
                    "tangents_per_pass":1    | "tangents_per_pass":0      | 'tangents_per_pass' is 0, which is less than 1
                    "iterations":"5"         | "iterations":"five"        | 'iterations' of 'settings' is 'five', not a whole number of at least 1
                    "warmup_ms":"100"        | "warmup_ms":"0"            | 'warmup_ms' of 'settings' is '0', not a whole number of at least 1
                    "iteration_ms":"50"      | "iteration_ms":"-50"       | 'iteration_ms' of 'settings' is '-50', not a whole number of at least 1
                    "heap":"16g"             | "heap":"16g -XX:OnError=x" | 'heap' of 'settings' is '16g -XX:OnError=x', not a size such as 512m or 2g
                    "plug-in.jar"            | 3                          | 'plugins' has what is no text, or one with characters that nobody sees: '3'
                    "operator":"primal"      | "operator":"gradient"      | 'cells' has rosenbrock 4 graph-reverse gradient twice
                    """)
    void aPlanThatCannotBeIsRefusedWithItsField(String right, String wrong, String problem) throws IOException {
        write(HEADER, FORKS);
        String text = Files.readString(journal());
        assertThat(text).contains(right);
        Files.writeString(journal(), text.replace(right, wrong));

        assertThatThrownBy(() -> Journal.read(directory))
                .isInstanceOf(UserError.class)
                .hasMessage(journal() + ":1: the header of the run is unreadable: " + problem);
    }

    @Test
    void aWarningDisturbsNoTerminal() throws IOException {
        write(HEADER, FORKS);
        append("{\"cell\":3,\"planned\":{\"workload\":\"\\u001b[2J\"}}\n");

        assertThat(Journal.read(directory).warnings())
                .containsExactly(journal() + ":5: 'workload' is no name: it is empty, too long, or has characters that"
                        + " nobody sees: '?[2J'; the last line was cut off and is dropped");
    }

    @Test
    void aNameThatWouldDisturbTheTerminalIsNone() throws IOException {
        write(HEADER, FORKS);
        Files.writeString(journal(), Files.readString(journal()).replace("rosenbrock", "rosen\\u001b[31mbrock"));

        assertThatThrownBy(() -> Journal.read(directory))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        journal() + ":1: the header of the run is unreadable: 'workload' is no name: it is empty, too"
                                + " long, or has characters that nobody sees: 'rosen?[31mbrock'");
    }

    @Test
    void numbersOutsideJsonComeBack() {
        ForkResult wild = new ForkResult(
                0,
                0,
                Status.OK,
                Method.MEASURED,
                "",
                OptionalLong.of(Long.MAX_VALUE),
                OptionalLong.empty(),
                List.of(Double.NaN, Double.NEGATIVE_INFINITY, -0.0),
                new Memory(
                        OptionalDouble.empty(),
                        OptionalLong.empty(),
                        OptionalLong.of(Long.MAX_VALUE),
                        OptionalLong.empty()),
                new Check(true, OptionalDouble.of(Double.POSITIVE_INFINITY)),
                "",
                0,
                0.1,
                List.of(new Evidence(0.25, 2, "a.B.c was compiled by C2"), new Evidence(0, 0, "")));
        write(HEADER, List.of(wild));
        assertThat(Journal.read(directory).run().forks()).containsExactly(wild);
    }

    @Test
    void aJournalOfAnEarlierVersionIsRead() throws IOException {
        write(HEADER, FORKS);
        List<String> lines = Files.readAllLines(journal());
        List<String> earlier = lines.stream()
                .map(line -> line.replaceAll(",\"(predicted|live)_bytes\":[0-9]+", "")
                        .replace(",\"settings\":{\"heap\":\"16g\"}", ""))
                .toList();
        assertThat(earlier).doesNotContainAnyElementsOf(lines.subList(0, 2));
        Files.write(journal(), earlier);
        Journal.Contents contents = Journal.read(directory);
        assertThat(contents.warnings()).isEmpty();
        assertThat(contents.run().header())
                .isEqualTo(Runs.header(Runs.FORWARD, Runs.sampledToo(Runs.REVERSE), Runs.PRIMAL));
        assertThat(contents.run().forks()).hasSameSizeAs(FORKS).allSatisfy(fork -> {
            assertThat(fork.memory().predictedBytes()).isEmpty();
            assertThat(fork.memory().liveBytes()).isEmpty();
        });
    }

    @Test
    void aForkIsOnDiskBeforeTheJournalIsClosed() {
        try (Journal journal = Journal.create(directory, HEADER)) {
            journal.append(FORKS.get(0));
            assertThat(Journal.read(directory).run().forks()).containsExactly(FORKS.get(0));
        }
    }

    @Test
    void cutOffAtAnyByteItKeepsEveryWholeLineAndResumes() throws IOException {
        write(HEADER, FORKS);
        byte[] whole = Files.readAllBytes(journal());
        int headerEnd = indexOfLineEnd(whole, 0);
        for (int length = 0; length <= whole.length; length++) {
            Files.write(journal(), Arrays.copyOf(whole, length));
            if (length < headerEnd) {
                assertThatThrownBy(() -> Journal.read(directory))
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining("journal:1: the header of the run is unreadable");
                continue;
            }
            // A line that lacks no more than its end is whole.
            List<ForkResult> kept = FORKS.subList(0, forksWithin(whole, length));
            assertThat(Journal.read(directory).run().forks())
                    .as("cut at %d", length)
                    .isEqualTo(kept);
            boolean nearEndOfLine = forksWithin(whole, length + 1) > forksWithin(whole, length - 2);
            if (nearEndOfLine || length % 32 == 0) { // resuming forces to disk, which takes its time
                try (Journal resumed = Journal.resume(directory)) {
                    FORKS.subList(kept.size(), FORKS.size()).forEach(resumed::append);
                }
                assertThat(Files.readAllBytes(journal()))
                        .as("resumed at %d", length)
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void aLastLineThatWasCutOffIsDroppedWithAWarning() throws IOException {
        write(HEADER, FORKS);
        append("{\"cell\":0,\"rou");
        Journal.Contents contents = Journal.read(directory);
        assertThat(contents.run().forks()).isEqualTo(FORKS);
        assertThat(contents.warnings())
                .containsExactly(
                        journal() + ":5: not a JSON object in UTF-8; the last line was cut off and is dropped");
    }

    @Test
    void aFileSystemThatFilledTheEndWithZerosLosesOnlyThem() throws IOException {
        write(HEADER, FORKS);
        append("\0\0\0\0");
        Journal.resume(directory).close();
        assertThat(Journal.read(directory)).satisfies(contents -> {
            assertThat(contents.run().forks()).isEqualTo(FORKS);
            assertThat(contents.warnings()).isEmpty();
        });
    }

    @Test
    void aDamagedLineInTheMiddleIsReportedAndNothingElseIsLost() throws IOException {
        write(HEADER, FORKS);
        List<String> lines = Files.readAllLines(journal());
        Files.write(
                journal(),
                List.of(
                        lines.get(0),
                        lines.get(1),
                        "{\"cell\":0,#",
                        lines.get(2),
                        lines.get(1).replace("\"cell\":0", "\"cell\":3"),
                        lines.get(1).replace("\"status\":\"ok\"", "\"status\":\"OK\""),
                        lines.get(1).replace("\"round\":0", "\"round\":\"zero\""),
                        "",
                        lines.get(3)));
        Journal.Contents contents = Journal.read(directory);
        assertThat(contents.run().forks()).isEqualTo(FORKS);
        assertThat(contents.warnings())
                .containsExactly(
                        journal() + ":3: not a JSON object in UTF-8; the line is skipped",
                        journal() + ":5: cell 3 is not one of the 3 planned; the line is skipped",
                        journal()
                                + ":6: 'status' is not one of: ok, skipped, failed, unsteady, unverified; the line is skipped",
                        journal() + ":7: 'round' is not a whole number; the line is skipped",
                        journal() + ":8: not a JSON object in UTF-8; the line is skipped");
    }

    @Test
    void ofSeveralResultsOfOneForkTheLastCounts() {
        ForkResult failed = Runs.ended(0, 0, Status.FAILED, "killed");
        ForkResult again = Runs.sampled(0, 0, 2.0);
        write(HEADER, List.of(failed, Runs.measured(0, 1, 5.0), again));
        assertThat(Journal.read(directory).run().forks()).containsExactly(Runs.measured(0, 1, 5.0), again);
    }

    @Test
    void bothWaysOfMeasuringACellAreKeptInOneRound() {
        ForkResult whole = Runs.measured(1, 0, 1.0);
        ForkResult sample = Runs.sampled(1, 0, 2.0);
        write(HEADER, List.of(whole, sample));
        assertThat(Journal.read(directory).run().forks()).containsExactly(whole, sample);
    }

    @Test
    void aFailedSampleDoesNotReplaceTheWholeMeasurementOfItsRound() {
        ForkResult whole = Runs.measured(1, 0, 1.0);
        ForkResult failed = Runs.ended(1, 0, Status.FAILED, "killed");
        write(HEADER, List.of(whole, failed));
        assertThat(Journal.read(directory).run().forks()).containsExactly(whole, failed);
    }

    @Test
    void aRunIsNeverOverwritten() {
        write(HEADER, FORKS);
        assertThatThrownBy(() -> Journal.create(directory, HEADER))
                .isInstanceOf(UserError.class)
                .hasMessage(directory + " already holds a run: resume it, or choose another directory");
        assertThat(Journal.read(directory).run().forks()).isEqualTo(FORKS);
    }

    @Test
    void aDirectoryWithoutAJournalIsNoRun() {
        assertThatThrownBy(() -> Journal.resume(directory))
                .isInstanceOf(UserError.class)
                .hasMessage("no run to read: " + journal() + " is missing");
    }

    @Test
    void aJournalOfAnotherVersionIsRefused() throws IOException {
        write(HEADER, List.of());
        Files.writeString(journal(), Files.readString(journal()).replace("\"schema\":1", "\"schema\":2"));
        assertThatThrownBy(() -> Journal.read(directory))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        journal() + ":1: the header of the run is unreadable: schema 2, where this version reads 1");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsReportedInOneLine() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> Journal.create(file.resolve("run"), HEADER))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write " + file.resolve("run").resolve("journal") + ": ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aFullDiskIsReportedInOneLine() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        try (Journal journal = new Journal(full, new RandomAccessFile(full.toFile(), "rw"))) {
            assertThatThrownBy(() -> journal.append(FORKS.get(0)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot write /dev/full: No space left on device");
        }
    }

    @Test
    void aForkWrittenInPartIsTakenBack() throws IOException {
        write(HEADER, FORKS.subList(0, 1));
        RandomAccessFile filling = new RandomAccessFile(journal().toFile(), "rw") {
            private boolean full = true;

            @Override
            public void write(byte[] bytes) throws IOException {
                if (full) {
                    full = false;
                    write(bytes, 0, bytes.length / 2);
                    throw new IOException("No space left on device");
                }
                super.write(bytes);
            }
        };
        filling.seek(filling.length());
        try (Journal journal = new Journal(journal(), filling)) {
            assertThatThrownBy(() -> journal.append(FORKS.get(1))).isInstanceOf(UncheckedIOException.class);
            journal.append(FORKS.get(2));
        }
        Journal.Contents contents = Journal.read(directory);
        assertThat(contents.warnings()).isEmpty();
        assertThat(contents.run().forks()).containsExactly(FORKS.get(0), FORKS.get(2));
    }

    @Test
    void anInterruptedThreadStillKeepsItsFork() {
        try (Journal journal = Journal.create(directory, HEADER)) {
            Thread.currentThread().interrupt();
            journal.append(FORKS.get(0));
            assertThat(Thread.interrupted()).isTrue();
            journal.append(FORKS.get(1));
        }
        assertThat(Journal.read(directory).run().forks()).isEqualTo(FORKS.subList(0, 2));
    }

    private Path journal() {
        return directory.resolve("journal");
    }

    private void write(RunHeader header, List<ForkResult> forks) {
        try (Journal journal = Journal.create(directory, header)) {
            forks.forEach(journal::append);
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(journal(), text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    /** The number of lines after the first that end, but for their line feed, within the first bytes. */
    private static int forksWithin(byte[] bytes, int length) {
        int lines = 0;
        for (int end = indexOfLineEnd(bytes, 0); end < bytes.length; end = indexOfLineEnd(bytes, end + 1)) {
            if (end <= length) {
                lines++;
            }
        }
        return lines - 1;
    }

    private static int indexOfLineEnd(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }
}
