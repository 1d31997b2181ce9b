package dev.gradgap.statistics.steps.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.statistics.steps.simulation.StepSimulation.Row;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class StepSimulationTest {

    private static final int SERIES = 400;

    private static List<Row> rows;

    @BeforeAll
    static void simulate() {
        rows = StepSimulation.rows(0.01, SERIES, 1);
    }

    /** One in a hundred is promised, three times as many where noise is strongly correlated; and three standard errors. */
    @Test
    void falseChangesAreThoseThatArePromised() {
        assertThat(rows)
                .filteredOn(row -> row.scenario().steps().isEmpty())
                .hasSize(16)
                .allSatisfy(row -> {
                    double promised = row.noise() == Noise.CORRELATED_0_6 ? 0.03 : 0.01;
                    double error = Math.sqrt(promised / SERIES);
                    assertThat(row.falsely().get(0) / (double) SERIES).isLessThan(promised + 3 * error);
                });
    }

    @Test
    void doublingsAndTheLastCommitAreFound() {
        assertThat(rows)
                .filteredOn(row -> row.scenario().name().startsWith("doubled")
                        || row.scenario().name().startsWith("+30 % on the last"))
                .hasSize(12)
                .allSatisfy(row -> assertThat(row.found().get(0)).isGreaterThan(SERIES * 97 / 100));
    }

    /** The references are what they are taken for: one at its level for normal noise, the other without any. */
    @Test
    void theLargestTIsAtOnePercentForNormalNoise() {
        assertThat(rows)
                .filteredOn(row -> row.scenario().steps().isEmpty() && row.noise() == Noise.NORMAL)
                .hasSize(4)
                .allSatisfy(row -> {
                    assertThat(row.falsely().get(1)).isBetween(0, 11);
                    assertThat(row.falsely().get(2)).isGreaterThan(row.falsely().get(1));
                });
    }

    @Test
    void peltFindsTheSegmentsWithTheLeastError() {
        assertThat(Pelt.steps(new double[] {0, 0.1, 0, 0.1, 5, 5.1, 5, 5.1, 0, 0.1}))
                .containsExactly(4, 8);
    }

    @Test
    void noiseHasItsDeviationWhateverItsKind() {
        for (Noise noise : List.of(Noise.NORMAL, Noise.CORRELATED_0_3, Noise.CORRELATED_0_6)) {
            double[] values = noise.values(20_000, new SplittableRandom(1));
            assertThat(Math.sqrt(StatUtils.variance(values))).as(noise.label()).isCloseTo(0.03, within(0.002));
        }
    }
}
