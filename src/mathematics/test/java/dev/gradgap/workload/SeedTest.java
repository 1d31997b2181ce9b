package dev.gradgap.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedTest {

    /** The first outputs of SplitMix64 from 1234567, as its authors' reference implementation prints them. */
    @Test
    void streamIsSplitMix64() {
        Seed seed = new Seed(1234567);
        assertThat(new long[] {seed.nextLong(), seed.nextLong(), seed.nextLong()})
                .containsExactly(6457827717110365317L, 3203168211198807973L, -8629252141511181193L);
    }

    @Test
    void doublesFillTheirRangeEvenly() {
        Seed seed = new Seed(1);
        int[] quarters = new int[4];
        for (int draw = 0; draw < 40_000; draw++) {
            double number = seed.nextDouble(-2, 2);
            assertThat(number).isGreaterThanOrEqualTo(-2).isLessThan(2);
            quarters[(int) (number + 2)]++;
        }
        assertThat(quarters).satisfies(counts -> {
            for (int count : counts) {
                assertThat(count).isBetween(9_600, 10_400);
            }
        });
    }

    @Test
    void intsStayBelowTheirBound() {
        Seed seed = new Seed(1);
        boolean[] seen = new boolean[7];
        for (int draw = 0; draw < 1000; draw++) {
            seen[seed.nextInt(7)] = true;
        }
        assertThat(seen).doesNotContain(false);
        assertThat(seed.nextInt(1)).isZero();
    }

    @Test
    void aSplitStreamDiffersFromItsParent() {
        Seed parent = new Seed(3);
        Seed child = parent.split();
        assertThat(child.nextLong()).isNotEqualTo(parent.nextLong());
    }
}
