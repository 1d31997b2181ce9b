package dev.gradgap.results.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {

    @TempDir
    Path directory;

    @Test
    void aFileIsReadUpToItsLimit() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "1234");
        assertThat(InputFile.bytes(file, 4)).asString().isEqualTo("1234");
        assertThatThrownBy(() -> InputFile.bytes(file, 3))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith(": it is larger than 3 bytes");
    }

    @Test
    @Timeout(5)
    void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> InputFile.open(pipe))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith(": this is a pipe or a device, not a file");
    }

    @Test
    @Timeout(5)
    void aDeviceWithoutEndIsNotRead() {
        Path zero = Path.of("/dev/zero");
        assumeThat(zero).exists();
        assertThatThrownBy(() -> InputFile.bytes(zero, InputFile.LARGE))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith(": this is a pipe or a device, not a file");
    }

    @Test
    void aDirectoryIsNamedAsOne() {
        assertThatThrownBy(() -> InputFile.open(directory))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith(": this is a directory");
    }
}
