package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("thorough")
class GradientCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aGradientInJsonHasTheShapeOfTheContract() {
        JsonNode json = Outcome.ofLine("gradient --workload lecture --engine graph-reverse --format json --seed 7")
                .json();

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "workload",
                        "inputs",
                        "outputs",
                        "engine",
                        "seed",
                        "x",
                        "value",
                        "gradient",
                        "vector_width",
                        "jvm",
                        "verified");
        assertThat(json.toString())
                .startsWith(
                        "{\"workload\":\"lecture\",\"inputs\":2,\"outputs\":1,\"engine\":\"graph-reverse\",\"seed\":7,"
                                + "\"x\":[2.0,1.0],\"value\":6.0,\"gradient\":[2.0,5.0],\"vector_width\":");
        assertThat(json.path("vector_width").asInt()).isPositive();
        assertThat(json.path("jvm").asText()).endsWith(" " + System.getProperty("java.version"));
    }

    /** Bratu's residual at u = 0 with n = 2: F_i = -1/9, its Jacobian tridiagonal with 2 - 1/9 and -1. */
    @Test
    void aJacobianHasItsRows() throws IOException {
        Path origin = Files.writeString(folder.resolve("origin.txt"), "0 0");
        JsonNode json = Outcome.of(
                        "gradient",
                        "--workload",
                        "bratu",
                        "--engine",
                        "graph-forward",
                        "--format",
                        "json",
                        "--at",
                        origin.toString())
                .json();

        assertThat(json.path("outputs").intValue()).isEqualTo(2);
        assertThat(json.path("value")).hasSize(2).allSatisfy(value -> assertThat(value.doubleValue())
                .isEqualTo(-1.0 / 9));
        JsonNode rows = json.path("gradient");
        assertThat(rows).hasSize(2);
        for (int j = 0; j < 2; j++) {
            assertThat(rows.path(j).path(j).doubleValue()).isEqualTo(2 - 1.0 / 9);
            assertThat(rows.path(j).path(1 - j).doubleValue()).isEqualTo(-1);
        }
    }

    @Test
    void aGradientInTextNamesTheInputs() {
        assertThat(Outcome.ofLine("gradient --workload lecture --engine overloading-reverse")
                        .isFine()
                        .out())
                .isEqualToNormalizingNewlines("""
                        lecture with 2 inputs, engine overloading-reverse, seed 1

                        f = 6.0
                        a = 2.0                       df/da = 2.0
                        b = 1.0                       df/db = 5.0
                        """);
    }

    @Test
    void aGradientInCsvIsRfc4180() {
        assertThat(Outcome.ofLine("gradient --workload lecture --engine graph-reverse --format csv")
                        .isFine()
                        .out())
                .isEqualTo("output,value,input,x,derivative\r\n0,6.0,0,2.0,2.0\r\n0,6.0,1,1.0,5.0\r\n");
    }

    @Test
    void allExactEnginesPrintTheSame() {
        String forward = "gradient --workload rosenbrock --inputs 3 --format json --engine ";
        JsonNode expected = Outcome.ofLine(forward + "reference-adjoint").json().path("gradient");
        for (String engine : new String[] {"graph-forward", "overloading-forward-4", "graph-reverse", "commons-math"}) {
            JsonNode gradient = Outcome.ofLine(forward + engine).json().path("gradient");
            for (int i = 0; i < 3; i++) {
                assertThat(gradient.path(i).doubleValue())
                        .isCloseTo(
                                expected.path(i).doubleValue(), org.assertj.core.data.Percentage.withPercentage(1e-8));
            }
        }
    }

    /** The classical point: f(-1.2, 1) = 24.2, gradient (-215.6, -88). */
    @Test
    void thePointAndTheSizeComeFromAFile() throws IOException {
        Path point = Files.writeString(folder.resolve("point.txt"), "-1.2,\n1");
        JsonNode json = Outcome.of(
                        "gradient",
                        "--workload",
                        "rosenbrock",
                        "--engine",
                        "graph-reverse",
                        "--format",
                        "json",
                        "--at",
                        point.toString())
                .json();

        assertThat(json.path("inputs").intValue()).isEqualTo(2);
        assertThat(json.path("x").path(0).doubleValue()).isEqualTo(-1.2);
        assertThat(json.path("value").doubleValue()).isEqualTo(24.2, org.assertj.core.data.Offset.offset(1e-13));
        assertThat(json.path("gradient").path(0).doubleValue())
                .isEqualTo(-215.6, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(json.path("gradient").path(1).doubleValue())
                .isEqualTo(-88, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void theSeedDecidesThePoint() {
        String command = "gradient --workload rosenbrock --inputs 5 --engine graph-reverse --format csv --seed ";
        assertThat(Outcome.ofLine(command + "3").isFine().out())
                .isEqualTo(Outcome.ofLine(command + "3").out())
                .isNotEqualTo(Outcome.ofLine(command + "4").out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rosenbrok  | graph-reverse | 2      | unknown workload 'rosenbrok': did you mean 'rosenbrock'? (list workloads shows all)
                    rosenbrock | graph-revers  | 2      | unknown engine 'graph-revers': did you mean 'graph-reverse'? (list engines shows all)
                    rosenbrock | graph-reverse | 0      | --inputs: '0' is too small; sizes start at 1
                    rosenbrock | graph-reverse | -5     | --inputs: '-5' is too small; sizes start at 1
                    rosenbrock | graph-reverse | 2147483648 | --inputs: '2147483648' is too large; sizes end at 2147483647
                    rosenbrock | graph-reverse | 1..4   | --inputs: '1..4' is 3 sizes; give one
                    rosenbrock | graph-reverse | 1      | workload rosenbrock has from 2 to 100000000 inputs, not 1
                    lecture    | graph-reverse | 3      | workload lecture has 2 inputs, not 3
                    bratu      | graph-reverse | 1M     | the Jacobian of bratu with 1048576 inputs has 1099511627776 elements, more than an array holds; choose fewer --inputs
                    random     | reference-adjoint | 2  | engine reference-adjoint on random with 2 inputs refuses: the function has no hand-written adjoint
                    """)
    void whatCannotBeDoneIsAnsweredInOneLine(String workload, String engine, String inputs, String message) {
        Outcome.of("gradient", "--workload", workload, "--engine", engine, "--inputs", inputs)
                .isRefusedWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rosenbrock | 3       | 1 2      | FILE has 2 numbers, but workload rosenbrock needs 3
                    rosenbrock | 2       | 1 2 3    | FILE:1: there are more numbers than inputs (2)
                    rosenbrock |         | 1        | FILE has 1 number, but workload rosenbrock needs from 2 to 100000000
                    lecture    |         | 1 2 3    | FILE:1: there are more numbers than inputs (2)
                    lecture    |         | 1 NaN    | FILE:1: 'NaN' is not finite; a point has finite numbers
                    """)
    void aPointThatDoesNotFitIsAnsweredInOneLine(String workload, String inputs, String point, String message)
            throws IOException {
        Path file = Files.writeString(folder.resolve("point.txt"), point);
        String size = inputs == null ? "" : " --inputs " + inputs;
        Outcome.ofLine("gradient --workload " + workload + " --engine graph-reverse --at " + file + size)
                .isRefusedWith("--at: " + message.replace("FILE", file.toString()));
    }

    @Test
    void aValueThatIsNotFiniteIsNamed() throws IOException {
        Path point = Files.writeString(folder.resolve("point.txt"), "1e308 1e308");
        Outcome.ofLine("gradient --workload product --engine graph-reverse --at " + point)
                .isRefusedWith("product with 2 inputs: output 0 is Infinity at this point, says engine graph-reverse;"
                        + " choose another point with --at or another --seed");
    }
}
