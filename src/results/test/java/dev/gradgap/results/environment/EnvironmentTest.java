package dev.gradgap.results.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    private static final Environment.Harness HARNESS =
            new Environment.Harness("1.37", "compiler", List.of("-Xmx3g", "-XX:+UseSerialGC"), 2);

    @TempDir
    Path directory;

    @Test
    void whatEverySystemKnowsIsCaptured() {
        Environment environment = Environment.capture(HARNESS, directory);
        assertThat(environment.fields())
                .containsEntry("logical_cores", Runtime.getRuntime().availableProcessors())
                .containsEntry("java_version", Runtime.version().toString().replaceAll("[-+].*", ""))
                .containsEntry("jvm_arguments", List.of("-Xmx3g", "-XX:+UseSerialGC"))
                .containsEntry("garbage_collector", "Serial")
                .containsEntry("heap_bytes", 3L << 30)
                .containsEntry("jmh_version", "1.37")
                .containsEntry("blackhole_mode", "compiler")
                .containsEntry("plugins", 2)
                .containsKeys("memory_bytes", "os_name", "os_version", "os_arch", "jvm_name", "jvm_vendor", "locale")
                .doesNotContainKeys("git_commit", "git_dirty", "jar_sha256");
        assertThat(Instant.parse(environment.text("date").orElseThrow())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void theHashOfAFolderIsOfItsFiles() throws IOException {
        Path one = Files.writeString(
                Files.createDirectories(directory.resolve("a/b")).resolve("One.class"), "1");
        String before = hash();
        assertThat(hash()).isEqualTo(before);
        Files.writeString(one, "2");
        String changed = hash();
        Files.move(one, one.resolveSibling("Two.class"));
        assertThat(List.of(before, changed, hash())).doesNotHaveDuplicates();
    }

    private String hash() {
        return Environment.capture(HARNESS, directory)
                .withPluginHashes(List.of(directory.resolve("a").toString()))
                .text("plugin_sha256")
                .orElseThrow();
    }

    @Test
    void whatIsUnknownIsLeftOut() {
        Environment environment = Environment.capture(new Environment.Harness("1.37", "", List.of(), 0), directory);
        assertThat(environment.fields()).doesNotContainKey("blackhole_mode").doesNotContainValue(null);
        assertThat(environment.text("blackhole_mode")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "tr-TR", "fa-IR-u-nu-arabext"})
    void theFileIsTheSameInEveryLocale(String locale) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cpu_model", "Ünïcode \"quoted\"");
        fields.put("caches", List.of(Map.of("bytes", 49152)));
        fields.put("load_average", 1234.5);
        fields.put("git_dirty", true);
        Path file = directory.resolve("environment.json");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            new Environment(fields).write(file);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(Files.readString(file)).isEqualTo("""
                        {
                          "cpu_model" : "Ünïcode \\"quoted\\"",
                          "caches" : [
                            {
                              "bytes" : 49152
                            }
                          ],
                          "load_average" : 1234.5,
                          "git_dirty" : true
                        }
                        """);
        assertThat(Environment.read(file).fields()).isEqualTo(fields);
    }

    @Test
    void aFileThatIsNoJsonObjectIsReportedWithItsLine() throws IOException {
        Path file = directory.resolve("environment.json");
        for (String text : List.of("{\n\"date\": \n}", "{\n")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> Environment.read(file))
                    .isInstanceOf(UserError.class)
                    .hasMessageMatching(".*environment.json:[23]: not a JSON object in UTF-8");
        }
        for (String text : List.of("[]", "", "null")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> Environment.read(file))
                    .isInstanceOf(UserError.class)
                    .hasMessage(file + ":1: not a JSON object in UTF-8");
        }
    }
}
