package dev.gradgap.results.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Operator;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.Method;
import dev.gradgap.results.TimedCell;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ForkDisagreementTest {

    private final List<Sample> samples = new ArrayList<>();

    /** Adds a cell whose forks have three iterations each, of which one is disturbed. */
    private void cell(String engine, Method method, double... forks) {
        for (int round = 0; round < forks.length; round++) {
            for (int iteration = 0; iteration < 3; iteration++) {
                double time = iteration == 1 ? 10 * forks[round] : forks[round];
                samples.add(new Sample(
                        new TimedCell(new CellKey("f", 8, engine, Operator.GRADIENT), method),
                        round,
                        iteration,
                        time,
                        OptionalDouble.empty(),
                        OptionalDouble.empty()));
            }
        }
    }

    @Test
    void cellsOfTwoSpeedsAreNamedTheWorstFirst() {
        cell("even", Method.MEASURED, 100, 101, 149);
        cell("twofold", Method.MEASURED, 200, 100, 110);
        cell("threefold", Method.MEASURED, 100, 300);
        cell("sampled", Method.SAMPLED, 100, 900);
        cell("alone", Method.MEASURED, 5);

        assertThat(ForkDisagreement.of(samples))
                .containsExactly(
                        new ForkDisagreement(new CellKey("f", 8, "threefold", Operator.GRADIENT), 100, 300),
                        new ForkDisagreement(new CellKey("f", 8, "twofold", Operator.GRADIENT), 100, 200));
    }
}
