package dev.gradgap.verify.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.builtin.BuiltInEngines;
import dev.gradgap.verify.GradientCheck;
import dev.gradgap.verify.PlantedReverse;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.verify.recording.KinkedFunctions.Stubborn;
import dev.gradgap.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At a kink the derivative to either side is right, and so is the convention; elsewhere nothing else is. */
final class KinkTest {

    private static final long SEED = 11;

    /** Where the right answers come from. */
    private enum By {
        /** Dual numbers and the tape. */
        EXPECTATIONS,
        /** Finite differences of the plain primal, where nothing could be recorded. */
        DIFFERENCES;

        Verdict check(Engine engine, Workload workload) {
            Expectations expectations =
                    this == EXPECTATIONS ? Expectations.record(workload, SEED) : Expectations.missing("no memory");
            return GradientCheck.beforeTiming(
                            engine, engine.prepare(workload.function()), workload, Optional.of(expectations), SEED)
                    .checkAll(Integer.MAX_VALUE);
        }

        Verdict checkStubborn(Workload workload, double... gradient) {
            return check(new Stubborn(workload, gradient), workload);
        }
    }

    private static void rightAtAKink(Verdict verdict) {
        assertThat(verdict.ok()).as(verdict.message()).isTrue();
        assertThat(verdict.kinks()).isPositive();
        assertThat(verdict.message()).contains("at a kink");
    }

    private static void wrong(Verdict verdict) {
        assertThat(verdict.isWrong()).as(verdict.message()).isTrue();
    }

    @Test
    void everyEngineIsRightAtEveryKink() {
        for (Workload workload : List.of(
                KinkedFunctions.maxOfItself(),
                KinkedFunctions.maxOfTwo(),
                KinkedFunctions.abs(),
                KinkedFunctions.differenceOfMaxima())) {
            Stream<Engine> able = new BuiltInEngines()
                    .engines().stream().filter(engine -> engine.refusal(workload.function())
                            .isEmpty());
            assertThat(able.filter(engine -> !engine.name().equals("reference-differences")))
                    .allSatisfy(engine -> {
                        Verdict verdict = By.EXPECTATIONS.check(engine, workload);
                        assertThat(verdict.ok()).as(verdict.message()).isTrue();
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void maxOfANumberAndItselfIsNoKink(By by) {
        Verdict right = by.checkStubborn(KinkedFunctions.maxOfItself(), 1);
        assertThat(right.ok()).as(right.message()).isTrue();
        assertThat(right.kinks()).isZero();
        wrong(by.checkStubborn(KinkedFunctions.maxOfItself(), 2));
        wrong(by.checkStubborn(KinkedFunctions.maxOfItself(), 0));
    }

    @ParameterizedTest
    @EnumSource
    void eitherOperandOfAMaxMayTakeTheDerivativeOfATie(By by) {
        rightAtAKink(by.checkStubborn(KinkedFunctions.maxOfTwo(), 1, 0));
        rightAtAKink(by.checkStubborn(KinkedFunctions.maxOfTwo(), 0, 1));
        wrong(by.checkStubborn(KinkedFunctions.maxOfTwo(), 0, 2));
        wrong(by.checkStubborn(KinkedFunctions.maxOfTwo(), -1, 0));
    }

    @ParameterizedTest
    @EnumSource
    void theAbsoluteValueOf0HasADerivativeToEachSideAndOneByConvention(By by) {
        rightAtAKink(by.checkStubborn(KinkedFunctions.abs(), 0));
        rightAtAKink(by.checkStubborn(KinkedFunctions.abs(), 1));
        rightAtAKink(by.checkStubborn(KinkedFunctions.abs(), -1));
        wrong(by.checkStubborn(KinkedFunctions.abs(), 0.5));
        wrong(by.checkStubborn(KinkedFunctions.abs(), 2));
        assertThat(by.checkStubborn(KinkedFunctions.abs(), 2).message()).contains("kink");
    }

    @Test
    void everyKinkHasSidesOfItsOwn() {
        Workload workload = KinkedFunctions.differenceOfMaxima();
        rightAtAKink(By.EXPECTATIONS.checkStubborn(workload, 1, 0, -1, 0));
        rightAtAKink(By.EXPECTATIONS.checkStubborn(workload, 0, 1, -1, 0));
        rightAtAKink(By.EXPECTATIONS.checkStubborn(workload, 1, 0, 0, -1));
        rightAtAKink(By.EXPECTATIONS.checkStubborn(workload, 0, 1, 0, -1));
        wrong(By.EXPECTATIONS.checkStubborn(workload, 0, 1, 1, 0));
    }

    @Test
    void nearAKinkTheOtherSideIsWrong() {
        Engine otherSide = new PlantedReverse(gradient -> {
            double first = gradient[0];
            gradient[0] = gradient[1];
            gradient[1] = first;
        });
        Verdict verdict = By.EXPECTATIONS.check(otherSide, KinkedFunctions.maxOfTwo());
        wrong(verdict);
        assertThat(verdict.message()).contains("near the sample point").doesNotContain("the kink");
    }
}
