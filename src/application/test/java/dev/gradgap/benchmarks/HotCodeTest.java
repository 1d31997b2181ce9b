package dev.gradgap.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HotCodeTest {

    private static final long SOON = 100_000_000;

    private final CompilationLog log = CompilationLog.ofLines();
    private final HotCode hotCode = new HotCode(log, Thread.currentThread());

    @BeforeEach
    void compile() {
        log.add("""
                   1       4       app.Vector::add (90 bytes)
                   2       3       app.Dual::times (40 bytes)
                   3       3       app.Sweep::long (900 bytes)
                   4       4       app.Sweep::hot (900 bytes)
                   5       3       app.Engine::gradient (60 bytes)
                """);
    }

    private void samples(int times, String... methods) {
        StackTraceElement[] stack = new StackTraceElement[methods.length + 1];
        for (int k = 0; k < methods.length; k++) {
            int dot = methods[k].lastIndexOf('.');
            stack[k] = new StackTraceElement(methods[k].substring(0, dot), methods[k].substring(dot + 1), null, -1);
        }
        stack[methods.length] = new StackTraceElement("dev.gradgap.benchmarks.Subject", "primal", null, -1);
        for (int k = 0; k < times; k++) {
            hotCode.add(stack);
        }
    }

    @Test
    void aLongMethodInALowTierIsCold() {
        samples(9, "app.Vector.add", "app.Sweep.long");
        samples(3, "app.Sweep.long", "app.Sweep.hot");
        assertThat(hotCode.cold(SOON)).contains("app.Sweep.long, where 25 % of the time goes, is not compiled by C2");
    }

    @Test
    void aShortMethodMayBePartOfItsCaller() {
        samples(20, "app.Dual.times", "app.Sweep.hot", "app.Engine.gradient");
        assertThat(hotCode.cold(SOON)).isEmpty();
    }

    @Test
    void aShortMethodOfAColdCallerIsCold() {
        samples(20, "app.Dual.times", "app.Sweep.long", "app.Sweep.hot");
        assertThat(hotCode.cold(SOON)).contains("app.Dual.times, where 100 % of the time goes, is not compiled by C2");
    }

    @Test
    void interpretedCodeIsCold() {
        samples(20, "app.Dual.plus", "app.Engine.gradient");
        assertThat(hotCode.cold(SOON)).isPresent();
    }

    /** C2's loops, which cannot be stopped, are seen in their caller. */
    @Test
    void whatCannotHaveTakenSoLongWithoutC2IsNotCold() {
        log.add("  6       3       app.Sweep::from (20 bytes)\n");
        samples(20, "app.Sweep.from");
        assertThat(hotCode.cold(170_000_000))
                .contains("app.Sweep.from, where 100 % of the time goes, is not compiled by C2");
        assertThat(hotCode.cold(190_000_000)).isEmpty();
    }

    @Test
    void aLongMethodThatC2WasNeverAskedForIsColdForLonger() {
        samples(20, "app.Sweep.long");
        assertThat(hotCode.cold(4_000_000_000L)).isPresent();
    }

    @Test
    void aTenthAndFewSamplesDoNotCount() {
        samples(4, "app.Sweep.long");
        assertThat(hotCode.cold(SOON)).isEmpty();
        samples(36, "app.Sweep.hot");
        assertThat(hotCode.cold(SOON)).isEmpty();
    }
}
