package dev.gradgap.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** On a clock that only the calls move. */
class WarmUpTest {

    private static final long MS = 1_000_000;

    private long now;
    private long compiled;
    private int calls;

    /**
     * Warms up a call.
     *
     * @param callNanos what a call takes, by the time it begins
     * @param compiling whether the compilers are at work, 1 or 0, by the same time
     */
    private double warmUp(LongUnaryOperator callNanos, LongUnaryOperator compiling) {
        return new WarmUp(() -> now, () -> compiled).run(() -> {
            long nanos = callNanos.applyAsLong(now);
            compiled += compiling.applyAsLong(now) * nanos;
            now += nanos;
            calls++;
        });
    }

    @Test
    void codeThatIsAsFastAsItWillBeIsLeftAlone() {
        assertThat(warmUp(time -> MS, time -> 0)).isCloseTo(MS, within(1.0));
        assertThat(now).isEqualTo(100 * MS);
    }

    @Test
    void itGoesOnAsLongAsTheSpeedChanges() {
        double nanos = warmUp(time -> Math.max(MS, 10 * MS - time / 50), time -> 0);

        assertThat(now).isBetween(450 * MS, 600 * MS);
        assertThat(nanos).isCloseTo(MS, within(0.1 * MS));
    }

    @Test
    void anEvenPaceIsNotEnoughWhileTheCompilersWork() {
        double nanos = warmUp(time -> time < 700 * MS ? 3 * MS : MS, time -> time < 700 * MS ? 1 : 0);

        assertThat(now).isBetween(750 * MS, 900 * MS);
        assertThat(nanos).isCloseTo(MS, within(1.0));
    }

    @Test
    void unevenCodeThatNobodyCompilesIsWarmedUpForASecond() {
        warmUp(time -> (time / 50 / MS) % 2 == 0 ? MS : 5 * MS, time -> 0);

        assertThat(now).isBetween(1000 * MS, 1060 * MS);
    }

    @Test
    void itEndsAfterFiveSecondsWhateverHappens() {
        warmUp(time -> MS, time -> 1);

        assertThat(now).isBetween(5000 * MS, 5060 * MS);
    }

    @Test
    void aCallOfSecondsIsMadeOnce() {
        assertThat(warmUp(time -> 3000 * MS, time -> 0)).isCloseTo(3000.0 * MS, within(1.0));
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void realCodeIsWarmedUpWithinItsLimits() {
        long begin = System.nanoTime();
        double[] sum = {0};
        WarmUp.ofThisJvm().run(() -> sum[0] += Math.sqrt(sum[0] + 1));

        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(100 * MS);
        assertThat(sum[0]).isPositive();
    }
}
