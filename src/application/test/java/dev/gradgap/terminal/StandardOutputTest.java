package dev.gradgap.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

    private static StandardOutput failingWith(String reason) {
        return new StandardOutput(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        });
    }

    @Test
    void textIsUtf8() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StandardOutput output = new StandardOutput(bytes);
        output.writer().print("∂c/∂a ≈ 1");

        assertThat(output.finish()).isEmpty();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("∂c/∂a ≈ 1");
    }

    @Test
    void aFullDiskIsNoticed() {
        StandardOutput output = failingWith("No space left on device");
        output.writer().println("text");

        assertThat(output.finish()).contains("No space left on device");
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoError() {
        StandardOutput output = failingWith("Broken pipe");
        output.writer().println("text");

        assertThat(output.finish()).isEmpty();
    }
}
