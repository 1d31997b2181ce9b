package dev.gradgap.results.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {

    @TempDir
    Path directory;

    @Test
    void aDirectoryOutsideOfGitHasNoCommit() {
        assertThat(Checkout.of(directory).fields()).isEmpty();
    }

    @Test
    void changesToTrackedFilesMakeACheckoutDirty() throws IOException {
        assumeThat(Command.output(directory, List.of("git", "--version"))).isPresent();
        git("init", "--quiet");
        Path file = Files.writeString(directory.resolve("file"), "1");
        git("add", "file");
        git(
                "-c",
                "user.name=n",
                "-c",
                "user.email=e@example.org",
                "commit",
                "--quiet",
                "--no-verify",
                "--message",
                "m");

        Checkout clean = Checkout.of(directory);
        assertThat(clean.commit()).hasValueSatisfying(hash -> assertThat(hash).matches("[0-9a-f]{40}"));
        assertThat(clean.dirty()).contains(false);

        Files.writeString(directory.resolve("untracked"), "1");
        assertThat(Checkout.of(directory)).isEqualTo(clean);
        Files.writeString(file, "2 bytes");
        assertThat(Checkout.of(directory)).isEqualTo(new Checkout(clean.commit(), Optional.of(true)));
    }

    @Test
    void noProgramThatACheckoutNamesIsStarted() throws IOException {
        assumeThat(Command.output(directory, List.of("git", "--version"))).isPresent();
        Path started = directory.resolve("started");
        String program = "touch " + started + "; cat";
        git("init", "--quiet");
        Path file = Files.writeString(directory.resolve("file"), "1");
        Files.writeString(directory.resolve(".gitattributes"), "* filter=mine\n");
        git("add", "file");
        git(
                "-c",
                "user.name=n",
                "-c",
                "user.email=e@example.org",
                "commit",
                "--quiet",
                "--no-verify",
                "--message",
                "m");
        git("config", "core.fsmonitor", program);
        git("config", "filter.mine.clean", program);
        git("config", "filter.mine.required", "true");
        git("config", "core.pager", program);
        git("config", "pager.status", "true");
        Path hooks = Files.createDirectories(directory.resolve("hooks"));
        Path hook = Files.writeString(hooks.resolve("post-index-change"), "#!/bin/sh\n" + program + "\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        git("config", "core.hooksPath", hooks.toString());
        Files.writeString(file, "2"); // as long as before, so that its content has to be looked at

        assertThat(Checkout.of(directory).dirty()).contains(true);
        assertThat(started).doesNotExist();
    }

    @Test
    void aFilterWhoseNameCannotBeSaidLeavesOpenWhetherAnythingChanged() throws IOException {
        assumeThat(Command.output(directory, List.of("git", "--version"))).isPresent();
        git("init", "--quiet");
        git(
                "-c",
                "user.name=n",
                "-c",
                "user.email=e@example.org",
                "commit",
                "--quiet",
                "--allow-empty",
                "--message",
                "m");
        Files.writeString(
                directory.resolve(".git/config"), "[filter \"a=b\"]\n  clean = cat\n", StandardOpenOption.APPEND);

        assertThat(Checkout.of(directory).commit()).isPresent();
        assertThat(Checkout.of(directory).dirty()).isEmpty();
    }

    @Test
    void aProgramThatDoesNotExistOrFailsHasNoAnswer() {
        assertThat(Command.output(directory, List.of("no-such-program-anywhere")))
                .isEmpty();
        assertThat(Command.output(directory, List.of(java(), "-no-such-option")))
                .isEmpty();
    }

    @Test
    void theEmptyPathIsTheCurrentDirectory() {
        assertThat(Command.output(Path.of(""), List.of(java(), "--version"))).isPresent();
    }

    @Test
    void theHashOfAFileIsItsSha256() throws IOException {
        // FIPS 180-4, example of "abc".
        Path file = Files.writeString(directory.resolve("file"), "abc");
        assertThat(RunningJar.sha256(file))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void git(String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        assertThat(Command.output(directory, command)).as("%s", command).isPresent();
    }
}
