package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the interval of a sampled total is right. Rates from 1,000 simulated runs have a standard error of 0.7
 * points at 95 % and of at most 1.6 points; the tests allow three of them.
 */
class PassTotalCoverageTest {

    private static final int RUNS = 1000;
    private static final double NOMINAL_MINUS_THREE_ERRORS = 0.95 - 0.021;

    @ParameterizedTest
    @CsvSource({
        "even, 1, 20, 95", "even, 1, 100, 95", "even, 1, 1000, 95",
        "lognormal, 1, 20, 92", "lognormal, 1, 100, 94", "lognormal, 1, 1000, 95",
        "bimodal, 1, 20, 18", "bimodal, 1, 100, 62", "bimodal, 1, 1000, 98",
        "even, 3, 20, 98", "even, 3, 100, 99", "even, 3, 1000, 99",
        "lognormal, 3, 20, 98", "lognormal, 3, 100, 99", "lognormal, 3, 1000, 99",
        "bimodal, 3, 20, 46", "bimodal, 3, 100, 94", "bimodal, 3, 1000, 99"
    })
    void thePublishedRatesAreTheTrueOnes(String population, int forks, int passesPerFork, double percent) {
        double published = percent / 100;
        double rounding = 0.005;
        double threeErrors = 3 * Math.sqrt(published * (1 - published) / RUNS);
        assertThat(passes(population).coverage(forks, passesPerFork, RUNS))
                .isCloseTo(published, within(threeErrors + rounding));
    }

    @ParameterizedTest
    @CsvSource({"even, 2, 20", "even, 5, 20", "lognormal, 3, 50", "lognormal, 5, 100", "bimodal, 3, 300"})
    void theDifferenceBetweenForksIsCovered(String population, int forks, int passesPerFork) {
        assertThat(passes(population).withForkSpread(0.1).coverage(forks, passesPerFork, RUNS))
                .isGreaterThan(NOMINAL_MINUS_THREE_ERRORS);
    }

    @Test
    void forksThatDifferMakeTheRateExact() {
        assertThat(SyntheticPasses.even().withForkSpread(0.1).coverage(3, 100, RUNS))
                .isCloseTo(0.95, within(0.021));
    }

    @ParameterizedTest
    @CsvSource({"even, 1, 100", "lognormal, 1, 300", "even, 3, 100", "lognormal, 3, 100", "bimodal, 3, 300"})
    void aMachineThatSlowsDownByFifteenPercentDoesNotBiasTheTotal(String population, int forks, int passesPerFork) {
        assertThat(passes(population).withDrift(0.15).coverage(forks, passesPerFork, RUNS))
                .isGreaterThan(NOMINAL_MINUS_THREE_ERRORS);
    }

    @ParameterizedTest
    @CsvSource({"even, 2, 50", "even, 3, 100", "even, 5, 300", "lognormal, 3, 100"})
    void slowSwingsOfTheMachineAreCoveredByForksThatLieApart(String population, int forks, int passesPerFork) {
        assertThat(passes(population).withDrift(0.15).withSwing(0.1).coverage(forks, passesPerFork, RUNS))
                .isGreaterThan(NOMINAL_MINUS_THREE_ERRORS);
    }

    @Test
    void aSingleForkKnowsNothingOfSlowSwings() {
        assertThat(SyntheticPasses.even().withSwing(0.1).coverage(1, 100, RUNS)).isLessThan(0.3);
    }

    @Test
    void aSampleOfHalfThePassesNeedsTheFinitePopulationCorrection() {
        // without it the interval would be 1.4 times as wide and cover in 99.4 %
        assertThat(SyntheticPasses.lognormal().coverage(1, SyntheticPasses.PASSES / 2, 400))
                .isBetween(0.95 - 0.033, 0.982);
    }

    private static SyntheticPasses passes(String population) {
        return switch (population) {
            case "even" -> SyntheticPasses.even();
            case "lognormal" -> SyntheticPasses.lognormal();
            case "bimodal" -> SyntheticPasses.bimodal();
            default -> throw new IllegalArgumentException(population);
        };
    }
}
