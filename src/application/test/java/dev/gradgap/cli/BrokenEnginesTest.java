package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.PluginJar;
import dev.gradgap.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engines of other people's that answer null, throw where nothing may be thrown, or never end: each costs its own cells alone. */
@Tag("thorough")
class BrokenEnginesTest {

    private static final String ENGINES = """
            package broken;

            import dev.gradgap.engine.*;
            import dev.gradgap.engine.forward.OverloadingForward;
            import dev.gradgap.engine.reverse.GraphReverse;
            import dev.gradgap.function.DifferentiableFunction;
            import java.util.*;

            public final class Engines implements EngineProvider {
                record Broken(String name) implements Engine {
                    public Technology technology() { return Technology.GRAPH; }
                    public Mode mode() { return Mode.REVERSE; }
                    public Set<Operator> operators() { return Set.of(Operator.GRADIENT, Operator.PULLBACK); }
                    public Optional<String> refusal(DifferentiableFunction function) {
                        switch (name) {
                            case "refusal-throws": throw new IllegalStateException("no licence");
                            case "refusal-overflows": return refusal(function).map(String::strip);
                            case "refusal-null": return null;
                            default: return Optional.empty();
                        }
                    }
                    public Differentiator prepare(DifferentiableFunction function) {
                        switch (name) {
                            case "prepare-null": return null;
                            case "prepare-forward": return OverloadingForward.scalar().prepare(function);
                            case "prepare-throws": throw sneaky(new java.io.IOException("no such file"));
                            case "prepare-dies": throw new ThreadDeath();
                            case "endless": while (true) { Thread.onSpinWait(); }
                            default: return new GraphReverse().prepare(function);
                        }
                    }
                    @SuppressWarnings("unchecked")
                    static <E extends Throwable> RuntimeException sneaky(Throwable problem) throws E { throw (E) problem; }
                }

                record Pushing(String name, double error) implements ForwardEngine {
                    public Technology technology() { return Technology.GRAPH; }
                    public Set<Operator> operators() { return Set.of(Operator.PUSHFORWARD); }
                    public ForwardDifferentiator prepare(DifferentiableFunction function) {
                        ForwardDifferentiator right = OverloadingForward.scalar().prepare(function);
                        return new ForwardDifferentiator() {
                            public int inputs() { return right.inputs(); }
                            public int outputs() { return right.outputs(); }
                            public int passes() { return right.passes(); }
                            public void primal(double[] x, double[] y) { right.primal(x, y); }
                            public void start(double[] x) { throw new UnsupportedOperationException(); }
                            public void pass(int pass, double[] x, double[] j) { throw new UnsupportedOperationException(); }
                            public void pushforward(double[] x, double[] tangent, double[] y, double[] outputTangent) {
                                right.pushforward(x, tangent, y, outputTangent);
                                outputTangent[0] += error;
                            }
                        };
                    }
                }

                public List<Engine> engines() {
                    List<Engine> engines = new ArrayList<>();
                    for (String name : List.of("refusal-throws", "refusal-overflows", "refusal-null", "prepare-null",
                            "prepare-forward", "prepare-throws", "prepare-dies", "endless", "mannered")) {
                        engines.add(new Broken(name));
                    }
                    engines.add(new Pushing("pushing-right", 0));
                    engines.add(new Pushing("pushing-wrong", 0.5));
                    return engines;
                }
            }
            """;

    @TempDir
    private static Path folder;

    private static String jar;

    @BeforeAll
    static void compile() throws IOException {
        jar = PluginJar.build(
                        folder,
                        Map.of("broken.Engines", ENGINES),
                        Map.of("dev.gradgap.engine.EngineProvider", "broken.Engines"))
                .toString();
    }

    private static Outcome run(String line) {
        return Outcome.ofLine(line + " --plugin " + jar);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    refusal-throws    | refusal() threw java.lang.IllegalStateException: no licence
                    refusal-overflows | refusal() threw java.lang.StackOverflowError
                    refusal-null      | refusal() is null
                    prepare-null      | prepare() gave null
                    prepare-forward   | prepare() gave a DualDifferentiator, which is no ReverseDifferentiator, where operators() lists PULLBACK
                    prepare-throws    | IOException: no such file
                    prepare-dies      | ThreadDeath
                    """)
    void aBrokenEngineFailsAndTheOthersAreVerified(String name, String reason) {
        Outcome outcome = run("verify --workload lecture --engine mannered --engine graph-reverse --engine " + name);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
        assertThat(outcome.out())
                .contains("\n" + name + " on lecture with 2 inputs: failed: " + reason + "\n")
                .contains("\n2 right, 0 wrong, 1 failed, 0 skipped\n");
    }

    @Test
    void aBrokenEngineIsRefusedInOneLineWhereItAloneIsAskedFor() {
        run("gradient --workload lecture --engine refusal-throws")
                .isRefusedWith("engine refusal-throws on lecture with 2 inputs failed: refusal() threw"
                        + " java.lang.IllegalStateException: no licence");
        run("gradient --workload lecture --engine prepare-null")
                .isRefusedWith("engine prepare-null on lecture with 2 inputs failed: prepare() gave null");
    }

    @Test
    void anEngineThatNeverEndsCostsTheLimitOnce() {
        Outcome outcome = run(
                "verify --workload lecture --workload gates --engine endless --engine mannered" + " --cell-timeout 1s");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
        assertThat(outcome.out())
                .contains("\nendless on lecture with 2 inputs: failed: no end after 1 s (--cell-timeout)\n")
                .contains("\n2 right, 0 wrong, 1 failed, 1 skipped\n")
                .endsWith("  skipped 1: endless did not end on lecture with 2 inputs and is not tried again\n");
    }

    @Test
    void aLimitThatIsNoDurationIsRefused() {
        run("verify --cell-timeout soon")
                .isRefusedWith("--cell-timeout: 'soon' is not a duration such as 90s, 10m or 2h");
    }

    @Test
    void anEngineThatOnlyPushesForwardIsVerified() {
        Outcome outcome = run("verify --workload rosenbrock --inputs 2,100 --engine pushing-*");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG_GRADIENT);
        assertThat(outcome.out())
                .contains("\npushing-wrong on rosenbrock with 2 inputs, pushforward: wrong: (Jv)[0] is ")
                .contains("\n2 right, 2 wrong, 0 failed, 0 skipped\n");
    }
}
