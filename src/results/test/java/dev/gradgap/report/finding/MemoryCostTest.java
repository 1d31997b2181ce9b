package dev.gradgap.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Operator;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MemoryCostTest {

    private static List<MemoryCost> of(SampleCell... cells) {
        return MemoryCost.of(SampleCell.results(List.of(cells)));
    }

    @Test
    void bytesAreSpreadOverTheOperations() {
        MemoryCost cost = of(
                        SampleCell.of("valley", 64).visits(100, 1).bytes(4000, 2500),
                        SampleCell.of("valley", 16).visits(50, 1).bytes(100, 0))
                .get(0);

        assertThat(cost.points()).extracting(MemoryCost.Point::inputs).containsExactly(16, 64);
        assertThat(cost.points().get(1).liveBytesPerOperation()).hasValue(40);
        assertThat(cost.points().get(1).tapeBytesPerOperation()).hasValue(25);
        assertThat(cost.points().get(0).tapeBytesPerOperation()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void anEngineOfWhichNothingIsKnownIsNotListed() {
        assertThat(of(
                        SampleCell.of("valley", 64).engine("silent"),
                        SampleCell.of("valley", 64)
                                .engine("preparing")
                                .operator(Operator.PREPARE)
                                .bytes(1, 1),
                        SampleCell.of("constant", 64).visits(0, 1).bytes(1, 1)))
                .isEmpty();
    }
}
