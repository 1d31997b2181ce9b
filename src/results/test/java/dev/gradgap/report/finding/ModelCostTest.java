package dev.gradgap.report.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.Operator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCostTest {

    private static List<ModelCost> of(List<SampleCell> cells) {
        return ModelCost.of(SampleCell.results(cells));
    }

    @Test
    void visitsAreCountedAsPassesTimesOperations() {
        ModelCost cost = of(List.of(
                        SampleCell.of("valley", 100).visits(700, 100).ns(140_000)))
                .get(0);

        assertThat(cost.points().get(0).visits()).isEqualTo(70_000);
        assertThat(cost.points().get(0).nsPerVisit()).isEqualTo(2);
        assertThat(cost.fit()).isEmpty();
    }

    /** A call costs 50 ns, a visit 2 ns: from 1,000 visits on the slope is the model's. */
    @Test
    void theSlopeIsFittedToWhereTheVisitsAreTheCost() {
        List<SampleCell> cells = new ArrayList<>();
        for (int visits : new int[] {1, 10, 100, 10_000, 100_000, 1_000_000}) {
            cells.add(SampleCell.of("valley", visits).visits(visits, 1).ns(50 + 2.0 * visits));
        }
        ModelCost cost = of(cells).get(0);

        assertThat(cost.points()).hasSize(6);
        assertThat(cost.fit().orElseThrow().points()).isEqualTo(3);
        assertThat(cost.fit().orElseThrow().exponent().estimate()).isCloseTo(1, within(0.001));
        assertThat(cost.spread().orElseThrow().mean()).isCloseTo(2, within(0.01));
    }

    @Test
    void theSpreadIsFromTheCheapestVisitToTheDearest() {
        ModelCost.Spread spread = of(List.of(
                        SampleCell.of("valley", 1).visits(1000, 1).ns(1000),
                        SampleCell.of("ridge", 1).visits(1000, 2).ns(8000)))
                .get(0)
                .spread()
                .orElseThrow();

        assertThat(spread.least()).isEqualTo(1);
        assertThat(spread.most()).isEqualTo(4);
        assertThat(spread.mean()).isCloseTo(2, within(1e-12));
        assertThat(spread.factor()).isEqualTo(4);
    }

    @Test
    void whatIsNoWholeDerivativeOrWasNotTimedIsNotCompared() {
        assertThat(of(List.of(
                        SampleCell.of("valley", 4)
                                .operator(Operator.PUSHFORWARD)
                                .ns(4),
                        SampleCell.of("valley", 8).failed(),
                        SampleCell.of("constant", 4).visits(0, 1).ns(4))))
                .isEmpty();
    }
}
