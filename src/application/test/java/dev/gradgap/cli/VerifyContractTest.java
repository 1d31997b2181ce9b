package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.PluginJar;
import dev.gradgap.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An adapter that is right wherever there is a derivative, and follows few of the conventions where there is none. */
@Tag("thorough")
class VerifyContractTest {

    /** Dual numbers by formulas alone, as a library has them that knows no conventions. */
    private static final String ENGINES = """
            package unconventional;

            import dev.gradgap.engine.*;
            import dev.gradgap.engine.forward.OverloadingForward;
            import dev.gradgap.function.*;
            import java.lang.reflect.Proxy;
            import java.util.*;

            public final class Engines implements EngineProvider {

                /** The function with abs, sqrt, hypot, asin, acos and powers written out in other operations. */
                record WrittenOut(DifferentiableFunction function) implements DifferentiableFunction {
                    public int inputs() { return function.inputs(); }
                    public int outputs() { return function.outputs(); }
                    @SuppressWarnings("unchecked")
                    public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
                        function.evaluate((Arithmetic<T>) Proxy.newProxyInstance(
                                getClass().getClassLoader(), new Class<?>[] {Arithmetic.class},
                                (proxy, method, arguments) -> {
                                    boolean two = arguments.length == 2 && !(arguments[1] instanceof Double);
                                    T u = arguments[0] instanceof Double ? null : (T) arguments[0];
                                    T v = two ? (T) arguments[1] : null;
                                    switch (method.getName()) {
                                        case "abs": return a.max(u, a.negate(u));
                                        case "max": return a.negate(a.min(a.negate(v), a.negate(u)));
                                        case "sqrt": return root(a, u);
                                        case "hypot": return root(a, a.add(a.square(u), a.square(v)));
                                        case "asin": return a.atan(a.divide(u, root(a, a.subtract(1, a.square(u)))));
                                        case "acos": return a.subtract(Math.PI / 2,
                                                a.atan(a.divide(u, root(a, a.subtract(1, a.square(u))))));
                                        default: return method.invoke(a, arguments);
                                    }
                                }), x, y);
                    }
                    private static <T> T root(Arithmetic<T> a, T u) {
                        return a.exp(a.multiply(a.log(u), 0.5));
                    }
                }

                record Forward(String name) implements ForwardEngine {
                    public Technology technology() { return Technology.LIBRARY; }
                    public ForwardDifferentiator prepare(DifferentiableFunction function) {
                        if (name.equals("endless")) {
                            while (true) { Thread.onSpinWait(); }
                        }
                        return OverloadingForward.scalar().prepare(new WrittenOut(function));
                    }
                }

                record Refusing(String name) implements ForwardEngine {
                    public Technology technology() { return Technology.LIBRARY; }
                    public Optional<String> refusal(DifferentiableFunction function) { return Optional.of("not today"); }
                    public ForwardDifferentiator prepare(DifferentiableFunction function) { throw new AssertionError(); }
                }

                public List<Engine> engines() {
                    return List.of(new Forward("unconventional"), new Forward("endless"), new Refusing("refusing"));
                }
            }
            """;

    private static final Pattern BROKEN = Pattern.compile("(?m)^  broken: (.*) \\([^()]*\\)$");

    @TempDir
    private static Path folder;

    private static String jar;

    @BeforeAll
    static void compile() throws IOException {
        jar = PluginJar.build(
                        folder,
                        Map.of("unconventional.Engines", ENGINES),
                        Map.of("dev.gradgap.engine.EngineProvider", "unconventional.Engines"))
                .toString();
    }

    private static Outcome run(String line) {
        return Outcome.ofLine(line + " --plugin " + jar);
    }

    @Test
    void everyConventionThatIsNotFollowedIsNamed() {
        Outcome outcome = run("verify --contract unconventional");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG_GRADIENT);
        assertThat(broken(outcome.out()))
                .containsExactlyInAnyOrder(
                        "max at a tie: all goes to the first operand",
                        "max at a tie of zeros: all goes to the first operand",
                        "abs at 0: 0",
                        "sqrt at 0: 0",
                        "hypot at (0, 0): 0",
                        "asin at 1: 0",
                        "asin at -1: 0",
                        "acos at 1: 0",
                        "acos at -1: 0");
        assertThat(outcome.out())
                .startsWith("unconventional: ")
                .containsPattern("^unconventional: [0-9]{2} kept, 9 broken, 0 failed, 0 refused\n")
                .contains("  broken: abs at 0: 0 (dy/dx: element 0 is ");
    }

    private static Set<String> broken(String out) {
        Set<String> clauses = new TreeSet<>();
        BROKEN.matcher(out).results().forEach(match -> clauses.add(match.group(1)));
        return clauses;
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph-reverse", "overloading-forward*", "commons-math*", "reference-*"})
    void theSuitesOwnEnginesKeepEveryClause(String engines) {
        assertThat(Outcome.ofLine("verify --contract " + engines).isFine().out())
                .contains(" kept, 0 broken, 0 failed, 0 refused\n")
                .doesNotContain(" 0 kept");
    }

    @Test
    void anEngineThatNeverEndsFailsEveryClauseAndCostsTheLimitOnce() {
        Outcome outcome = run("verify --contract endless --cell-timeout 1s");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
        assertThat(outcome.out())
                .startsWith("endless: 0 kept, 0 broken, ")
                .contains(" (no end after 1 s (--cell-timeout))\n")
                .contains(" (not tried, after one that did not end)\n");
    }

    @Test
    void whatCannotBeTriedIsRefused() {
        Outcome outcome = run("verify --contract refusing");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.out()).startsWith("refusing: 0 kept, 0 broken, 0 failed, ");
        assertThat(outcome.err())
                .isEqualTo("error: nothing was verified: every function of the contract was refused\n");
        run("verify --contract refusing --workload lecture")
                .isRefusedWith("--contract names the engines and needs no workloads; leave out --engine, --workload,"
                        + " --inputs, --graph and --programs");
    }
}
