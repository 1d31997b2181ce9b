package dev.gradgap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Most of a minute of nonsense, other than {@link FuzzTest}'s; docs/reliability.md says how to give it longer. */
class FuzzIT {

    private static final int SECONDS = 45;
    private static final long SEED = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void nonsenseIsRefusedInOneLineAndNeverBreaksTheProgram() throws IOException {
        assertThat(FuzzTest.failures(folder, SEED, SECONDS)).isEmpty();
    }
}
