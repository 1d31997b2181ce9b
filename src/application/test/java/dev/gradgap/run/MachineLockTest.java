package dev.gradgap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineLockTest {

    @TempDir
    private Path folder;

    private Optional<String> ignored;

    @BeforeEach
    void remember() {
        ignored = Optional.ofNullable(System.getProperty(MachineLock.IGNORED_BY_JMH));
    }

    @AfterEach
    void restore() {
        ignored.ifPresent(value -> System.setProperty(MachineLock.IGNORED_BY_JMH, value));
    }

    private MachineLock taken() {
        return MachineLock.take(folder).orElseThrow();
    }

    @Test
    void onlyOneHasTheMachine() {
        try (MachineLock first = taken()) {
            assertThat(first).isNotNull();
            assertThat(MachineLock.take(folder)).isEmpty();
            assertThat(System.getProperty(MachineLock.IGNORED_BY_JMH)).isEqualTo("true");
        }
        taken().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gradgap.lock", "jmh.lock"})
    void whoeverLocksOneOfTheFilesKeepsRunsOut(String name) throws IOException {
        try (FileChannel channel =
                FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(channel.lock().isShared()).isFalse();
            assertThat(MachineLock.take(folder)).isEmpty();
        }
        taken().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gradgap.lock", "jmh.lock"})
    void everyUserMayLockWhatTheFirstHasMade(String name) throws IOException {
        taken().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                .isEqualTo("rw-rw-rw-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gradgap.lock", "jmh.lock"})
    void whatCannotBeLockedIsNamedWithTheWayOut(String name) throws IOException {
        Files.createDirectory(folder.resolve(name));

        assertThatThrownBy(() -> MachineLock.take(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot lock " + folder.resolve(name))
                .hasMessageContaining("Is a directory")
                .hasMessageContaining("-Djava.io.tmpdir=DIR");
    }

    /** A file of an attacker's must not get other permissions, or be locked, by way of a link. */
    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        Files.createSymbolicLink(folder.resolve("gradgap.lock"), target);

        assertThatThrownBy(() -> MachineLock.take(folder)).isInstanceOf(UserError.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> MachineLock.take(folder.resolve("missing")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no such file or directory");
    }
}
