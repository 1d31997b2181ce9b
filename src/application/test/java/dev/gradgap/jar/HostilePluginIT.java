package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.PluginJar;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Status;
import dev.gradgap.results.directory.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions and engines of a user's that misbehave in every way: each costs its own cell and nothing else. */
class HostilePluginIT {

    private static final String WORKLOADS = """
            package hostile;

            import dev.gradgap.function.*;
            import dev.gradgap.workload.*;
            import java.util.List;
            import java.util.OptionalLong;

            public final class Workloads implements WorkloadProvider {
                interface Body { <T> T value(Arithmetic<T> a, Inputs<T> x); }

                record Family(String name, Body body) implements WorkloadFamily {
                    public String family() { return "hostile"; }
                    public String definition() { return name; }
                    public String source() { return "a test"; }
                    public int minInputs() { return 1; }
                    public int maxInputs() { return 8; }
                    public OptionalLong operations(int inputs) {
                        return name.equals("fine") ? OptionalLong.of(1) : OptionalLong.empty();
                    }
                    public Workload create(int inputs, long seed) {
                        double[] point = new double[inputs];
                        java.util.Arrays.fill(point, 0.5);
                        return new Workload(name, new ScalarFunction() {
                            public int inputs() { return inputs; }
                            public <T> T value(Arithmetic<T> a, Inputs<T> x) { return body.value(a, x); }
                        }, point);
                    }
                }

                static final class Throws implements Body {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { throw new IllegalStateException("no such thing"); }
                }
                static final class Nan implements Body {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { return a.log(a.subtract(x.get(0), 2.0)); }
                }
                static final class Infinite implements Body {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { return a.divide(1.0, a.subtract(x.get(0), 0.5)); }
                }
                static final class Loops implements Body {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) {
                        T y = x.get(0);
                        while (true) { y = a.sin(y); }
                    }
                }
                static final class Exits implements Body {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { System.exit(0); return x.get(0); }
                }
                static final class Hoards implements Body {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) {
                        java.util.List<long[]> hoard = new java.util.ArrayList<>();
                        while (true) { hoard.add(new long[1 << 20]); }
                    }
                }
                static final class Fine implements Body {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { return a.sin(x.get(0)); }
                }

                public List<WorkloadFamily> families() {
                    return List.of(new Family("throws", new Throws()), new Family("nan", new Nan()),
                            new Family("infinite", new Infinite()), new Family("loops", new Loops()),
                            new Family("exits", new Exits()), new Family("hoards", new Hoards()),
                            new Family("fine", new Fine()));
                }
            }
            """;
    private static final String ENGINES = """
            package hostile;

            import dev.gradgap.engine.*;
            import dev.gradgap.function.DifferentiableFunction;
            import java.util.*;

            public final class Engines implements EngineProvider {
                record Bad(String name, java.util.function.DoubleUnaryOperator derivative) implements Engine {
                    public Technology technology() { return Technology.LIBRARY; }
                    public Mode mode() { return Mode.REVERSE; }
                    public Set<Operator> operators() { return Set.of(Operator.GRADIENT); }
                    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
                        return name.equals("foretells-too-much") ? OptionalLong.of(Long.MAX_VALUE)
                                : name.equals("foretells-nonsense") ? OptionalLong.of(-5) : OptionalLong.empty();
                    }
                    public Differentiator prepare(DifferentiableFunction function) {
                        return new ReverseDifferentiator() {
                            private double at;
                            public int inputs() { return function.inputs(); }
                            public int outputs() { return 1; }
                            public void primal(double[] x, double[] y) { y[0] = Math.sin(x[0]); }
                            public void record(double[] x, double[] y) { primal(x, y); at = x[0]; }
                            public void sweep(double[] outputAdjoint, double[] inputAdjoint) {
                                Arrays.fill(inputAdjoint, 0);
                                inputAdjoint[0] = outputAdjoint[0] * derivative.applyAsDouble(at);
                            }
                            public void jacobian(double[] x, double[] jacobian) {
                                record(x, new double[1]);
                                sweep(new double[] {1}, jacobian);
                            }
                        };
                    }
                }

                /** Takes 0.1 ms for every point but the one that it was asked for last. */
                static final class Remembering implements java.util.function.DoubleUnaryOperator {
                    private double point = Double.NaN;
                    private double derivative;
                    public double applyAsDouble(double x) {
                        if (x != point) {
                            long begin = System.nanoTime();
                            while (System.nanoTime() - begin < 100_000) { Thread.onSpinWait(); }
                            point = x;
                            derivative = Math.cos(x);
                        }
                        return derivative;
                    }
                }

                /** Is right a hundred times. */
                static final class Tiring implements java.util.function.DoubleUnaryOperator {
                    private int calls;
                    public double applyAsDouble(double x) { return ++calls > 100 ? 0 : Math.cos(x); }
                }

                /** Says everywhere what is right where it is asked first. */
                static final class Stuck implements java.util.function.DoubleUnaryOperator {
                    private double derivative = Double.NaN;
                    public double applyAsDouble(double x) {
                        derivative = Double.isNaN(derivative) ? Math.cos(x) : derivative;
                        return derivative;
                    }
                }

                public List<Engine> engines() {
                    return List.of(
                            new Bad("right", Math::cos),
                            new Bad("is-stuck", new Stuck()),
                            new Bad("wrong", x -> -Math.cos(x)),
                            new Bad("remembers", new Remembering()),
                            new Bad("tires", new Tiring()),
                            new Bad("foretells-too-much", Math::cos),
                            new Bad("foretells-nonsense", Math::cos),
                            new Bad("crashes", x -> { Runtime.getRuntime().halt(13); return 0; }),
                            new Bad("exhausts-memory", x -> {
                                List<long[]> hoard = new ArrayList<>();
                                while (true) { hoard.add(new long[1 << 20]); }
                            }));
                }
            }
            """;
    private static final String SUITE = """
            forks = 1
            warmup_iterations = 1
            warmup_ms = 10
            iterations = 2
            iteration_ms = 10
            heap = "128m"
            fork_timeout_s = 6

            [[cells]]
            workloads = ["throws", "nan", "infinite", "exits", "hoards", "fine"]
            engines = ["overloading-reverse"]
            inputs = "1"

            [[cells]]
            workloads = ["loops"]
            engines = ["overloading-forward"]
            inputs = "1"

            [[cells]]
            workloads = ["fine"]
            engines = ["right", "wrong", "crashes", "exhausts-memory", "foretells-*", "remembers", "tires", "is-stuck"]
            inputs = "1"
            """;

    @TempDir
    private static Path folder;

    private static BenchmarksJar jar;
    private static BenchmarksJar.Outcome outcome;
    private static Map<String, Cell> cells;

    @BeforeAll
    static void runTheHostileSuite() throws IOException {
        PluginJar.build(
                folder,
                Map.of("hostile.Workloads", WORKLOADS, "hostile.Engines", ENGINES),
                Map.of(
                        "dev.gradgap.workload.WorkloadProvider",
                        "hostile.Workloads",
                        "dev.gradgap.engine.EngineProvider",
                        "hostile.Engines"));
        Files.writeString(folder.resolve("hostile.toml"), SUITE);
        jar = new BenchmarksJar(folder);
        outcome = jar.run("run", "--suite", "hostile.toml", "--plugin", "plugin.jar", "--out", "out");
        cells = RunDirectory.read(folder.resolve("out")).cells().stream()
                .collect(Collectors.toMap(cell -> cell.workload() + " " + cell.engine(), Function.identity()));
    }

    private static void failed(String cell, String reason) {
        assertThat(cells.get(cell).status()).isEqualTo(Status.FAILED);
        assertThat(cells.get(cell).reason()).contains(reason).doesNotContain("\n");
    }

    @Test
    void theRunEndsWithoutAStackTraceAndSaysThatAGradientWasWrong() {
        outcome.withoutStackTrace();
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(cells).hasSize(16);
    }

    @Test
    void whatIsFineIsMeasured() {
        assertThat(Measured.of(List.of(cells.get("fine overloading-reverse"), cells.get("fine right"))))
                .allSatisfy(cell ->
                        assertThat(cell.check().maxRelError().orElseThrow()).isLessThan(1e-6));
    }

    @Test
    void aFunctionThatThrowsIsNamed() {
        failed("throws overloading-reverse", "no such thing");
    }

    @Test
    void aFunctionThatIsNotFiniteIsNotTimed() {
        failed("nan overloading-reverse", "NaN");
        failed("infinite overloading-reverse", "Infinity");
    }

    @Test
    void aFunctionThatNeverEndsIsKilled() {
        failed("loops overloading-forward", "fork_timeout_s");
    }

    @Test
    void aFunctionThatEndsTheProcessEndsOneThatTimesNothing() {
        failed("exits overloading-reverse", "the process that records ended before it had, with exit code 0");
    }

    @Test
    void aFunctionThatExhaustsMemoryIsNamed() {
        failed("hoards overloading-reverse", "out of memory");
    }

    @Test
    void aWrongGradientIsNotTimed() {
        failed("fine wrong", "wrong");
        assertThat(cells.get("fine wrong").time()).isEmpty();
    }

    @Test
    void whatCannotFitByTheEnginesOwnWordIsSkippedAndNonsenseIsNamed() {
        assertThat(cells.get("fine foretells-too-much").status()).isEqualTo(Status.SKIPPED);
        assertThat(cells.get("fine foretells-too-much").reason())
                .startsWith("would need about 8796093022208 MiB of heap; the fork has ");
        failed("fine foretells-nonsense", "predictedBytes() is -5, which is no number of bytes");
    }

    @Test
    void anEngineThatRemembersThePointOfTheLastCallGainsNothing() {
        assertThat(Measured.of(List.of(cells.get("fine remembers"))))
                .singleElement()
                .satisfies(cell -> assertThat(cell.time().orElseThrow().estimate())
                        .isGreaterThan(5e4)); // half of what it spins, by the clock
    }

    @Test
    void anEngineThatIsWrongOnceItHasBeenCalledOftenIsFoundWhenItHasBeenMeasured() {
        failed(
                "fine tires",
                "wrong derivative, when it had been measured, where it was right before: tires on fine with 1 input");
        assertThat(cells.get("fine tires").time()).isEmpty();
    }

    @Test
    void anEngineThatIsWrongElsewhereIsFoundWhenItHasBeenMeasured() {
        failed("fine is-stuck", "wrong derivative: is-stuck on fine with 1 input");
        assertThat(cells.get("fine is-stuck").time()).isEmpty();
    }

    @Test
    void aCrashedForkIsAFailedCell() {
        failed("fine crashes", "crashed");
    }

    @Test
    void exhaustedMemoryIsAFailedCell() {
        failed("fine exhausts-memory", "out of memory");
    }

    @Test
    void theSameFunctionsAreRefusedInOneLineByGradient() {
        for (String workload : new String[] {"throws", "nan", "infinite"}) {
            BenchmarksJar.Outcome refused = jar.run(
                            "gradient", "--workload", workload, "--engine", "graph-reverse", "--plugin", "plugin.jar")
                    .withoutStackTrace();
            assertThat(refused.exitCode()).as(refused.err()).isEqualTo(3);
            assertThat(refused.err()).hasLineCount(1);
        }
    }
}
