package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.UnwillingEngines;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphText;
import dev.gradgap.graph.Tracer;
import dev.gradgap.task.ReplayedGraph;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.verify.FaultFile;
import dev.gradgap.workload.family.BuiltInWorkloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines whose preparation ends without a differentiator: refused, a wrong plan, or broken down. */
class UnwillingEngineTest {

    private static final Pattern FAULT = Pattern.compile("internal error: plans-wrong on \\S+ with 3 inputs: the"
            + " plan is wrong: operation 1 is added twice; verify --graph shows it again from (\\S+\\.graph)"
            + "( \\(please report it, with that file\\))?\n");

    @TempDir
    private static Path folder;

    private static String plugin;

    @BeforeAll
    static void compile() throws IOException {
        plugin = " --plugin " + UnwillingEngines.jar(folder);
    }

    private static Graph rosenbrock() {
        return Tracer.trace(new BuiltInWorkloads()
                .families().stream()
                        .filter(family -> family.name().equals("rosenbrock"))
                        .findFirst()
                        .orElseThrow()
                        .create(3, 1)
                        .function());
    }

    /** Asserts that a fault names a file with the graph of the function, and deletes it. */
    private static void assertKeepsTheGraph(String message) throws IOException {
        Matcher fault = FAULT.matcher(message);
        assertThat(fault.find()).as(message).isTrue();
        Path file = Path.of(fault.group(1));
        assertThat(GraphText.lines(FaultFile.read(file)).toList())
                .isEqualTo(GraphText.lines(rosenbrock()).toList());
        Files.delete(file);
        Files.delete(file.getParent());
    }

    @Test
    void aRefusalIsSkippedByVerifyWithItsReason() {
        Outcome outcome = Outcome.ofLine("verify --workload rosenbrock --inputs 2,3 --engine refuses" + plugin);

        assertThat(outcome.isFine().out())
                .endsWith("1 right, 0 wrong, 0 failed, 1 skipped\n  skipped 1: its operations do not repeat\n");
    }

    @Test
    void aWrongPlanIsAnInternalErrorOfVerifyWithAFile() throws IOException {
        Outcome outcome = Outcome.ofLine("verify --workload rosenbrock --inputs 2,3 --engine plans-wrong" + plugin);

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(outcome.out()).contains("1 right, 0 wrong, 1 failed, 0 skipped\n");
        assertKeepsTheGraph(outcome.out());
    }

    @Test
    void whatBreaksDownIsNamedByVerify() {
        Outcome outcome = Outcome.ofLine("verify --workload rosenbrock --inputs 3 --engine breaks" + plugin);

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
        assertThat(outcome.out())
                .contains("\nbreaks on rosenbrock with 3 inputs: failed: LinkageError: class too large\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gradient --workload rosenbrock --inputs 3 --engine refuses | refuses: its operations do not repeat
            descend rosenbrock --inputs 3 --engine refuses             | refuses: its operations do not repeat
            gradient --workload rosenbrock --inputs 3 --engine breaks  | failed: LinkageError: class too large
            descend rosenbrock --inputs 3 --engine breaks              | failed: LinkageError: class too large
            """)
    void gradientAndDescendSayItInOneLine(String line, String what) {
        String engine = line.substring(line.lastIndexOf(' ') + 1);
        Outcome.ofLine(line + plugin).isRefusedWith("engine " + engine + " on rosenbrock with 3 inputs " + what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gradient --workload rosenbrock --inputs 3 --engine plans-wrong",
                "descend rosenbrock --inputs 3 --engine plans-wrong"
            })
    void aWrongPlanIsAnInternalErrorInOneLineWithAFile(String line) throws IOException {
        Outcome outcome = Outcome.ofLine(line + plugin);

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).hasLineCount(1).endsWith("(please report it, with that file)\n");
        assertKeepsTheGraph(outcome.err());
    }

    /** The refusing engine comes first among the compiled reverse engines that a forward engine may have beside it. */
    @Test
    void descendPassesOverAnEngineThatRefusesToRunBeside() {
        Outcome outcome = Outcome.ofLine("descend rosenbrock --inputs 3 --steps 1 --engine compiled-forward" + plugin);

        assertThat(outcome.isFine().out()).contains("compiled-reverse").doesNotContain("refuses");
    }

    @Test
    void theFileIsVerifiedAgain() throws IOException {
        Path file = folder.resolve("kept.graph");
        Files.write(file, GraphText.lines(rosenbrock()).toList());

        assertThat(Outcome.ofLine("verify --engine graph-reverse --engine overloading-forward --graph " + file)
                        .isFine()
                        .out())
                .startsWith("kept.graph\n")
                .contains("2 right, 0 wrong, 0 failed, 0 skipped\n");
        Outcome again = Outcome.ofLine("verify --engine plans-wrong --graph " + file + plugin);
        assertThat(again.exitCode()).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertKeepsTheGraph(again.out());
    }

    /** The interpreter's own sweeps once were the reference. */
    @Test
    void theInterpreterIsJudgedByOtherCodeThanItsOwn() throws IOException {
        Path file = folder.resolve("kept.graph");
        Files.write(file, GraphText.lines(rosenbrock()).toList());

        assertThat(ReplayedGraph.read(file).create(2, 1).function().handWrittenAdjoint())
                .isEmpty();
        assertThat(Outcome.ofLine("verify --engine interpreter-reverse --graph " + file)
                        .isFine()
                        .out())
                .contains("1 right, 0 wrong, 0 failed, 0 skipped\n");
    }

    @Test
    void aGraphWhoseFunctionIsNowhereFiniteFails() throws IOException {
        Path file = folder.resolve("nowhere.graph");
        Files.write(
                file,
                List.of(
                        "gradgap-graph 1",
                        "0 input",
                        "1 constant -1",
                        "2 abs 0",
                        "3 multiply 1 2",
                        "4 sqrt 3",
                        "output 4"));

        assertThat(Outcome.ofLine("verify --engine graph-reverse --graph " + file)
                        .exitCode())
                .isEqualTo(ExitCode.CELLS_FAILED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            verify --graph missing.graph                      | --graph: missing.graph: no such file
            verify --graph x.graph --workload rosenbrock      | --graph takes the place of --workload and --inputs; leave them out
            verify --graph x.graph --inputs 2                 | --graph takes the place of --workload and --inputs; leave them out
            """)
    void aGraphThatCannotBeReadIsRefused(String line, String message) {
        Outcome.ofLine(line).isRefusedWith(message);
    }

    @Test
    void aFileThatIsNoGraphIsRefusedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("text.graph"), "gradgap-graph 1\n0 input\n1 sine 0\n");

        Outcome.ofLine("verify --graph " + file)
                .isRefusedWith("--graph: " + file + ", line 3: there is no operation 'sine'");
    }
}
