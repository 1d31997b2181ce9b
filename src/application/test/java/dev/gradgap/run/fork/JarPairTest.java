package dev.gradgap.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.results.Status;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.run.PairedCampaign.Side;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JarPairTest {

    private static final Optional<String> OBJECTION = Optional.of("one never came");

    private static Map<Side, ForkResult> forks(Status head) {
        return Map.of(
                Side.BASE, ForkResult.notMeasured(0, 0, Status.OK, "", "", 1),
                Side.HEAD, ForkResult.notMeasured(0, 0, head, "", "", 1));
    }

    @Test
    void aPairWithoutTurnsIsUnsteadyOnBothSidesWithTheReason() {
        assertThat(JarPair.judged(forks(Status.OK), OBJECTION).values())
                .hasSize(2)
                .allSatisfy(fork -> {
                    assertThat(fork.status()).isEqualTo(Status.UNSTEADY);
                    assertThat(fork.reason()).isEqualTo("not measured by turns: one never came");
                });
    }

    @Test
    void aPairThatTookItsTurnsIsLeftAsItIs() {
        assertThat(JarPair.judged(forks(Status.OK), Optional.empty())).isEqualTo(forks(Status.OK));
    }

    @Test
    void aForkNeedNotHaveWaitedForOneThatFailed() {
        assertThat(JarPair.judged(forks(Status.FAILED), OBJECTION)).isEqualTo(forks(Status.FAILED));
    }
}
