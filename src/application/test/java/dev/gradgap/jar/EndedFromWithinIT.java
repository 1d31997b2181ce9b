package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.PluginJar;
import dev.gradgap.results.directory.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plug-ins that end, or never leave, the process they are in: whatever exit code they choose, it does not say that all is well. */
class EndedFromWithinIT {

    private static final String SOURCE = """
            package hostile;

            import dev.gradgap.engine.*;
            import dev.gradgap.function.DifferentiableFunction;
            import java.util.*;

            public final class Hostile implements ReverseEngine, EngineProvider {
                static { @STATIC@ }

                public Hostile() { @CONSTRUCTOR@ }
                @Override public List<Engine> engines() { return List.of(this); }
                @Override public String name() { return "hostile"; }
                @Override public Technology technology() { return Technology.LIBRARY; }
                @Override public Optional<String> refusal(DifferentiableFunction function) { @REFUSAL@ return Optional.empty(); }
                @Override public ReverseDifferentiator prepare(DifferentiableFunction function) {
                    throw new RefusedException("never reached");
                }
            }
            """;

    @TempDir
    private Path folder;

    /**
     * Builds the plug-in.
     *
     * @param where STATIC, CONSTRUCTOR or REFUSAL
     */
    private void plugin(String where, String statement) throws IOException {
        String source = SOURCE.replace("@" + where + "@", "if (System.nanoTime() != 0) { " + statement + " }")
                .replaceAll("@[A-Z]+@", "");
        PluginJar.build(
                folder,
                Map.of("hostile.Hostile", source),
                Map.of("dev.gradgap.engine.EngineProvider", "hostile.Hostile"));
    }

    private BenchmarksJar.Outcome refused(String command) {
        BenchmarksJar.Outcome outcome = new BenchmarksJar(folder, "-Dgradgap.plugin.seconds=1")
                .run(command.replace("JAR", BenchmarksJar.JAR).split(" "))
                .withoutStackTrace();
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(3);
        assertThat(outcome.err()).hasLineCount(1).startsWith("error: ");
        return outcome;
    }

    @ParameterizedTest
    @CsvSource({
        "STATIC, 0, list engines --plugin plugin.jar",
        "CONSTRUCTOR, 1, list engines --plugin=plugin.jar",
        "STATIC, 0, run --plugin plugin.jar",
        "STATIC, 0, compare JAR JAR --head-plugin plugin.jar",
        "REFUSAL, 0, verify --workload lecture --engine hostile --plugin plugin.jar"
    })
    void whoeverCallsExitIsNamed(String where, int exitCode, String command) throws IOException {
        plugin(where, "System.exit(" + exitCode + ");");

        assertThat(refused(command).err()).contains("hostile.Hostile.").contains("called System.exit");
    }

    @ParameterizedTest
    @CsvSource({
        "STATIC, 0, list engines --plugin plugin.jar",
        "STATIC, 1, compare JAR JAR --head-plugin plugin.jar",
        "REFUSAL, 0, verify --workload lecture --engine hostile --plugin plugin.jar"
    })
    void whoeverCallsHaltGivesNoExitCode(String where, int exitCode, String command) throws IOException {
        plugin(where, "Runtime.getRuntime().halt(" + exitCode + ");");

        assertThat(refused(command).err())
                .contains("ended with exit code " + exitCode + " before it was done")
                .contains("plugin.jar");
    }

    @ParameterizedTest
    @CsvSource({
        "STATIC, list engines --plugin plugin.jar",
        "CONSTRUCTOR, run --plugin plugin.jar",
        "CONSTRUCTOR, verify --workload lecture --plugin plugin.jar"
    })
    void whoeverLoopsWhileLoadingIsNamedAfterAWhile(String where, String command) throws IOException {
        plugin(where, "while (System.nanoTime() != 0) { Thread.onSpinWait(); }");

        assertThat(refused(command).err())
                .contains("plug-in plugin.jar, provider hostile.Hostile has not told within 1 s what it provides");
    }

    @Test
    void whoeverLoopsAtTheEndDoesNotKeepTheProgramFromEnding() throws IOException {
        plugin(
                "CONSTRUCTOR",
                "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { Thread.onSpinWait(); } }));");

        BenchmarksJar.Outcome outcome = new BenchmarksJar(folder)
                .run("list", "engines", "--plugin=plugin.jar")
                .withoutStackTrace();

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("hostile");
    }

    @Test
    void inAForkItCostsItsCellAndIsNamed() throws IOException {
        plugin("REFUSAL", "System.exit(0);");
        Files.writeString(folder.resolve("suite.toml"), """
                forks = 1
                warmup_iterations = 1
                iterations = 1
                heap = "128m"

                [[cells]]
                workloads = ["lecture"]
                engines = ["hostile"]
                inputs = "2"
                """);

        BenchmarksJar.Outcome outcome = new BenchmarksJar(folder)
                .run("run", "--suite=suite.toml", "--plugin=plugin.jar", "--out=out")
                .withoutStackTrace();

        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(RunDirectory.read(folder.resolve("out")).cells())
                .singleElement()
                .extracting(cell -> cell.reason())
                .asString()
                .contains("hostile on lecture with 2 inputs failed: hostile.Hostile.refusal")
                .contains("called System.exit");
    }
}
