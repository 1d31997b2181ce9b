package dev.gradgap.results.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.results.analysis.Runs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DisturbanceTest {

    private static ForkResult waited(int round, double... shares) {
        String evidence = Arrays.stream(shares)
                .mapToObj(share -> "{\"waited\":" + share + ",\"compilations\":0,\"last_compilation\":\"\"}")
                .collect(Collectors.joining(","));
        String line = "{\"cell\":0,\"round\":" + round + ",\"status\":\"ok\",\"method\":\"measured\",\"times_ns\":[1],"
                + "\"verified\":true,\"started_at\":\"\",\"seconds\":1,\"evidence\":[" + evidence + "]}";
        return JournalJson.fork(line.getBytes(StandardCharsets.UTF_8));
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
