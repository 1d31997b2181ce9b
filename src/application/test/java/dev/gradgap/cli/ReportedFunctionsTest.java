package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gradgap.PluginJar;
import dev.gradgap.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions on which users were told that the wrong one was wrong. */
@Tag("thorough")
class ReportedFunctionsTest {

    private static final String SOURCE = """
            package mine;

            import dev.gradgap.function.*;
            import dev.gradgap.workload.*;
            import java.util.*;

            public final class Functions implements WorkloadProvider {

                interface Maker { Workload make(String name, int n, Seed seed); }

                record Family(String name, int minInputs, int maxInputs, Maker maker) implements WorkloadFamily {
                    public String family() { return "mine"; }
                    public String definition() { return "f(x)"; }
                    public String source() { return "a test"; }
                    public Workload create(int inputs, long seed) { return maker.make(name, inputs, new Seed(seed)); }
                }

                /** The Lennard-Jones energy of a chain of argon atoms, positions in metres. */
                record Argon(int inputs) implements ScalarFunction {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) {
                        T e = a.constant(0);
                        for (int i = 1; i < inputs; i++) {
                            T q6 = a.pow(a.divide(3.4e-10, a.subtract(x.get(i), x.get(i - 1))), 6);
                            e = a.add(e, a.multiply(a.subtract(a.square(q6), q6), 4));
                        }
                        return e;
                    }
                    static Workload make(String name, int n, Seed seed) {
                        double[] p = new double[n];
                        for (int i = 0; i < n; i++) p[i] = 3.7e-10 * i + seed.nextDouble(-2e-11, 2e-11);
                        return new Workload(name, new Argon(n), p);
                    }
                }

                /** x^1.875, which has a derivative at 0, 0, and no value to the left. */
                record Power() implements ScalarFunction {
                    public int inputs() { return 1; }
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { return a.pow(x.get(0), 1.875); }
                }

                record ArcCosine() implements ScalarFunction {
                    public int inputs() { return 1; }
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { return a.acos(x.get(0)); }
                }

                /** max(x, 0)^2 by an if on the point that it was made with; plain and adjoint are right everywhere. */
                record Branch(double[] p) implements ScalarFunction {
                    public int inputs() { return 1; }
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) {
                        return p[0] < 0 ? a.constant(0) : a.square(x.get(0));
                    }
                    public Optional<PlainFunction> plain() {
                        return Optional.of((x, y) -> y[0] = x[0] < 0 ? 0 : x[0] * x[0]);
                    }
                    public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
                        return Optional.of((x, w, y, g) -> {
                            y[0] = x[0] < 0 ? 0 : x[0] * x[0];
                            g[0] = x[0] < 0 ? 0 : 2 * x[0] * w[0];
                        });
                    }
                }

                /** x_0 x_1, of which the plain code says 1 more. */
                record Contradicting() implements ScalarFunction {
                    public int inputs() { return 2; }
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { return a.multiply(x.get(0), x.get(1)); }
                    public Optional<PlainFunction> plain() {
                        return Optional.of((x, y) -> y[0] = x[0] * x[1] + 1);
                    }
                }

                /** x_0 x_1, of which the plain code spoils its point. */
                record Writing() implements ScalarFunction {
                    public int inputs() { return 2; }
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { return a.multiply(x.get(0), x.get(1)); }
                    public Optional<PlainFunction> plain() {
                        return Optional.of((x, y) -> { y[0] = x[0] * x[1]; x[0] = 0; });
                    }
                }

                /** x_0 x_1 times the number of the call. */
                record Counting(int[] calls) implements ScalarFunction {
                    public int inputs() { return 2; }
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) {
                        return a.multiply(a.multiply(x.get(0), x.get(1)), ++calls[0]);
                    }
                }

                /** x_0 x_1, of which the plain code breaks down. */
                record Breaking() implements ScalarFunction {
                    public int inputs() { return 2; }
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { return a.multiply(x.get(0), x.get(1)); }
                    public Optional<PlainFunction> plain() { return Optional.of((x, y) -> y[2] = x[0]); }
                }

                static Maker at(ScalarFunction function, double... point) {
                    return (name, n, seed) -> new Workload(name, function, point.clone());
                }

                public List<WorkloadFamily> families() {
                    return List.of(
                            new Family("argon-chain", 2, 1000, Argon::make),
                            new Family("power-at-zero", 1, 1, at(new Power(), 0)),
                            new Family("arc-cosine", 1, 1, at(new ArcCosine(), 1 - 1e-10)),
                            new Family("branch", 1, 1, (name, n, seed) -> {
                                double[] p = {1.34};
                                return new Workload(name, new Branch(p), p);
                            }),
                            new Family("contradicting", 2, 2, at(new Contradicting(), 3, 4)),
                            new Family("writing", 2, 2, at(new Writing(), 3, 4)),
                            new Family("counting", 2, 2, at(new Counting(new int[1]), 3, 4)),
                            new Family("breaking", 2, 2, at(new Breaking(), 3, 4)));
                }
            }
            """;

    @TempDir
    private static Path folder;

    private static String plugin;

    @BeforeAll
    static void compile() throws IOException {
        plugin = " --plugin "
                + PluginJar.build(
                        folder,
                        Map.of("mine.Functions", SOURCE),
                        Map.of("dev.gradgap.workload.WorkloadProvider", "mine.Functions"));
    }

    private static Outcome run(String line) {
        return Outcome.ofLine(line + plugin);
    }

    private static String at(String point) throws IOException {
        return " --at " + Files.writeString(folder.resolve("point.txt"), point);
    }

    @Test
    void positionsInMetresAreDifferentiatedRightByAll() {
        double[] right = {2500149600.902236, -1103001665.7379966, -1397147935.1642394};
        JsonNode printed = run("gradient --workload argon-chain --inputs 3 --engine graph-reverse --format json")
                .json();
        for (int i = 0; i < right.length; i++) {
            assertThat(printed.path("gradient").path(i).asDouble())
                    .isCloseTo(right[i], within(1e-13 * Math.abs(right[i])));
        }
        assertThat(printed.path("verified").asBoolean()).isTrue();

        assertThat(run("verify --workload argon-chain --inputs 2,3,8,33")
                        .isFine()
                        .out())
                .containsPattern("reference-differences +right +[0-9.]+e-[0-9]+ +2,3,8,33\n")
                .contains(" 0 wrong, 0 failed, ")
                .doesNotContain("unverified");
    }

    @ParameterizedTest
    @CsvSource({
        "power-at-zero, leaves the function's domain at this point",
        "arc-cosine, no step shows all derivatives to three digits at this point"
    })
    void atTheEdgeOfADomainNobodyIsCalledWrong(String workload, String reason) {
        assertThat(run("verify --workload " + workload).isFine().out())
                .containsPattern("graph-reverse +right ")
                .containsPattern("reference-differences +skipped ")
                .contains(" 0 wrong, 0 failed, ")
                .contains(reason);
    }

    @Test
    void enginesThatReplayAreRefusedWhereTheOperationsDependOnThePoint() throws IOException {
        String reason = "its operations depend on the point (operations: 1, elsewhere 0); a recorded graph would"
                + " follow the branch taken where it was recorded";

        assertThat(run("verify --workload branch").isFine().out())
                .containsPattern("graph-reverse +skipped ")
                .containsPattern("compiled-reverse +skipped ")
                .containsPattern("overloading-reverse +right ")
                .contains(": " + reason + "\n");
        for (String command : new String[] {"gradient --workload branch" + at("-1"), "descend branch"}) {
            run(command + " --engine graph-reverse")
                    .isRefusedWith("engine graph-reverse on branch with 1 input refuses: " + reason);
        }
    }

    @Test
    void whatFollowsAnOldBranchIsWrongByTheFunctionsOwnCode() throws IOException {
        Outcome gradient = run("gradient --workload branch --engine overloading-reverse" + at("-1"));
        assertThat(gradient.exitCode()).isEqualTo(ExitCode.WRONG_GRADIENT);
        assertThat(gradient.out()).isEmpty();

        Outcome descent = run("descend branch --engine overloading-reverse --rate 0.9 --steps 4");
        assertThat(descent.exitCode()).isEqualTo(ExitCode.WRONG_GRADIENT);
        assertThat(descent.out()).isEmpty();
        assertThat(descent.err())
                .startsWith(
                        "error: wrong value: engine overloading-reverse on branch with 1 input: on the way the cost is ")
                .contains(", by the function's own plain code 0.0, at -1.07")
                .hasLineCount(1);
    }

    @Test
    void codeThatWritesToItsPointDoesNotMakeEnginesWrong() {
        assertThat(run("verify --workload writing --engine graph-* --engine overloading-reverse")
                        .isFine()
                        .out())
                .contains(" 0 wrong, 0 failed, ");
    }

    @Test
    void whatIsNoFunctionBlamesNobody() {
        Outcome outcome = run("verify --workload counting --engine graph-reverse --engine overloading-forward");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNVERIFIED);
        assertThat(outcome.out()).contains("asked twice at the same point, the function gives ");
    }

    @Test
    void codeThatBreaksDownWhenItIsAskedIsNamed() {
        run("gradient --workload breaking --engine graph-reverse")
                .isRefusedWith("breaking with 2 inputs failed when its derivatives were verified:"
                        + " ArrayIndexOutOfBoundsException: Index 2 out of bounds for length 1");
    }

    @Test
    void whatCannotBeJudgedIsUnverifiedAndBlamesNobody() throws IOException {
        Outcome outcome = run("verify --workload contradicting --engine graph-reverse --engine overloading-forward");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNVERIFIED);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .containsPattern("graph-reverse +unverified ")
                .contains(
                        "graph-reverse on contradicting with 2 inputs, gradient: not verified: two ways to"
                                + " differentiate the function disagree: y[0] is 12.0 by dual numbers, 13.0 by evaluation on doubles\n")
                .endsWith("\n0 right, 0 wrong, 0 failed, 0 skipped, 2 unverified\n");

        Outcome forPrograms = run("verify --workload contradicting --engine graph-reverse --format json");
        assertThat(forPrograms.exitCode()).isEqualTo(ExitCode.UNVERIFIED);
        JsonNode json = new ObjectMapper().readTree(forPrograms.out());
        assertThat(json.path("unverified").asInt()).isEqualTo(1);
        assertThat(json.path("right").asInt()).isZero();
        assertThat(json.path("checks").path(0).path("result").asText()).isEqualTo("unverified");
        assertThat(json.path("checks").path(0).path("reason").asText()).contains("disagree");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gradient --workload contradicting", "descend contradicting --steps 2"})
    void whatCouldNotBeJudgedIsShownWithAWarning(String command) throws IOException {
        Outcome outcome = run(command + " --engine graph-reverse --format json");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.err()).startsWith("warning: ").contains("not verified");
        assertThat(new ObjectMapper().readTree(outcome.out()).path("verified").asBoolean(true))
                .isFalse();
    }
}
