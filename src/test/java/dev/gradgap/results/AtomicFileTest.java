package dev.gradgap.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path directory;

    @Test
    void directoriesAreMadeAndOldFilesReplaced() {
        Path file = directory.resolve("a").resolve("b");
        AtomicFile.write(file, "old");
        AtomicFile.write(file, "né");
        assertThat(file).hasContent("né");
        assertThat(file.getParent()).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void theOldFileSurvivesAFailure() {
        Path file = directory.resolve("file");
        AtomicFile.write(file, "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": No space left on device");
        assertThat(file).hasContent("old");
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        Path inside = file.resolve("cells.csv");
        assertThatThrownBy(() -> AtomicFile.write(inside, "text"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write " + inside + ": ")
                .hasMessageEndingWith("ot a directory");
    }
}
