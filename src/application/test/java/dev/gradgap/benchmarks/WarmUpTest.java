package dev.gradgap.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** On a clock that only the calls move. */
class WarmUpTest {

    private static final long MS = 1_000_000;

    private final CompilationLog log = CompilationLog.ofLines();
    private final HotCode hotCode = new HotCode(log, Thread.currentThread());
    private Optional<String> cold = Optional.empty();
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
        WarmUp.Result result = new WarmUp(() -> now, () -> now, () -> compiled, log, hotCode).run(() -> {
            long nanos = callNanos.applyAsLong(now);
            compiled += compiling.applyAsLong(now) * nanos;
            now += nanos;
            calls++;
        });
        cold = result.cold();
        return result.nanos();
    }

    /** Warms up a call that C2 compiles at some time, on a processor of which the thread gets a share. */
    private void warmUpCold(long compiledAt, int share) {
        log.add("  7       3       app.Sweep::sweep0 (900 bytes)\n");
        StackTraceElement[] stack = {
            new StackTraceElement("app.Sweep", "sweep0", null, -1),
            new StackTraceElement("dev.gradgap.benchmarks.Subject", "derivatives", null, -1)
        };
        cold = new WarmUp(() -> share * now, () -> now, () -> 0, log, hotCode)
                .run(() -> {
                    if (now <= compiledAt && compiledAt < now + MS) {
                        log.add("  8       4       app.Sweep::sweep0 (900 bytes)\n");
                    }
                    now += MS;
                    hotCode.add(stack);
                })
                .cold();
    }

    @Test
    void codeThatIsAsFastAsItWillBeIsLeftAlone() {
        assertThat(warmUp(time -> MS, time -> 0)).isCloseTo(MS, within(1.0));
        assertThat(now).isEqualTo(125 * MS);
    }

    @Test
    void itGoesOnAsLongAsTheSpeedChanges() {
        double nanos = warmUp(time -> Math.max(MS, 10 * MS - time / 50), time -> 0);

        assertThat(now).isBetween(450 * MS, 700 * MS);
        assertThat(nanos).isCloseTo(MS, within(0.1 * MS));
    }

    @Test
    void anEvenPaceIsNotEnoughWhileTheCompilersWork() {
        double nanos = warmUp(time -> time < 700 * MS ? 3 * MS : MS, time -> time < 700 * MS ? 1 : 0);

        assertThat(now).isBetween(800 * MS, 900 * MS);
        assertThat(nanos).isCloseTo(MS, within(1.0));
    }

    @Test
    void unevenCodeThatNobodyCompilesIsWarmedUpForASecond() {
        warmUp(time -> (time / 25 / MS) % 2 == 0 ? MS : 5 * MS, time -> 0);

        assertThat(now).isBetween(1000 * MS, 1110 * MS);
    }

    @Test
    void itEndsAfterFiveSecondsWhateverHappens() {
        warmUp(time -> MS, time -> 1);

        assertThat(now).isBetween(5000 * MS, 5060 * MS);
        assertThat(cold).contains("the compilers were still at work");
    }

    @Test
    void anEvenPaceAndIdleCompilersAreNotEnoughInALowTier() {
        warmUpCold(1830 * MS, 1);

        assertThat(now).isBetween(1930 * MS, 2000 * MS);
        assertThat(cold).isEmpty();
    }

    @Test
    void codeThatC2NeverCompilesIsCold() {
        warmUpCold(Long.MAX_VALUE, 1);

        assertThat(now).isBetween(5000 * MS, 5060 * MS);
        assertThat(cold).contains("app.Sweep.sweep0, where 100 % of the time goes, is not compiled by C2");
    }

    @Test
    void aBusyMachineDoesNotShortenIt() {
        warmUpCold(1830 * MS, 8);

        assertThat(now).isBetween(1930 * MS, 2000 * MS);
        assertThat(cold).isEmpty();
    }

    @Test
    void itDoesNotGoOnForEverOnABusyMachine() {
        warmUpCold(Long.MAX_VALUE, 20);

        assertThat(now).isBetween(1000 * MS, 1060 * MS);
        assertThat(cold).isPresent();
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
        WarmUp.ofThisJvm(log).run(() -> sum[0] += Math.sqrt(sum[0] + 1));

        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(100 * MS);
        assertThat(sum[0]).isPositive();
    }
}
