package dev.gradgap.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.results.Method;
import dev.gradgap.results.journal.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyIterationsTest {

    private static final Evidence GOOD = new Evidence(0, 0, "");
    private static final Evidence PREEMPTED = new Evidence(0.91, 0, "");
    private static final Evidence COMPILED = new Evidence(0, 1, "a.B.c was compiled by C2");

    private final ForkReport report = ForkReport.empty();

    @Test
    void whatIsDisturbedIsReplacedByASpareOne() {
        report.evidence(List.of(COMPILED, GOOD, PREEMPTED, GOOD, GOOD));
        SteadyIterations steady = SteadyIterations.of(List.of(9.0, 1.0, 3.0, 1.1, 1.2), report, 3);
        assertThat(steady.timesNs()).containsExactly(1.0, 1.1, 1.2);
        assertThat(steady.objection()).isEmpty();
    }

    @Test
    void timeWithoutAProcessorIsTakenOff() {
        report.evidence(List.of(GOOD, new Evidence(0.125, 0, "")));
        assertThat(SteadyIterations.of(List.of(7.0, 8.0), report, 2).timesNs()).containsExactly(7.0, 7.0);
    }

    /** C2 may compile what hardly counts at any time. */
    @Test
    void aCompilationThatChangesNothingIsNoHarm() {
        report.evidence(List.of(COMPILED, COMPILED, GOOD, GOOD));
        assertThat(SteadyIterations.of(List.of(1.05, 1.5, 1.0, 1.0), report, 3).timesNs())
                .containsExactly(1.05, 1.0, 1.0);
        report.evidence(List.of(GOOD, GOOD, COMPILED, COMPILED));
        assertThat(SteadyIterations.of(List.of(1.0, 1.0, 1.05, 1.0), report, 3).timesNs())
                .containsExactly(1.0, 1.05, 1.0);
        assertThat(SteadyIterations.of(List.of(1.0, 1.0, 0.5, 0.5), report, 3).objection())
                .startsWith("only 2 of 4");
    }

    @Test
    void aForkWithTooFewIsNotSteady() {
        report.evidence(List.of(COMPILED, GOOD, PREEMPTED, GOOD));
        SteadyIterations steady = SteadyIterations.of(List.of(9.0, 1.0, 3.0, 1.1), report, 3);
        assertThat(steady.timesNs()).hasSize(4);
        assertThat(steady.objection())
                .isEqualTo("only 2 of 4 iterations can be used: a.B.c was compiled by C2 meanwhile; "
                        + "the processor was taken away for 91 % of the time");
    }

    @Test
    void codeOfALowTierIsNotSteadyHoweverEven() {
        report.evidence(List.of(GOOD, GOOD)).cold("a.B.c, where 100 % of the time goes, is not compiled by C2");
        assertThat(SteadyIterations.of(List.of(1.0, 1.0), report, 2).objection())
                .contains("not compiled by C2");
    }

    @Test
    void iterationsThatContradictEachOtherAreNoFigureUnlessEachIsOfOtherPasses() {
        report.evidence(List.of(GOOD, GOOD));
        assertThat(SteadyIterations.of(List.of(1.0, 2.5), report, 2).objection())
                .isEqualTo("iterations of one fork differ by a factor of 2.5");
        report.method(Method.SAMPLED);
        assertThat(SteadyIterations.of(List.of(1.0, 2.5), report, 2).objection())
                .isEmpty();
    }

    @Test
    void withoutEvidenceAllCount() {
        assertThat(SteadyIterations.of(List.of(1.0, 1.5, 1.2), report, 2).timesNs())
                .containsExactly(1.5, 1.2);
    }

    /** Nobody said so, but the code, or the loop around it, was not yet in its last tier. */
    @Test
    void ofThoseThatCanBeUsedTheLastCount() {
        report.evidence(List.of(GOOD, GOOD, COMPILED, GOOD, GOOD, GOOD));
        SteadyIterations steady = SteadyIterations.of(List.of(3.0, 3.0, 2.0, 1.0, 1.1, 1.0), report, 3);
        assertThat(steady.timesNs()).containsExactly(1.0, 1.1, 1.0);
        assertThat(steady.objection()).isEmpty();
    }
}
