package dev.gradgap.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IncubatorWarningsTest {

    private static String passed(String... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(
                new IncubatorWarnings(new PrintStream(out, true, StandardCharsets.UTF_8)),
                true,
                StandardCharsets.UTF_8)) {
            for (String piece : pieces) {
                stream.print(piece);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theWarningIsLeftOutHoweverItArrives() {
        assertThat(passed("WARNING: Using incubator modules: jdk.incubator.vector\n", "a\n"))
                .isEqualTo("a\n");
        assertThat(passed("a\nWARNING: Usi", "ng incubator modules: x\r\nb\n")).isEqualTo("a\nb\n");
    }

    @Test
    void everythingElsePasses() {
        String text = "WARNING: an illegal reflective access\n  WARNING: Using incubator modules: x\nzum Schluß: π";
        assertThat(passed(text)).isEqualTo(text);
    }
}
