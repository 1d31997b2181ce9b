package dev.gradgap.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStampsTest {

    @TempDir
    private Path folder;

    private Path jar;
    private Path classes;
    private FileStamps stamps;

    @BeforeEach
    void stamp() throws IOException {
        jar = Files.writeString(folder.resolve("a.jar"), "before");
        classes = Files.createDirectories(folder.resolve("classes/deep"));
        Files.writeString(classes.resolve("A.class"), "before");
        stamps = FileStamps.of(List.of(jar, classes.getParent(), folder.resolve("missing")));
    }

    @Test
    void whatIsOnlyReadIsUnchanged() throws IOException {
        assertThat(Files.readString(jar)).isEqualTo("before");

        assertThat(stamps.changed()).isEmpty();
    }

    @Test
    void aFileThatIsOverwrittenHasChanged() throws IOException {
        Files.writeString(jar, "longer than before");

        assertThat(stamps.changed()).contains(jar);
    }

    @Test
    void anotherFileInItsPlaceIsAChangeEvenOfTheSameSizeAndTime() throws IOException {
        FileTime time = Files.getLastModifiedTime(jar);
        Path other = Files.writeString(folder.resolve("other"), "after!");
        Files.setLastModifiedTime(other, time);
        Files.move(other, jar, StandardCopyOption.REPLACE_EXISTING);

        assertThat(stamps.changed()).contains(jar);
    }

    @Test
    void aFileThatIsGoneHasChanged() throws IOException {
        Files.delete(jar);

        assertThat(stamps.changed()).contains(jar);
    }

    @Test
    void whatIsWrittenBesideTheClassesOfAFolderIsNoChange() throws IOException {
        Files.writeString(classes.resolve("cells.csv"), "results");

        assertThat(stamps.changed()).isEmpty();
    }

    @Test
    void aFolderHasChangedWithAnyClassDeepInIt() throws IOException {
        Files.writeString(classes.resolve("A.class"), "longer than before");

        assertThat(stamps.changed()).contains(classes.getParent());
    }

    @Test
    void whatComesToBeIsAChange() throws IOException {
        Files.writeString(folder.resolve("missing"), "");

        assertThat(stamps.changed()).contains(folder.resolve("missing"));
    }
}
