package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {

    @TempDir
    private Path folder;

    /** The expected files hold the numbers of the lectures, worked out by hand. */
    private static String expected(String name) throws IOException {
        try (InputStream stream = ExplainCommandTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lecture", "backprop", "gates"})
    void theTeachingExamplesAreToldAsInTheLecture(String workload) throws IOException {
        assertThat(Outcome.of("explain", workload).isFine().out()).isEqualTo(expected("explain-" + workload + ".txt"));
    }

    @Test
    void theLectureIsDrawnWithItsNumbers() throws IOException {
        assertThat(Outcome.ofLine("explain lecture --format dot").isFine().out())
                .isEqualTo(expected("explain-lecture.dot"));
    }

    /** The file was looked at in a browser; it is the same on every machine. */
    @Test
    void thePictureOfTheLectureIsTheSameByteForByte() throws IOException {
        assertThat(Outcome.ofLine("explain lecture --format svg").isFine().out())
                .isEqualTo(expected("explain-lecture.svg"));
    }

    @Test
    void aPictureOfAForwardPassHasItsTangents() {
        assertThat(Outcome.ofLine("explain lecture --wrt b --format svg")
                        .isFine()
                        .out())
                .contains(">de/db = 5<")
                .doesNotContain("de/da");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "1"})
    void oneForwardPassCanBeChosenByNameOrPosition(String input) {
        assertThat(Outcome.of("explain", "lecture", "--wrt", input).isFine().out())
                .contains("Forward mode: the derivative of every node with respect to b\n")
                .contains("de/db = ∂e/∂c * dc/db + ∂e/∂d * dd/db = 2 * 1 + 3 * 1 = 5\n")
                .doesNotContain("de/da")
                .doesNotContain("Reverse");
    }

    @Test
    void aDrawingOfAForwardPassHasItsTangents() {
        assertThat(Outcome.ofLine("explain lecture --wrt b --format dot")
                        .isFine()
                        .out())
                .contains("[label=\"e = c * d\\n= 6\\nde/db = 5\"")
                .contains("[label=\"a\\n= 2\\nda/db = 0\"");
    }

    @Test
    void anotherPointGivesOtherNumbers() throws IOException {
        Path point = Files.writeString(folder.resolve("point.txt"), "3 0.5");
        assertThat(Outcome.of("explain", "lecture", "--at", point.toString())
                        .isFine()
                        .out())
                .startsWith("lecture: e = (a + b)(b + 1) at a = 2, b = 1, here at the point in " + point + "\n")
                .contains("  e = c * d = 5.25 ")
                .contains("  de/db = de/dc * ∂c/∂b + de/dd * ∂d/∂b = 1.5 * 1 + 3.5 * 1 = 5\n");
    }

    @Test
    void severalOutputsTakeAReversePassEach() {
        assertThat(Outcome.ofLine("explain bratu --inputs 2").isFine().out())
                .contains("Reverse mode, pass 1 of 2: the derivative of y0 with respect to every node")
                .contains("Reverse mode, pass 2 of 2: the derivative of y1 with respect to every node")
                .endsWith("  2 passes against 2: both modes visit as many edges, a factor of 1\n");
    }

    /** Rosenbrock takes 8 n - 9 operations, so 8 inputs are the most that 60 operations allow. */
    @Test
    void aLargeGraphIsSummarised() {
        assertThat(Outcome.ofLine("explain rosenbrock --inputs 1K").isFine().out())
                .startsWith("rosenbrock: f(x) = ")
                .contains("\n  inputs         1024\n")
                .contains("\n  operations     8183\n")
                .contains("\n  work           ")
                .contains("operation mix  square 3069 (37.5 %)")
                .contains("\n  reverse mode   1 pass x ")
                .endsWith("\nToo large to show node by node; --inputs 8 is the largest that fits (60 operations)\n");
        assertThat(Outcome.ofLine("explain rosenbrock --inputs 8").isFine().out())
                .contains("8 inputs, 55 operations, 1 output");
    }

    @Test
    void whatFitsIsFoundByTracingWhereItIsNotKnown() {
        assertThat(Outcome.ofLine("explain random --inputs 1K").isFine().out())
                .containsPattern("Too large to show node by node; --inputs [0-9]+ is the largest that fits");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lectur                          | unknown workload 'lectur': did you mean 'lecture'? (list workloads shows all)
                    lecture --wrt q                 | --wrt: 'q' is no input of lecture: did you mean 'a'? (its inputs are a, b)
                    product --inputs 9 --wrt 9      | --wrt: '9' is no input of product (its inputs are x0, x1 ... x8)
                    lecture --format svgz           | --format: 'svgz' is none of text, svg, dot: did you mean 'svg'?
                    lecture --inputs 3              | workload lecture has 2 inputs, not 3
                    chain --inputs 61 --format dot  | chain with 61 inputs has 180 operations, too many to show one by one; --inputs 21 is the largest that fits (60 operations)
                    chain --inputs 61 --format svg  | chain with 61 inputs has 180 operations, too many to show one by one; --inputs 21 is the largest that fits (60 operations)
                    chain --inputs 61 --wrt x0      | chain with 61 inputs has 180 operations, too many to show one by one; --inputs 21 is the largest that fits (60 operations)
                    """)
    void whatCannotBeExplainedIsAnsweredInOneLine(String arguments, String message) {
        Outcome.ofLine("explain " + arguments).isRefusedWith(message);
    }
}
