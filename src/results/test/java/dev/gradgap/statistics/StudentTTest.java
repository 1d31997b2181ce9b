package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

    @ParameterizedTest
    @CsvSource({"1, 12.706", "2, 4.303", "3, 3.182", "4, 2.776", "5, 2.571", "10, 2.228", "30, 2.042", "120, 1.980"})
    void quantilesAreThoseOfThePrintedTable(double degreesOfFreedom, double table) {
        assertThat(StudentT.quantile95(degreesOfFreedom)).isCloseTo(table, within(5e-4));
    }

    @Test
    void withManyDegreesOfFreedomTheQuantileIsThatOfTheNormalDistribution() {
        assertThat(StudentT.quantile95(1e7)).isCloseTo(1.959964, within(1e-6));
    }

    @Test
    void equalVariancesAddTheirDegreesOfFreedom() {
        assertThat(StudentT.satterthwaite(new double[] {3, 3}, new double[] {4, 4}))
                .isCloseTo(8, within(1e-12));
    }

    @Test
    void aDominantVarianceLendsItsDegreesOfFreedomToTheSum() {
        assertThat(StudentT.satterthwaite(new double[] {1e-200, 1e-260}, new double[] {4, 100}))
                .isCloseTo(4, within(1e-9));
    }
}
