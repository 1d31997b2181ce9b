package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A minute of random programs on every engine, from the jar; more in CI and by hand. */
class ProgramsIT {

    private static final String SECONDS = "60";

    @TempDir
    private Path folder;

    @Test
    void noEngineIsWrongOnAMinuteOfRandomPrograms() {
        BenchmarksJar.Outcome outcome = new BenchmarksJar(folder)
                .run("verify", "--programs", "1000000", "--seconds", SECONDS)
                .withoutStackTrace();

        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out())
                .containsPattern("\\A[1-9][0-9]{2,} programs with the seeds from 1 to ")
                .containsPattern("compiled-reverse +[1-9][0-9]* +0 +[0-9]+ +0 +0 ")
                .containsPattern("graph-reverse +[1-9][0-9]* +0 +0 +0 +0 ");
    }
}
