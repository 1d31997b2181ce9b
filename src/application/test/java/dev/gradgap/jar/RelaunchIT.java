package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that run engines get the vector module, by a second JVM that nobody should notice. */
class RelaunchIT {

    private static final String MODULE = "jdk.incubator.vector";
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private static Path folder;

    private BenchmarksJar jar;

    @BeforeAll
    static void build() throws IOException {
        assumeTrue(ModuleFinder.ofSystem().find(MODULE).isPresent(), "this Java has no vectors");
        TellingEngine.jar(folder);
    }

    @BeforeEach
    void find() {
        jar = new BenchmarksJar(folder);
    }

    private static String[] telling(String... more) {
        List<String> words =
                new ArrayList<>(List.of("gradient", "--workload=lecture", "--engine=telling", "--plugin=plugin.jar"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    /** Starts {@code java} with arguments of any kind. */
    private static ProcessBuilder java(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(options);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    /** What a process writes as errors, given its standard input. */
    private static String errorOf(ProcessBuilder builder, byte... input) throws Exception {
        Path error = Files.createTempFile(folder, "error", ".txt");
        Process process = builder.redirectError(error.toFile()).start();
        try (OutputStream standardInput = process.getOutputStream()) {
            standardInput.write(input);
        }
        waitFor(process);
        return Files.readString(error);
    }

    private static int waitFor(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("no end after " + PATIENCE_SECONDS + " s");
        }
        return process.exitValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify --workload rosenbrock --inputs 8", "gradient --workload rosenbrock --format json"})
    void compiledEnginesRunWithVectors(String line) {
        BenchmarksJar.Outcome outcome = jar.run((line + " --engine compiled-reverse").split(" "));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .containsPattern(
                        line.startsWith("verify")
                                ? "\nverified with vectors of [248] doubles on \\S.* "
                                        + System.getProperty("java.version") + "\n"
                                : "\"vector_width\" : [248],");
    }

    @Test
    void whoGivesTheModuleHasItInTheSecondProcessThatAPluginNeeds() {
        BenchmarksJar.Outcome outcome = new BenchmarksJar(folder, "--add-modules", MODULE).run(telling());

        assertThat(outcome.err()).contains("module=true launched=true");
    }

    @Test
    void whoGivesTheModuleAndNoPluginStaysInOneProcess() throws Exception {
        List<String> options = List.of(
                "--add-modules",
                MODULE,
                "-cp",
                BenchmarksJar.JAR + File.pathSeparator + folder.resolve("plugin.jar"),
                "dev.gradgap.cli.Main");

        String error = errorOf(java(options, "gradient", "--workload=lecture", "--engine=telling"));

        assertThat(error).contains("module=true launched=false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Launcher", "Main"})
    void whoNamesTheClassGetsTheModuleToo(String mainClass) throws Exception {
        List<String> options = List.of(
                "-cp",
                BenchmarksJar.JAR + File.pathSeparator + folder.resolve("plugin.jar"),
                "dev.gradgap.cli." + mainClass);

        String error = errorOf(java(options, "gradient", "--workload=lecture", "--engine=telling"));

        assertThat(error).contains("module=true launched=true");
    }

    @Test
    void optionsOfTheJvmAreKept() {
        BenchmarksJar.Outcome outcome =
                new BenchmarksJar(folder, "-Xmx77m", "-XX:+UseSerialGC", "-Dtold=one two").run(telling());

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .hasLineCount(1)
                .startsWith("error: engine telling on lecture with 2 inputs refuses: module=true launched=true")
                .containsPattern(" property=one two heap=7[4-7] ");
    }

    @Test
    void optionsFromFilesAndTheEnvironmentAreKeptAndSaidOnce() throws Exception {
        Files.writeString(folder.resolve("options"), "-Xmx77m -XX:+UseSerialGC");
        ProcessBuilder builder = java(List.of("@options", "-jar", BenchmarksJar.JAR), telling());
        builder.environment().put("JDK_JAVA_OPTIONS", "-Dtold=x");
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dunused=y");

        String error = errorOf(builder);

        assertThat(error).containsPattern(" property=x heap=7[4-7] ");
        assertThat(error.lines().filter(line -> line.contains("Picked up"))).hasSize(2);
        assertThat(error).hasLineCount(3);
    }

    @Test
    void aCommandLineOfAnyLengthIsKept() {
        String[] many = new String[3000];
        Arrays.fill(many, "--plugin=plugin.jar");

        assertThat(jar.run(telling(many)).err()).contains("refuses: module=true launched=true");
    }

    @Test
    void standardInputArrivesByteForByte() throws Exception {
        byte[] input = {0, -1, 13, 10, 26, 65};

        String error = errorOf(java(List.of("-jar", BenchmarksJar.JAR), telling()), input);

        assertThat(error).contains(" input=00ff0d0a1a41\n");
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoError() throws Exception {
        Path error = folder.resolve("reader.txt");
        Process process = java(
                        List.of("-jar", BenchmarksJar.JAR),
                        "gradient",
                        "--workload=rosenbrock",
                        "--inputs=300K",
                        "--engine=compiled-reverse",
                        "--format=csv")
                .redirectError(error.toFile())
                .start();
        try (BufferedReader reader = process.inputReader()) {
            assertThat(reader.readLine()).isEqualTo("output,value,input,x,derivative");
        }

        assertThat(waitFor(process)).isZero();
        assertThat(error).isEmptyFile();
    }

    @Test
    void aFullDiskIsAnError() throws Exception {
        File full = new File("/dev/full");
        assumeTrue(full.exists(), "a device that is always full is Linux's");
        Path error = folder.resolve("full.txt");
        Process process = java(
                        List.of("-jar", BenchmarksJar.JAR),
                        "gradient",
                        "--workload=lecture",
                        "--engine=compiled-reverse")
                .redirectOutput(full)
                .redirectError(error.toFile())
                .start();

        assertThat(waitFor(process)).isEqualTo(3);
        assertThat(error).hasContent("error: cannot write to standard output: No space left on device");
    }

    @ParameterizedTest
    @CsvSource({
        "0, gradient --workload lecture --engine compiled-reverse",
        "3, gradient --workload lecture --engine no-such-engine",
        "3, verify --workload lecture --engine telling --plugin plugin.jar",
        "3, verify --no-such-option"
    })
    void exitCodesArePassedOn(int exitCode, String line) {
        assertThat(jar.run(line.split(" ")).withoutStackTrace().exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gradient --help", "list engines", "explain lecture"})
    void whatRunsNoEngineStartsNoSecondProcess(String line) throws Exception {
        Process process =
                java(List.of("-jar", BenchmarksJar.JAR), line.split(" ")).start();
        boolean hadChild = false;
        while (process.isAlive()) {
            hadChild |= process.children().findAny().isPresent();
        }

        assertThat(hadChild).isFalse();
        assertThat(process.waitFor()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"KILL, 137", "TERM, 143", "INT, 130"})
    void theSecondProcessEndsWithTheFirst(String signal, int exitCode) throws Exception {
        BenchmarksJar.Running running =
                jar.start("descend", "rosenbrock", "--inputs", "100K", "--steps", "1000000", "--format", "csv");
        ProcessHandle child = childOf(running.process());

        new ProcessBuilder("kill", "-" + signal, Long.toString(running.process().pid()))
                .start()
                .waitFor();

        try {
            assertThat(waitFor(running.process())).isEqualTo(exitCode);
            assertThat(child.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void theFirstProcessEndsWithTheSecond() throws Exception {
        BenchmarksJar.Running running =
                jar.start("descend", "rosenbrock", "--inputs", "100K", "--steps", "1000000", "--format", "csv");

        childOf(running.process()).destroyForcibly();

        assertThat(running.await().exitCode()).isEqualTo(137);
    }

    /** A debugger's port cannot be had twice. */
    @Test
    void withAToolAttachedThereIsNoSecondProcessButANote() throws Exception {
        List<String> options = List.of(
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0", "-jar", BenchmarksJar.JAR);

        assertThat(errorOf(java(options, telling())))
                .contains("note: engines run without vectors: a tool was attached with -agentlib:jdwp")
                .contains("module=false launched=false");
    }

    private static ProcessHandle childOf(Process process) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (process.children().findAny().isEmpty()) {
            assertThat(process.isAlive()).as("the first process").isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
        ProcessHandle child = process.children().findAny().orElseThrow();
        Thread.sleep(1000); // until it is at work, and watches
        return child;
    }
}
