package dev.gradgap.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class PassSamplerTest {

    @Property(tries = 300)
    void choosesDifferentPassesWithinRange(
            @ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int passes,
            @ForAll @IntRange(min = 0, max = 300) int most,
            @ForAll long seed) {
        int count = Math.min(passes, most);
        int[] sample = PassSampler.choose(passes, count, seed);
        assertThat(sample).hasSize(count).doesNotHaveDuplicates();
        assertThat(Arrays.stream(sample).allMatch(p -> p >= 0 && p < passes)).isTrue();
    }

    @Test
    void choosingAllPassesIsAPermutation() {
        int[] sample = PassSampler.choose(1000, 1000, 5);
        assertThat(sample).isNotEqualTo(sorted(sample));
        assertThat(sorted(sample)).isEqualTo(IntStream.range(0, 1000).toArray());
    }

    @Test
    void theSameSeedGivesTheSamePassesOnEveryJvm() {
        // computed in another language from the papers: SplitMix64, Floyd, Durstenfeld
        assertThat(PassSampler.choose(1_000_000, 5, 42)).containsExactly(332613, 139314, 981625, 408979, 858590);
        assertThat(PassSampler.choose(6, 5, 7)).containsExactly(0, 5, 1, 4, 3);
        assertThat(PassSampler.choose(1_000_000, 5, 43)).isNotEqualTo(PassSampler.choose(1_000_000, 5, 42));
    }

    @Test
    void everyOrderedSubsetIsEquallyLikely() {
        // 2 of 4 passes: 12 ordered pairs
        long[] seen = new long[16];
        for (int seed = 0; seed < 24_000; seed++) {
            int[] pair = PassSampler.choose(4, 2, seed);
            seen[4 * pair[0] + pair[1]]++;
        }
        long[] pairs = Arrays.stream(seen).filter(n -> n > 0).toArray();
        assertThat(pairs).hasSize(12);
        double[] expected = new double[12];
        Arrays.fill(expected, 2000);
        assertThat(new ChiSquareTest().chiSquareTest(expected, pairs)).isGreaterThan(0.001);
    }

    @Test
    void reachesTheLastOfTwoBillionPasses() {
        int[] sample = PassSampler.choose(Integer.MAX_VALUE, 10_000, 1);
        assertThat(Arrays.stream(sample).average().orElseThrow()).isBetween(0.48 * 0x1p31, 0.52 * 0x1p31);
        assertThat(Arrays.stream(sample).max().orElseThrow()).isGreaterThan((int) (0.999 * 0x1p31));
    }

    @Test
    void rejectsMorePassesThanThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassSampler.choose(3, 4, 1))
                .withMessage("cannot choose 4 of 3 passes; choose from none to all of them");
        assertThatIllegalArgumentException().isThrownBy(() -> PassSampler.choose(3, -1, 1));
    }

    private static int[] sorted(int[] values) {
        int[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }
}
