package dev.gradgap.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.journal.MadeUpCell;
import dev.gradgap.results.journal.PlannedCell;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadingTest {

    private static PlannedCell cell(int inputs, Technology technology, int tangents, Operator operator) {
        return MadeUpCell.of("w", inputs, "e")
                .technology(technology)
                .mode(Mode.FORWARD)
                .tangents(tangents)
                .operator(operator)
                .planned();
    }

    @Test
    void thePreliminaryVerdictNeedsTheLargestGradientsOfWhatHasBothModes() {
        List<PlannedCell> plan = List.of(
                cell(8, Technology.GRAPH, 1, Operator.GRADIENT),
                cell(64, Technology.GRAPH, 1, Operator.GRADIENT),
                cell(64, Technology.REFERENCE, 1, Operator.GRADIENT),
                cell(64, Technology.GRAPH, 8, Operator.GRADIENT),
                cell(64, Technology.GRAPH, 1, Operator.PRIMAL),
                cell(64, Technology.OVERLOADING, 1, Operator.GRADIENT));

        assertThat(Leading.cells(plan)).containsExactly(1, 5);
    }

    @Test
    void aPlanOfHardlyAnythingElseHasNoPreliminaryVerdict() {
        List<PlannedCell> plan = List.of(
                cell(8, Technology.GRAPH, 1, Operator.GRADIENT), cell(64, Technology.GRAPH, 1, Operator.GRADIENT));

        assertThat(Leading.cells(plan)).containsExactly(1);
        assertThat(Leading.cells(plan.subList(1, 2))).isEmpty();
    }
}
