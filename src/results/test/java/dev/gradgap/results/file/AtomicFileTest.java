package dev.gradgap.results.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
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
    void severalWritersOfOneFileDoNotDisturbEachOther() {
        Path file = directory.resolve("file");
        String text = "x".repeat(100_000);
        IntStream.range(0, 64).parallel().forEach(writer -> AtomicFile.write(file, text));
        assertThat(file).hasContent(text);
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void aFileIsForWhomTheUserLetsReadFiles() throws IOException {
        assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path ordinary = Files.createFile(directory.resolve("ordinary"));
        Path file = directory.resolve("file");
        AtomicFile.write(file, "text");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    @Test
    void whatAKilledWriterLeftIsRemovedWhenItIsOld() throws IOException {
        Path old = abandoned("2b1c8f3e-1d0a-4c4b-9f1e-0a1b2c3d4e5f", Duration.ofHours(2));
        Path young = abandoned("3b1c8f3e-1d0a-4c4b-9f1e-0a1b2c3d4e5f", Duration.ofMinutes(1));
        Path others = Files.writeString(directory.resolve("notes.tmp"), "mine");
        Files.setLastModifiedTime(others, FileTime.from(Instant.now().minus(Duration.ofDays(9))));
        AtomicFile.removeAbandoned(directory);
        AtomicFile.removeAbandoned(directory.resolve("missing"));
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(others).exists();
    }

    private Path abandoned(String unique, Duration ago) throws IOException {
        Path file = Files.writeString(directory.resolve("cells.csv." + unique + ".tmp"), "half");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }

    @Test
    void aLinkIsReplaced() throws IOException {
        Path link = directory.resolve("latest");
        AtomicFile.link(link, Path.of("one"));
        AtomicFile.link(link, Path.of("two"));
        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("two"));
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(link));
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
