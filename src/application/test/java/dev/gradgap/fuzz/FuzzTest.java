package dev.gradgap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few seconds of nonsense, the same in every build, so that a failure is one of the change before it. */
@Tag("thorough")
class FuzzTest {

    private static final int SECONDS = 8;

    @TempDir
    private Path folder;

    @Test
    void nonsenseIsRefusedInOneLineAndNeverBreaksTheProgram() throws IOException {
        assertThat(failures(folder, 1, SECONDS)).isEmpty();
    }

    /** Or what is refused would say nothing of the damage. */
    @Test
    void whatIsNotDamagedIsTaken() throws IOException {
        FuzzDriver driver = new FuzzDriver(folder);
        assertThat(driver.refusedThoughGood()).isEmpty();
        driver.close();
    }

    /** What goes wrong with the inputs from a seed on, in so many seconds. */
    static List<String> failures(Path folder, long firstSeed, int seconds) throws IOException {
        FuzzDriver driver = new FuzzDriver(folder);
        List<String> failures = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (long seed = firstSeed; System.nanoTime() < end; seed++) {
            String failure = driver.tried(seed);
            if (!failure.isEmpty()) {
                failures.add("seed " + seed + ": " + failure);
            }
        }
        driver.close();
        return failures;
    }
}
