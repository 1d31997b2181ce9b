package dev.gradgap.graph.schedule.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.graph.WrongPlanException;
import dev.gradgap.graph.schedule.program.Program;
import dev.gradgap.graph.schedule.proof.PlannedGraphs.Planned;
import dev.gradgap.graph.schedule.proof.SeededFaults.Fault;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SeededFaultsTest {

    private static final List<Planned> GRAPHS = PlannedGraphs.all().toList();

    static Stream<Fault> faults() {
        return SeededFaults.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultIsFoundWhereverItIsMade(Fault fault) {
        int made = 0;
        for (Planned planned : GRAPHS) {
            for (Program wrong : fault.in().apply(planned.program()).toList()) {
                made++;
                assertThatThrownBy(() -> check(planned, wrong))
                        .as("%s, number %s", planned, made)
                        .isInstanceOf(WrongPlanException.class)
                        .hasMessageContaining("instruction ");
            }
        }
        assertThat(made).isPositive();
    }

    @Test
    void rightProgramsAreRight() {
        for (Planned planned : GRAPHS) {
            assertThatCode(() -> check(planned, planned.program()))
                    .as("%s", planned)
                    .doesNotThrowAnyException();
        }
    }

    private static void check(Planned planned, Program program) {
        ProgramCheck.check(planned.graph(), program, planned.plan().operations());
    }
}
