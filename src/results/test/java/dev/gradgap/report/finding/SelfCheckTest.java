package dev.gradgap.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.RunResults;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfCheckTest {

    @TempDir
    private Path folder;

    private RunResults results(SampleRun run) {
        run.write(folder);
        return ReportData.read(folder).results();
    }

    private static List<String> doubts(RunResults results) {
        return SelfCheck.doubts(results).stream()
                .map(SelfCheck.Doubt::why)
                .distinct()
                .toList();
    }

    /** Compiled forward takes 1.5 N² ns, compiled reverse 4 N ns, the hand-written primal 2 N ns. */
    private static SampleRun compiled(double coldAt1K) {
        SampleRun run = new SampleRun();
        for (int n : new int[] {256, 1024, 4096}) {
            double reverse = n == 1024 ? coldAt1K * 4.0 * n : 4.0 * n;
            run.with("valley", n, Technology.COMPILED, Mode.FORWARD, Operator.GRADIENT, 1.5 * n * n)
                    .with("valley", n, Technology.COMPILED, Mode.REVERSE, Operator.GRADIENT, reverse)
                    .adjoint("valley", n, Operator.PRIMAL, 2.0 * n);
        }
        return run;
    }

    @Test
    void whatTheoryAllowsIsNotDoubted() {
        assertThat(doubts(results(compiled(1)))).isEmpty();
        assertThat(doubts(results(SampleRun.of("ridge", 2, 64, 1024, 1 << 20)))).isEmpty();
    }

    @Test
    void aColdCellIsDoubtedByTheoryAndByItsNeighboursAndIsNoPartOfTheVerdict() {
        RunResults cold = results(compiled(500));

        assertThat(doubts(cold))
                .contains(
                        "compiled-reverse gradient on valley with 1K inputs costs 1,000 primals, where theory has 4 to 5",
                        "compiled-reverse gradient on valley with 1K inputs takes 2,000 ns an operation, where 4K inputs take 4.00")
                .anyMatch(
                        why -> why.startsWith("the gap of compiled-forward and compiled-reverse on valley falls from"));
        RunResults rest = SelfCheck.withoutDoubtful(cold);
        assertThat(rest.cells())
                .noneMatch(cell -> cell.inputs() == 1024 && cell.engine().equals("compiled-reverse"));
        assertThat(rest.gaps()).noneMatch(gap -> gap.inputs() == 1024);
        assertThat(rest.crossovers()).isEmpty();
    }

    @Test
    void theVerdictNamesThem() {
        compiled(500).write(folder);
        List<String> lines = VerdictLines.lines(ReportData.read(folder));

        assertThat(lines)
                .contains(
                        "doubtful, and left out of the above: compiled-reverse gradient on valley with 1K inputs costs 1,000"
                                + " primals, where theory has 4 to 5");
        assertThat(lines).noneMatch(line -> line.contains("a reverse gradient costs 1,000"));
    }

    /** Of the runs that are kept nothing is beyond what theory allows, so that a doubt is worth its line. */
    @ParameterizedTest
    @ValueSource(strings = {"results/reference", "results/reference/jacobian", "results/reference/frontier"})
    void theReferenceRunsAreNotDoubted(String run) {
        assertThat(doubts(ReportData.read(Path.of(run)).results())).isEmpty();
    }
}
