package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A method on doubles as the workload, and what is said where that cannot be. */
final class FunctionOptionTest {

    private static final String FUNCTIONS = "src/application/test/resources/functions/";

    @TempDir
    private Path folder;

    private String written(String name, String source) throws IOException {
        return Files.writeString(folder.resolve(name), source).toString();
    }

    private static Outcome gradient(String function, String... more) {
        String[] line = {"gradient", "--engine", "compiled-reverse", "--format", "csv", "--function", function};
        String[] all = java.util.Arrays.copyOf(line, line.length + more.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        return Outcome.of(all);
    }

    @Test
    void aSourceFileIsDifferentiated() {
        Outcome outcome =
                gradient(FUNCTIONS + "Rosenbrock.java", "--inputs", "2").isFine();
        // at (-1.2, 1), by hand: 400 * 1.2 * (1 - 1.44) - 2 * 2.2 and 200 * (1 - 1.44)
        assertThat(outcome.out()).contains("-215.6", "-88");
    }

    @Test
    void itsPointCanBeGiven() throws IOException {
        String point = written("point.txt", "1 1 1");
        assertThat(gradient(FUNCTIONS + "Rosenbrock.java", "--at", point)
                        .isFine()
                        .out())
                .doesNotContain("88");
    }

    @Test
    void whatDoesNotCompileIsToldByTheCompiler() throws IOException {
        String file = written("Bad.java", "class Bad {\n static double f(double[] x) { return y; }\n}\n");
        assertThat(gradient(file).err())
                .startsWith("error: --function: Bad.java:2: cannot find symbol")
                .hasLineCount(1);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        gradient("nowhere.java").isRefusedWith("--function: nowhere.java: no such file");
        gradient("nowhere.txt")
                .isRefusedWith(
                        "--function: 'nowhere.txt' is none of FILE.java, FILE.java::METHOD or FILE.jar::CLASS::METHOD");
        String file = written(
                "Two.java",
                "class Two { static double f(double[] x) { return x[0]; }"
                        + " static double g(double x) { return x; } }");
        assertThat(gradient(file).err()).contains("has several functions: f, g; name one with ::METHOD");
        assertThat(gradient(file + "::h").err())
                .contains("class Two has no method 'h' of the forms")
                .contains("it has f, g");
        assertThat(gradient(file + "::Three::h").err()).contains("has no class Three");
        assertThat(gradient(written("No.jar", "no jar") + "::A::f").err()).contains("not a jar file");
    }

    @Test
    void whatTheMethodDoesWrongIsToldWithItsLine() throws IOException {
        refused(
                "Throws",
                "throw new IllegalStateException(\"no data\");",
                "IllegalStateException: no data (Throws.java:2)");
        refused("Nan", "return Math.log(-x[0]);", "Nan.f with 1 input gives NaN at its point");
        refused("Prints", "System.out.print(\"\"); return x[0];", "Prints.f (Prints.java:2) prints");
        refused("Casts", "return (float) x[0];", "Casts.f (Casts.java:2) makes a float of a number that depends");
        refused("Recurses", "return f(x);", "StackOverflowError");
    }

    @Test
    void aStaticInitialiserThatFailsIsNamed() throws IOException {
        String file = written(
                "Broken.java",
                "class Broken {\n static int[] a = new int[-1];\n"
                        + " static double f(double[] x) { return x[0]; }\n}\n");
        Outcome outcome = gradient(file);
        assertThat(outcome.err())
                .contains("static initialiser of Broken throws")
                .hasLineCount(1);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private void refused(String name, String body, String message) throws IOException {
        String file =
                written(name + ".java", "class " + name + " { static double f(double[] x) {\n" + body + "\n} }\n");
        Outcome outcome = gradient(file);
        assertThat(outcome.err()).contains(message).hasLineCount(1);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void guardsAreCounted() {
        Outcome outcome = Outcome.of(
                        "verify", "--function", FUNCTIONS + "BlackScholes.java::call", "--engine", "graph-reverse")
                .isFine();
        assertThat(outcome.out()).contains("2 guards with 5 inputs: BlackScholes.java:4 <");
        assertThat(Outcome.of("explain", "--function", FUNCTIONS + "Rosenbrock.java")
                        .isFine()
                        .out())
                .contains("no guards: it does the same at every point");
    }

    @Test
    void oneWorkloadIsNeeded() {
        Outcome.of("gradient", "--engine", "graph-reverse")
                .isRefusedWith("missing required option: '--workload=NAME' (gradient --help shows how)");
    }
}
