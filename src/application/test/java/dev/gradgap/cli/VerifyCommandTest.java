package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.terminal.ExitCode;
import org.junit.jupiter.api.Test;

class VerifyCommandTest {

    @Test
    void rightEnginesAreListedWithTheirSizes() {
        assertThat(Outcome.ofLine("verify --workload rosenbrock --engine graph-rev*e")
                        .isFine()
                        .out())
                .startsWith("rosenbrock\n")
                .containsPattern("ENGINE +RESULT +ERROR +INPUTS\n")
                .containsPattern("graph-reverse +right +[0-9.]+e-1[0-9] +2,3,8,33,100,1000\n")
                .endsWith("\n6 right, 0 wrong, 0 failed, 0 skipped\n");
    }

    @Test
    void sizesAreFittedToTheRangeUnlessTheyAreGiven() {
        assertThat(Outcome.ofLine("verify --workload lecture --engine graph-reverse")
                        .isFine()
                        .out())
                .containsPattern("graph-reverse +right +[0-9.]+e[+-][0-9]+ +2\n");
        assertThat(Outcome.ofLine("verify --workload lecture --engine graph-reverse --inputs 1..2")
                        .isFine()
                        .out())
                .endsWith("1 right, 0 wrong, 0 failed, 1 skipped\n  skipped 1: workload lecture has 2 inputs, not 1\n");
    }

    @Test
    void refusalsAreCountedWithTheirReason() {
        Outcome outcome = Outcome.ofLine("verify --workload random --engine reference-adjoint --engine graph-reverse"
                        + " --inputs 1,2,3")
                .isFine();

        assertThat(outcome.out())
                .containsPattern("reference-adjoint +skipped +1,2,3\n")
                .endsWith("""
                        3 right, 0 wrong, 0 failed, 3 skipped
                          skipped 3: the function has no hand-written adjoint
                        """);
    }

    @Test
    void whereNothingCanBeVerifiedThatIsNoSuccess() {
        Outcome outcome = Outcome.ofLine("verify --workload rosenbrock --inputs 1");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err())
                .isEqualToIgnoringNewLines("error: nothing was verified: every combination was skipped;"
                        + " choose other --inputs or engines");
    }

    @Test
    void wrongSelectionsAreAnsweredInOneLine() {
        Outcome.ofLine("verify --workload rosen --inputs 3")
                .isRefusedWith("unknown workload 'rosen': did you mean 'rosenbrock'? (list workloads shows all)");
        Outcome.ofLine("verify --engine x*y").isRefusedWith("no engine matches 'x*y' (list engines shows all)");
        Outcome.ofLine("verify --inputs 0").isRefusedWith("--inputs: '0' is too small; sizes start at 1");
    }
}
