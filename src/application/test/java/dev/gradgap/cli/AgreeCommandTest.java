package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.report.finding.SampleRun;
import dev.gradgap.terminal.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreeCommandTest {

    @TempDir
    private Path folder;

    private Path one;
    private Path other;

    @BeforeEach
    void folders() throws Exception {
        one = Files.createDirectory(folder.resolve("one"));
        other = Files.createDirectory(folder.resolve("other"));
        run(100_000).write(one);
    }

    /** With one cell beside those whose times follow a law. */
    private static SampleRun run(double nanoseconds) {
        return SampleRun.of("tree", 64, 1024)
                .with("mlp", 64, Technology.GRAPH, Mode.REVERSE, Operator.GRADIENT, nanoseconds);
    }

    private Outcome agree() {
        return Outcome.of("agree", one.toString(), other.toString());
    }

    @Test
    void aRunAgreesWithItself() {
        run(100_000).write(other);

        assertThat(agree().isFine().out()).contains(" 0 contradicted");
    }

    /** Intervals of three forks a percent apart are about 2.5 percent to each side. */
    @ParameterizedTest
    @CsvSource({"104000, 0", "140000, 0", "160000, 2", "60000, 2"})
    void timesWhoseIntervalsAreApartByAFactorContradict(double nanoseconds, int exitCode) {
        run(nanoseconds).write(other);

        Outcome outcome = agree();

        assertThat(outcome.exitCode()).isEqualTo(exitCode);
        assertThat(outcome.out().contains("graph-reverse gradient on mlp with 64"))
                .isEqualTo(exitCode == 2);
    }

    @Test
    void gapsContradictToo() {
        SampleRun.of("tree", 64, 1024)
                .with("mlp", 64, Technology.GRAPH, Mode.FORWARD, Operator.GRADIENT, 1000)
                .with("mlp", 64, Technology.GRAPH, Mode.REVERSE, Operator.GRADIENT, 100_000)
                .write(one);
        SampleRun.of("tree", 64, 1024)
                .with("mlp", 64, Technology.GRAPH, Mode.FORWARD, Operator.GRADIENT, 1200)
                .with("mlp", 64, Technology.GRAPH, Mode.REVERSE, Operator.GRADIENT, 75_000)
                .write(other);

        assertThat(agree().out())
                .contains("gap of graph-forward over graph-reverse on mlp with 64")
                .contains(" 1 contradicted");
    }

    @Test
    void runsWithoutACommonCellAreRefused() {
        SampleRun.of("chain", 64).write(other);

        Outcome outcome = agree();

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("nothing to compare");
    }
}
