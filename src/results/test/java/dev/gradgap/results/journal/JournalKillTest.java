package dev.gradgap.results.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.results.analysis.Runs;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalKillTest {

    private static final int FORKS = 50;

    /** Appends for ever, saying after each fork that it is kept; run in a process of its own. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) {
            Journal journal = Journal.create(Path.of(arguments[0]), Runs.header(Runs.FORWARD));
            for (int round = 0; ; round++) {
                journal.append(Runs.measured(0, round, 0.1 * round));
                System.out.println(round);
            }
        }
    }

    @Test
    void aKilledProcessHasKeptEveryForkItReported(@TempDir Path directory) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int last = -1;
        try (BufferedReader reported = process.inputReader()) {
            while (last < FORKS) {
                last = Integer.parseInt(reported.readLine());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        List<ForkResult> kept = Journal.read(directory).run().forks();
        assertThat(kept).hasSizeGreaterThan(FORKS);
        for (int round = 0; round < kept.size(); round++) {
            assertThat(kept.get(round)).isEqualTo(Runs.measured(0, round, 0.1 * round));
        }
    }
}
