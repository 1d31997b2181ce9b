package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gradgap.PluginJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function with a line for its author's own eyes left in it. */
class PrintingPluginIT {

    private static final String SOURCE = """
            package mine;

            import dev.gradgap.function.*;
            import dev.gradgap.workload.*;
            import java.util.List;

            public final class Printing implements WorkloadProvider, WorkloadFamily {
                public List<WorkloadFamily> families() { return List.of(this); }
                public String name() { return "printing"; }
                public String family() { return "mine"; }
                public String definition() { return "x^2"; }
                public String source() { return "a test"; }
                public int minInputs() { return 1; }
                public int maxInputs() { return 1; }
                public Workload create(int inputs, long seed) {
                    return new Workload("printing", new Square(), new double[] {3});
                }

                record Square() implements ScalarFunction {
                    public int inputs() { return 1; }
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) {
                        System.out.println("here");
                        return a.square(x.get(0));
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void whatItPrintsDoesNotStandInTheAnswer() throws IOException {
        Path plugin = PluginJar.build(
                folder,
                Map.of("mine.Printing", SOURCE),
                Map.of("dev.gradgap.workload.WorkloadProvider", "mine.Printing"));

        BenchmarksJar.Outcome outcome = new BenchmarksJar(folder)
                .run(
                        "gradient",
                        "--workload=printing",
                        "--engine=overloading-reverse",
                        "--format=json",
                        "--plugin=" + plugin);

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(new ObjectMapper().readTree(outcome.out()).path("value").asDouble())
                .isEqualTo(9);
        assertThat(outcome.err()).contains("here");
    }
}
