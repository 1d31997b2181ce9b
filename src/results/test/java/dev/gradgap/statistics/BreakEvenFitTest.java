package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class BreakEvenFitTest {

    private static final double[] EXTRA = {900, 1010, 1130, 980, 1040};
    private static final double[] SAVED = {1.1, 0.9, 1.2, 1.0, 0.95};

    private static double[] constant(double value, int n) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void aDearerStartIsPaidBackByCheaperUses() {
        BreakEvenEstimate estimate = BreakEvenFit.of(constant(100, 3), constant(8, 3));

        assertThat(estimate.status()).isEqualTo(BreakEvenEstimate.Status.PAYS);
        assertThat(estimate.uses()).contains(new Interval(13, 13, 13)); // 12.5 uses, and there are no half ones
    }

    @Test
    void atTheBoundsTheTestOfNoDifferenceIsRejectedAtFivePercent() {
        // Without rounding to whole uses, by making a use a millionth of what it was.
        double[] saved = Arrays.stream(SAVED).map(s -> s * 1e-6).toArray();
        Interval uses = BreakEvenFit.of(EXTRA, saved).uses().orElseThrow();

        for (double bound : new double[] {uses.low(), uses.high()}) {
            double[] dearer = IntStream.range(0, EXTRA.length)
                    .mapToDouble(i -> EXTRA[i] - bound * saved[i])
                    .toArray();
            assertThat(new TTest().tTest(0, dearer)).isCloseTo(0.05, within(1e-6));
        }
        assertThat(uses.estimate()).isEqualTo(Math.ceil(5060 / 5.15e-6));
    }

    @Test
    void theIntervalContainsTheTruthAboutAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(3);
        int covered = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            double[] extra = new double[4];
            double[] saved = new double[4];
            for (int i = 0; i < 4; i++) {
                double drift = 1 + 0.2 * random.nextDouble(); // slows the whole round
                extra[i] = drift * (1e6 + 1e5 * gaussian(random));
                saved[i] = drift * (1 + 0.05 * gaussian(random));
            }
            Interval uses = BreakEvenFit.of(extra, saved).uses().orElseThrow();
            covered += uses.low() <= 1e6 && 1e6 <= uses.high() ? 1 : 0;
        }
        assertThat((double) covered / runs).isBetween(0.94, 0.96);
    }

    private static double gaussian(SplittableRandom random) {
        double sum = -6;
        for (int k = 0; k < 12; k++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    @Test
    void slowerUsesNeverPay() {
        assertThat(BreakEvenFit.of(new double[] {100, 110}, new double[] {-5, -5.1}))
                .isEqualTo(new BreakEvenEstimate(BreakEvenEstimate.Status.NEVER, Optional.empty()));
    }

    @Test
    void aCheaperStartHasNothingToPayBack() {
        BreakEvenEstimate estimate = BreakEvenFit.of(new double[] {-100, -101}, new double[] {5, 5.1});

        assertThat(estimate.status()).isEqualTo(BreakEvenEstimate.Status.ALWAYS);
        assertThat(estimate.uses()).contains(new Interval(0, 0, 0));
    }

    @Test
    void aSavingThatMayBeALossDecidesNothing() {
        assertThat(BreakEvenFit.of(new double[] {100, 100, 100}, new double[] {1, -0.5, 0.2})
                        .status())
                .isEqualTo(BreakEvenEstimate.Status.UNDECIDED);
        assertThat(BreakEvenFit.of(constant(100, 2), constant(0, 2)).status())
                .isEqualTo(BreakEvenEstimate.Status.UNDECIDED);
    }

    @Test
    void aSingleRoundGivesNoBounds() {
        BreakEvenEstimate estimate = BreakEvenFit.of(new double[] {100}, new double[] {8});

        assertThat(estimate.status()).isEqualTo(BreakEvenEstimate.Status.PAYS);
        assertThat(estimate.uses()).hasValueSatisfying(uses -> {
            assertThat(uses.estimate()).isEqualTo(13);
            assertThat(uses.isKnown()).isFalse();
        });
        assertThat(BreakEvenFit.of(new double[] {100}, new double[] {0}).status())
                .isEqualTo(BreakEvenEstimate.Status.UNDECIDED);
    }

    @Test
    void roundsMustBePaired() {
        assertThatIllegalArgumentException().isThrownBy(() -> BreakEvenFit.of(new double[] {1, 2}, new double[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> BreakEvenFit.of(new double[0], new double[0]));
    }
}
