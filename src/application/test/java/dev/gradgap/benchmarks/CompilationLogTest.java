package dev.gradgap.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On lines as HotSpot writes them. */
class CompilationLogTest {

    private static final String SWEEP = "dev.gradgap.engine.compiled.Generated/0x00007fc5c8100800.sweep0";

    private final CompilationLog log = CompilationLog.ofLines();

    @Test
    void aMethodIsInTheLastTierOnceC2HasIt() {
        log.add(" 900       3       dev.gradgap.engine.compiled.Generated/0x00007fc5c8100800::sweep0 (1412 bytes)\n");
        assertThat(log.isInLastTier(SWEEP)).isFalse();
        assertThat(log.bytes(SWEEP)).isEqualTo(1412);
        assertThat(log.events()).isZero();

        log.add(
                " 901 %     4       dev.gradgap.engine.compiled.Generated/0x00007fc5c8100800::sweep0 @ 39 (1412 bytes)\n");
        assertThat(log.isInLastTier(SWEEP)).isTrue();
        assertThat(log.events()).isEqualTo(1);
        assertThat(log.lastEvent()).isEqualTo(SWEEP + " was compiled by C2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"made not entrant", "made not entrant: uncommon trap"}) // before JDK 25 and since
    void whatIsGivenUpIsInUseNoMore(String message) {
        log.add("  77   !   4       a.B::c (300 bytes)\n");
        log.add("  77   !   4       a.B::c (300 bytes)   " + message + "\n");
        assertThat(log.isInLastTier("a.B.c")).isFalse();
        assertThat(log.events()).isEqualTo(2);
        assertThat(log.lastEvent()).isEqualTo("a.B.c was given up by C2");
    }

    @Test
    void zombiesAndSkippedCompilationsSayNothing() {
        log.add("  77       4       a.B::c (300 bytes)\n  77       4       a.B::c (300 bytes)   made zombie\n");
        assertThat(log.isInLastTier("a.B.c")).isTrue();
        log.add("  79       4       a.B::d (300 bytes)   COMPILE SKIPPED: out of nodes\n");
        assertThat(log.isInLastTier("a.B.d")).isFalse();
    }

    @Test
    void trivialCodeOfC1IsAsGood() {
        log.add("  41       1       a.B::size (5 bytes)\n  42     n 0       a.B::now (native)   (static)\n");
        assertThat(log.isInLastTier("a.B.size")).isTrue();
    }

    @Test
    void whatIsNotMeasuredIsNoEvent() {
        log.add(
                "  60       4       java.util.HashMap::put (13 bytes)\n  61  s!   4       org.openjdk.jmh.A::b (7 bytes)\n");
        log.add("  61       4       dev.gradgap.benchmarks.WarmUp::batches (90 bytes)\n");
        assertThat(log.events()).isZero();
        assertThat(log.isInLastTier("java.util.HashMap.put")).isTrue();

        log.add("  62       4       dev.gradgap.benchmarks.Subject::primal (28 bytes)\n");
        assertThat(log.events()).isEqualTo(1);
    }

    @Test
    void aLineMayComeInTwoPieces() {
        log.add("  77       4       a.B");
        assertThat(log.events()).isZero();
        log.add("::c (300 bytes)\n");
        assertThat(log.events()).isEqualTo(1);
    }
}
