package dev.gradgap.run.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.Operator;
import dev.gradgap.text.UserError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteReaderTest {

    private static final String GOOD = """
            title = "T"
            forks = 4

            [[cells]]
            workloads = ["rosenbrock", "random:operations=8"]
            engines = ["graph-*"]
            operators = ["gradient", "primal"]
            inputs = "1..8,1K"

            [[cells]]
            workloads = ["mlp"]
            engines = ["*"]
            inputs = [1, 2]
            sample_also = true
            heap = "16g"
            forks = 2
            """;

    private static Suite read(String text) {
        return SuiteReader.read("mine", "mine.toml", text);
    }

    private static Suite read(byte[] content) {
        return SuiteReader.read("mine", "mine.toml", content);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey() {
        assertThat(read(("\ufeff" + GOOD).getBytes(StandardCharsets.UTF_8))).isEqualTo(read(GOOD));
    }

    @Test
    void anotherEncodingIsNamedByItsLine() {
        byte[] latin1 = GOOD.replace("forks = 4", "description = \"für mich\"").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(latin1))
                .isInstanceOf(UserError.class)
                .hasMessage("mine.toml:2: not UTF-8; save the file in that encoding");
    }

    @Test
    void aSuiteIsReadWhole() {
        Suite suite = read(GOOD);

        assertThat(suite.title()).isEqualTo("T");
        assertThat(suite.settings()).isEqualTo(Settings.DEFAULT.withForks(4));
        assertThat(suite.entries())
                .containsExactly(
                        new Suite.Entry(
                                List.of("rosenbrock", "random:operations=8"),
                                List.of("graph-*"),
                                List.of(Operator.GRADIENT, Operator.PRIMAL),
                                List.of(1, 2, 4, 8, 1024),
                                false,
                                Map.of()),
                        new Suite.Entry(
                                List.of("mlp"),
                                List.of("*"),
                                List.of(Operator.GRADIENT),
                                List.of(1, 2),
                                true,
                                Map.of("heap", "16g", "forks", "2")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    forks = 4                        | forks = 0              | mine.toml:2: forks must be a whole number from 1 to 1000, not 0
                    forks = 4                        | forks = "4"            | mine.toml:2: forks must be a whole number
                    forks = 4                        | forks = 4.5            | mine.toml:2: forks must be a whole number
                    forks = 4                        | forks = 99999999999999 | mine.toml:2: forks must be a whole number
                    forks = 4                        | forkss = 4             | mine.toml:2: has no key 'forkss'
                    forks = 4                        | heap = "2 GB"          | mine.toml:2: heap must be a size such as "512m"
                    forks = 4                        | forks =                | mine.toml:2: not TOML
                    inputs = "1..8,1K"               | inputs = "0"           | mine.toml:8: inputs
                    inputs = "1..8,1K"               | inputs = [1, -2]       | mine.toml:8: inputs
                    inputs = "1..8,1K"               | inputs = true          | mine.toml:8: inputs must be sizes
                    operators = ["gradient", "primal"] | operators = ["grad"] | mine.toml:7: no operator is called 'grad'; there are primal
                    engines = ["graph-*"]            | engines = "graph-*"    | mine.toml:6: engines must be a list of names
                    engines = ["*"]                  | engines = []           | mine.toml:12: engines must be a list of names
                    sample_also = true               | sample_also = 1        | mine.toml:14: sample_also must be true or false
                    sample_also = true               | colour = 1             | mine.toml:14: [[cells]] has no key 'colour'
                    heap = "16g"                     | heap = 16              | mine.toml:15: heap must be a text in quotes, not 16
                    heap = "16g"                     | heap = "16"            | mine.toml:15: heap must be a size such as "512m"
                    forks = 2                        | forks = 0              | mine.toml:16: forks must be a whole number from 1 to 1000, not 0
                    forks = 2                        | seed = 2               | mine.toml:16: [[cells]] has no key 'seed'
                    """)
    void aMistakeIsNamedWithItsLine(String right, String wrong, String message) {
        assertThat(GOOD).contains(right);
        assertThatThrownBy(() -> read(GOOD.replace(right, wrong)))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aSuiteWithoutCellsIsRefused() {
        assertThatThrownBy(() -> read("title = \"T\""))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("at least one [[cells]] table");
        assertThatThrownBy(() -> read("cells = 3"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("mine.toml:1:");
        assertThatThrownBy(() -> read("cells = [1, 2]"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("[[cells]] tables");
    }

    @ParameterizedTest
    @CsvSource({"'['", "'{'", "'a='", "'\"'"})
    void hostileTextIsRefusedInOneLine(String piece) {
        for (int repetitions : new int[] {1, 1000, 100_000}) {
            assertThatThrownBy(() -> read("x = " + piece.repeat(repetitions)))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("mine.toml:")
                    .hasMessageNotContaining("\n");
        }
        assertThatThrownBy(() -> read("\u0000\uFFFE".repeat(1 << 20)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("characters");
        assertThatThrownBy(() -> read("forks = " + "9".repeat(100_000))).isInstanceOf(UserError.class);
    }
}
