package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/tutorial.md tells its reader to do, in a folder with nothing but the jar. */
class TutorialIT {

    private static final Pattern BLOCK =
            Pattern.compile("^```(java|sh)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("// (\\S+\\.java)\\n(.*)", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void everyCommandOfTheTutorialWorksInItsOrder() throws IOException, InterruptedException {
        Files.copy(Path.of(BenchmarksJar.JAR), folder.resolve("benchmarks.jar"));
        StringBuilder console = new StringBuilder();
        List<MatchResult> blocks = BLOCK.matcher(Files.readString(Path.of("docs/tutorial.md")))
                .results()
                .toList();
        assertThat(blocks).hasSize(9);
        for (MatchResult block : blocks) {
            String text = block.group(2);
            Matcher file = FILE.matcher(text);
            if (file.matches()) {
                Path source = folder.resolve(file.group(1));
                Files.createDirectories(source.getParent());
                Files.writeString(source, file.group(2));
            } else if (!text.startsWith("# in a clone")) {
                console.append(shell(text));
            }
        }
        assertThat(console)
                .contains("Denoise.energy with 100 inputs: ")
                .contains("de/db")
                .contains(" 0 wrong, 0 failed")
                .contains("planned = ")
                .contains(" 0 failed")
                .contains("times as long as reverse mode")
                .contains("The cost fell from");
        assertThat(folder.resolve("verdict/report.html")).exists();
        assertThat(folder.resolve("verdict/summary.md")).content().contains("preparing has paid for itself");
    }

    private String shell(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(script + output).isZero();
        return output;
    }
}
