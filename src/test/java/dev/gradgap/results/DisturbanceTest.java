package dev.gradgap.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisturbanceTest {

    private static ForkResult waited(int round, double... shares) {
        ForkResult fork = Runs.measured(0, round, 1.0);
        return new ForkResult(
                fork.cell(),
                fork.round(),
                fork.status(),
                fork.method(),
                fork.reason(),
                fork.operations(),
                fork.passes(),
                fork.timesNs(),
                fork.allocBytes(),
                fork.tapeBytes(),
                fork.verified(),
                fork.maxRelError(),
                fork.startedAt(),
                fork.seconds(),
                fork.predictedBytes(),
                fork.liveBytes(),
                0,
                Arrays.stream(shares)
                        .mapToObj(share -> new Evidence(share, 0, ""))
                        .toList());
    }

    @Test
    void whatForksWaitedForIsAveragedOverTheirIterations() {
        RunData run = Runs.run(List.of(Runs.FORWARD), waited(0, 0.5, 0.1), waited(1, 0, 0));
        Map<String, Object> fields = new Disturbance().fields(run);

        assertThat(fields.get(Disturbance.WAITED_SHARE)).isEqualTo(0.15);
        assertThat((double) fields.getOrDefault(Disturbance.STEAL_SHARE, 0.0)).isBetween(0.0, 1.0);
    }

    @Test
    void ofForksWithoutEvidenceNothingIsSaid() {
        assertThat(new Disturbance().fields(Runs.run(List.of(Runs.FORWARD), Runs.measured(0, 0, 1.0))))
                .doesNotContainKey(Disturbance.WAITED_SHARE);
    }
}
