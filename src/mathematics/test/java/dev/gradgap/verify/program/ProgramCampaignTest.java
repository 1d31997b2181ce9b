package dev.gradgap.verify.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.forward.GraphForward;
import dev.gradgap.engine.forward.OverloadingForward;
import dev.gradgap.engine.reverse.InterpreterReverse;
import dev.gradgap.verify.program.Outcome.Result;
import dev.gradgap.verify.program.PlantedEngine.Call;
import dev.gradgap.workload.program.Program;
import dev.gradgap.workload.program.maker.RandomPrograms;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class ProgramCampaignTest {

    private static final int PROGRAMS = 300;

    /** Wrong by a billionth in the last derivative of a sum of several, if that is not 0. */
    private static final Engine WRONG = new PlantedEngine((call, before, given, result, earlier) -> {
        if (call == Call.JACOBIAN && result.length > 4) {
            result[result.length - 1] *= 1 + 1e-9;
        }
    });

    @Test
    void rightEnginesAreNotBlamed() {
        CampaignResult result = run(
                1,
                2,
                new InterpreterReverse(),
                GraphForward.scalar(),
                GraphForward.vector(4),
                OverloadingForward.scalar());
        assertThat(result.programs()).isEqualTo(PROGRAMS);
        assertThat(result.engines()).hasSize(5).containsKey("overloading-reverse");
        for (EngineTally tally : result.engines().values()) {
            assertThat(tally.kinds()).isEmpty();
            assertThat(tally.count(Result.RIGHT)).isGreaterThan(PROGRAMS * 97 / 100);
            assertThat(tally.count(Result.RIGHT) + tally.count(Result.LEFT_OPEN))
                    .isEqualTo(PROGRAMS);
            assertThat(tally.leftOpen()).isLessThan(tally.compared() / 50);
        }
        assertThat(result.analysis().count(Result.RIGHT)).isPositive();
        assertThat(result.analysis().kinds()).isEmpty();
    }

    @Test
    void wrongEngineIsFoundAndTheProgramShrunk() {
        EngineTally tally = run(1, 2, WRONG).engines().get("planted");
        assertThat(tally.count(Result.WRONG)).isGreaterThan(PROGRAMS / 4);
        Map.Entry<String, EngineTally.Kind> found =
                tally.kinds().entrySet().iterator().next();
        long seed = found.getValue().seed();
        Program shrunk = ProgramCampaign.shrunk(WRONG, found.getKey(), seed);
        assertThat(shrunk.size()).isLessThan(10);
        assertThat(ProgramCampaign.fault(WRONG, shrunk, seed).orElseThrow().kind())
                .isEqualTo(found.getKey());
    }

    @Test
    void faultIsFoundAgainByTheSeedOfItsProgram() {
        EngineTally tally = run(1, 2, WRONG).engines().get("planted");
        EngineTally.Kind kind = tally.kinds().values().iterator().next();
        assertThat(ProgramCampaign.fault(WRONG, RandomPrograms.of(kind.seed()), kind.seed()))
                .contains(kind.fault());
        CampaignResult alone = new ProgramCampaign(List.of(WRONG), kind.seed(), 1).run(1, () -> false, soFar -> {});
        assertThat(alone.engines().get("planted").kinds().values())
                .singleElement()
                .satisfies(again -> assertThat(again.fault()).isEqualTo(kind.fault()));
    }

    @Test
    void resultDoesNotDependOnThreads() {
        assertThat(summary(run(7, 1, WRONG))).isEqualTo(summary(run(7, 3, WRONG)));
        assertThat(summary(run(7, 1, WRONG))).isNotEqualTo(summary(run(8, 1, WRONG)));
    }

    private static Map<String, String> summary(CampaignResult result) {
        Function<EngineTally, String> text = tally -> tally.count(Result.RIGHT) + " right, " + tally.compared() + " "
                + tally.leftOpen() + " " + tally.kinds();
        return result.engines().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> text.apply(entry.getValue())));
    }

    @Test
    void stoppedCampaignIsTheBeginningOfTheWhole() {
        int[] asked = {0};
        CampaignResult stopped =
                new ProgramCampaign(List.of(WRONG), 7, 2).run(Long.MAX_VALUE, () -> asked[0]++ >= 3, soFar -> {});
        long programs = stopped.programs();
        assertThat(programs).isBetween(1L, 200L);
        CampaignResult whole = new ProgramCampaign(List.of(WRONG), 7, 1).run(programs, () -> false, soFar -> {});
        assertThat(summary(stopped)).isEqualTo(summary(whole));
    }

    private static CampaignResult run(long seed, int threads, Engine... engines) {
        return new ProgramCampaign(List.of(engines), seed, threads).run(PROGRAMS, () -> false, soFar -> {});
    }
}
