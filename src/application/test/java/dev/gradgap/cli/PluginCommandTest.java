package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gradgap.PluginJar;
import dev.gradgap.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's own functions and engines in a jar, beside the suite's. */
class PluginCommandTest {

    /** x_1 x_2 with the gradient (x_2, x_1), and functions that misbehave. */
    private static final String WORKLOADS = """
            package mine;

            import dev.gradgap.function.*;
            import dev.gradgap.workload.*;
            import java.util.List;

            public final class Workloads implements WorkloadProvider {

                interface Body { <T> T value(Arithmetic<T> a, Inputs<T> x); }

                record Family(String name, Body body) implements WorkloadFamily {
                    public String family() { return "mine"; }
                    public String definition() { return "<script>alert(\\"" + name + "\\")</script>"; }
                    public String source() { return "a test"; }
                    public int minInputs() { return 2; }
                    public int maxInputs() { return 2; }
                    public Workload create(int inputs, long seed) {
                        if (name.equals("uncreatable")) {
                            throw new IllegalStateException("no\\ndata");
                        }
                        return new Workload(name, new ScalarFunction() {
                            public int inputs() { return 2; }
                            public <T> T value(Arithmetic<T> a, Inputs<T> x) { return body.value(a, x); }
                        }, new double[] {3, 4});
                    }
                }

                static final class Area implements Body {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { return a.multiply(x.get(0), x.get(1)); }
                }
                static final class Throws implements Body {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { throw new IllegalStateException("no such thing"); }
                }
                static final class Recurses implements Body {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { return value(a, x); }
                }
                static final class Nan implements Body {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { return a.log(a.negate(x.get(0))); }
                }
                static final class Infinite implements Body {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { return a.reciprocal(a.subtract(x.get(0), 3)); }
                }
                static final class Steep implements Body {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) {
                        return a.multiply(a.multiply(a.subtract(x.get(0), 3), 1e200), 1e200);
                    }
                }
                static final class Forgetful implements Body {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { return null; }
                }

                public List<WorkloadFamily> families() {
                    return List.of(new Family("area", new Area()), new Family("throws", new Throws()),
                            new Family("recurses", new Recurses()), new Family("nan", new Nan()),
                            new Family("infinite", new Infinite()), new Family("steep", new Steep()),
                            new Family("forgetful", new Forgetful()), new Family("uncreatable", new Area()));
                }
            }
            """;

    /** A reverse engine over the suite's own graph, right or with an error added to one component. */
    private static final String ENGINES = """
            package mine;

            import dev.gradgap.engine.*;
            import dev.gradgap.function.DifferentiableFunction;
            import dev.gradgap.graph.*;
            import java.util.*;

            public final class Engines implements EngineProvider {

                record Mine(String name, double error) implements Engine {
                    public Technology technology() { return Technology.LIBRARY; }
                    public Mode mode() { return Mode.REVERSE; }
                    public Set<Operator> operators() { return Set.of(Operator.GRADIENT); }
                    public Optional<String> refusal(DifferentiableFunction function) {
                        return function.inputs() > 100 ? Optional.of("at most 100 inputs") : Optional.empty();
                    }
                    public Differentiator prepare(DifferentiableFunction function) {
                        if (name.equals("breaks")) {
                            throw new AssertionError("never tested");
                        }
                        Graph graph = Tracer.trace(function);
                        Linearization linearization = new Linearization(graph);
                        return new ReverseDifferentiator() {
                            public int inputs() { return graph.inputs(); }
                            public int outputs() { return graph.outputs(); }
                            public void primal(double[] x, double[] y) { record(x, y); }
                            public void record(double[] x, double[] y) {
                                linearization.at(x);
                                y[0] = linearization.value(graph.output(0));
                            }
                            public void sweep(double[] outputAdjoint, double[] inputAdjoint) {
                                double[] adjoints = new double[graph.nodes()];
                                adjoints[graph.output(0)] = outputAdjoint[0];
                                linearization.pullBack(adjoints);
                                System.arraycopy(adjoints, 0, inputAdjoint, 0, graph.inputs());
                                inputAdjoint[1] += error;
                            }
                            public void jacobian(double[] x, double[] jacobian) {
                                pullback(x, new double[] {1}, new double[1], jacobian);
                            }
                        };
                    }
                }

                public List<Engine> engines() {
                    return List.of(new Mine("mine-right", 0), new Mine("mine-wrong", 0.5), new Mine("breaks", 0));
                }
            }
            """;

    @TempDir
    private static Path folder;

    private static String jar;

    @BeforeAll
    static void compile() throws IOException {
        Path built = PluginJar.build(
                folder,
                Map.of("mine.Workloads", WORKLOADS, "mine.Engines", ENGINES),
                Map.of(
                        "dev.gradgap.workload.WorkloadProvider",
                        "mine.Workloads",
                        "dev.gradgap.engine.EngineProvider",
                        "mine.Engines"));
        jar = built.toString();
    }

    private static Outcome run(String line) {
        return Outcome.ofLine(line + " --plugin " + jar);
    }

    @Test
    void bothAreListedBesideTheSuitesOwn() {
        assertThat(run("list workloads").isFine().out())
                .containsPattern("\nlecture ")
                .containsPattern("\narea +2 +1 ");
        JsonNode engines = run("list engines --format json").json();
        assertThat(engines).extracting(engine -> engine.path("name").asText()).contains("graph-reverse", "mine-right");
    }

    @Test
    void theirGradientsArePrinted() {
        assertThat(run("gradient --workload area --engine mine-right --format json")
                        .json()
                        .path("gradient")
                        .toString())
                .isEqualTo("[4.0,3.0]");
        assertThat(run("gradient --workload area --engine overloading-forward")
                        .isFine()
                        .out())
                .contains("df/dx0 = 4.0");
        assertThat(run("gradient --workload lecture --engine mine-right")
                        .isFine()
                        .out())
                .contains("df/db = 5.0");
    }

    @Test
    void theirGraphsAreExplained() {
        assertThat(run("explain area").isFine().out()).contains("  f = x0 * x1 = 12   ∂f/∂x0 = 4   ∂f/∂x1 = 3\n");
    }

    @Test
    void aRightEngineIsVerified() {
        assertThat(run("verify --engine mine-right --workload area --workload rosenbrock")
                        .isFine()
                        .out())
                .endsWith("6 right, 0 wrong, 0 failed, 1 skipped\n  skipped 1: at most 100 inputs\n");
    }

    @Test
    void aWrongEngineIsCaughtAndNamed() {
        Outcome outcome = run("verify --engine mine-* --workload area");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG_GRADIENT);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .containsPattern("mine-right +right ")
                .containsPattern("mine-wrong +wrong ")
                .contains("\nmine-wrong on area with 2 inputs, gradient: wrong: dy/dx[1] is 3.5, by dual numbers 3.0 ")
                .contains("1 right, 1 wrong, 0 failed, 0 skipped\n");
    }

    @Test
    void aWrongGradientIsNeitherPrintedNorFollowed() {
        for (String command : new String[] {"gradient --workload area", "descend area"}) {
            Outcome outcome = run(command + " --engine mine-wrong");

            assertThat(outcome.exitCode()).as(command).isEqualTo(ExitCode.WRONG_GRADIENT);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .startsWith(
                            "error: wrong derivative: mine-wrong on area with 2 inputs, gradient: wrong: dy/dx[1] is 3.5,"
                                    + " by dual numbers 3.0 ")
                    .hasLineCount(1);
        }
    }

    @Test
    void anEngineThatBreaksIsNamed() {
        Outcome outcome = run("verify --engine breaks --engine mine-right --workload area");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
        assertThat(outcome.out())
                .contains("\nbreaks on area with 2 inputs: failed: AssertionError: never tested\n")
                .contains("1 right, 0 wrong, 1 failed, 0 skipped\n");
    }

    @Test
    void functionsThatMisbehaveFailTheirOwnCheckOnly() {
        Outcome outcome =
                run("verify --engine graph-reverse --workload area --workload throws --workload recurses --workload nan"
                        + " --workload uncreatable");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("graph-reverse on throws with 2 inputs: failed: IllegalStateException: no such thing\n")
                .contains("graph-reverse on recurses with 2 inputs: failed: StackOverflowError\n")
                .contains("graph-reverse on nan with 2 inputs")
                .contains("1 right, 0 wrong, 3 failed, 1 skipped\n")
                .contains(
                        "skipped 1: workload uncreatable cannot be made with 2 inputs: IllegalStateException: no data\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    throws      | engine graph-reverse on throws with 2 inputs failed: IllegalStateException: no such thing
                    recurses    | engine graph-reverse on recurses with 2 inputs failed: StackOverflowError
                    uncreatable | workload uncreatable cannot be made with 2 inputs: IllegalStateException: no data
                    nan         | nan with 2 inputs: output 0 is NaN at this point, says engine graph-reverse; choose another point with --at or another --seed
                    infinite    | infinite with 2 inputs: output 0 is Infinity at this point, says engine graph-reverse; choose another point with --at or another --seed
                    steep       | steep with 2 inputs: the derivative of output 0 with respect to input 0 is Infinity at this point, says engine graph-reverse; choose another point with --at or another --seed
                    """)
    void aGradientThatCannotBePrintedIsRefusedInOneLine(String workload, String message) {
        run("gradient --engine graph-reverse --workload " + workload).isRefusedWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    throws      | workload throws with 2 inputs cannot be traced: IllegalStateException: no such thing
                    recurses    | workload recurses with 2 inputs cannot be traced: StackOverflowError
                    forgetful   | workload forgetful with 2 inputs cannot be traced: IllegalStateException: the function left output 0 unset
                    """)
    void aGraphThatCannotBeTracedIsRefusedInOneLine(String workload, String message) {
        run("explain " + workload).isRefusedWith(message);
    }

    @Test
    void aPluginThatIsNoneIsRefusedByEveryCommand() {
        for (String command : new String[] {
            "list engines", "gradient --workload lecture --engine graph-reverse", "verify", "explain lecture"
        }) {
            Outcome.ofLine(command + " --plugin missing.jar").isRefusedWith("plug-in missing.jar: no such file");
        }
    }
}
