package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.PluginJar;
import dev.gradgap.jar.BenchmarksJar.Outcome;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Status;
import dev.gradgap.results.directory.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions about which nothing can be said, or whose operations depend on the point: nothing of them is timed. */
class UnverifiedIT {

    private static final String SOURCE = """
            package mine;

            import dev.gradgap.function.*;
            import dev.gradgap.workload.*;
            import java.util.*;

            public final class Functions implements WorkloadProvider {

                record Family(String name) implements WorkloadFamily {
                    public String family() { return "mine"; }
                    public String definition() { return "f(x)"; }
                    public String source() { return "a test"; }
                    public int minInputs() { return 1; }
                    public int maxInputs() { return 1; }
                    public Workload create(int inputs, long seed) {
                        double[] p = {1.34};
                        return new Workload(name, name.equals("branch") ? new Branch(p) : new Contradicting(), p);
                    }
                }

                record Branch(double[] p) implements ScalarFunction {
                    public int inputs() { return 1; }
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) {
                        return p[0] < 0 ? a.constant(0) : a.square(x.get(0));
                    }
                }

                record Contradicting() implements ScalarFunction {
                    public int inputs() { return 1; }
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) { return a.square(x.get(0)); }
                    public Optional<PlainFunction> plain() { return Optional.of((x, y) -> y[0] = x[0] * x[0] + 1); }
                }

                public List<WorkloadFamily> families() {
                    return List.of(new Family("branch"), new Family("contradicting"));
                }
            }
            """;

    private static final String SUITE = """
            title = "tiny"
            forks = 2
            warmup_iterations = 1
            warmup_ms = 10
            iterations = 2
            iteration_ms = 10
            heap = "256m"
            fork_timeout_s = 60

            [[cells]]
            workloads = ["branch", "contradicting"]
            engines = ["graph-reverse"]
            operators = ["gradient"]
            inputs = "1"
            """;

    @TempDir
    private Path folder;

    @Test
    void nothingIsTimedAndNobodyIsCalledWrong() throws IOException {
        Path plugin = PluginJar.build(
                folder,
                Map.of("mine.Functions", SOURCE),
                Map.of("dev.gradgap.workload.WorkloadProvider", "mine.Functions"));
        Files.writeString(folder.resolve("tiny.toml"), SUITE);

        Outcome outcome = new BenchmarksJar(folder)
                .run("run", "--suite=tiny.toml", "--plugin=" + plugin, "--out=out")
                .withoutStackTrace();

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(6);
        assertThat(outcome.out()).contains("2 planned = 0 ok + 1 skipped + 0 failed + 1 unverified");
        List<Cell> cells = RunDirectory.read(folder.resolve("out")).cells();
        assertThat(cells).extracting(Cell::status).containsExactly(Status.SKIPPED, Status.UNVERIFIED);
        assertThat(cells.get(0).reason()).startsWith("its operations depend on the point (operations: 1, elsewhere 0)");
        assertThat(cells.get(1).reason())
                .startsWith(
                        "graph-reverse on contradicting with 1 input, gradient: not verified: two ways to differentiate"
                                + " the function disagree: ");
        assertThat(cells).allSatisfy(cell -> {
            assertThat(cell.time()).isEmpty();
            assertThat(cell.check().verified()).isFalse();
        });
    }
}
