package dev.gradgap.run.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {

    @TempDir
    private Path temporary;

    private List<String> content() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void nobodyElseCanEnterItAndNothingOfItStays() throws IOException {
        try (PrivateFolder folder = PrivateFolder.create(temporary)) {
            Files.createDirectories(folder.path().resolve("deep/down"));
            Files.writeString(folder.path().resolve("deep/down/file"), "x");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
        assertThat(content()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftIsRemovedByTheNextAndWhatIsInUseStays() throws IOException {
        Path left = Files.createDirectory(temporary.resolve("gradgap-run-123"));
        Files.writeString(left.resolve("owner"), ""); // whose lock has gone with its process
        Files.writeString(left.resolve("classes.jsa"), "much");
        Path other = Files.createDirectory(temporary.resolve("gradgap-fault-7"));

        try (PrivateFolder first = PrivateFolder.create(temporary);
                PrivateFolder second = PrivateFolder.create(temporary)) {
            assertThat(left).doesNotExist();
            assertThat(first.path()).isDirectory();
            assertThat(second.path()).isDirectory();
            assertThat(other).isDirectory();
        }
    }

    @Test
    void filesOfEarlierVersionsAreRemovedOnceTheyAreOld() throws IOException {
        Path old = Files.createFile(temporary.resolve("gradgap-fork123.properties"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path recent = Files.createDirectory(temporary.resolve("gradgap-forks456"));

        PrivateFolder.create(temporary).close();

        assertThat(old).doesNotExist();
        assertThat(recent).isDirectory();
    }

    @Test
    void aCopyStaysAsItWasWhateverBecomesOfTheOriginal() throws IOException {
        Path classes = Files.createDirectories(temporary.resolve("classes/deep"));
        Files.writeString(classes.resolve("A.class"), "before");
        Files.createDirectories(temporary.resolve("classes/META-INF/services"));
        Path anything = Files.createDirectory(temporary.resolve("anything"));
        Path jar = Files.writeString(temporary.resolve("a.jar"), "before");

        try (PrivateFolder folder = PrivateFolder.create(temporary)) {
            List<String> copies =
                    folder.copies(Stream.of(jar, classes.getParent(), Path.of("missing.jar"), anything, Path.of(""))
                            .map(Path::toString)
                            .toList());
            Files.writeString(jar, "after");
            Files.delete(classes.resolve("A.class"));

            assertThat(Path.of(copies.get(0))).hasFileName("a.jar").hasContent("before");
            assertThat(Path.of(copies.get(1)).resolve("deep/A.class")).hasContent("before");
            assertThat(copies.subList(2, 5)).containsExactly("missing.jar", anything.toString(), "");
        }
    }

    @Test
    void aTemporaryFolderThatCannotBeUsedIsNamedWithTheWayOut() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        for (Path parent : List.of(file, temporary.resolve("missing"))) {
            assertThatThrownBy(() -> PrivateFolder.create(parent))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("cannot use the temporary folder " + parent)
                    .hasMessageContaining("-Djava.io.tmpdir=DIR");
        }
    }
}
