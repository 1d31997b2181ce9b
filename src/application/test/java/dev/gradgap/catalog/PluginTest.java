package dev.gradgap.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.PluginJar;
import dev.gradgap.text.UserError;
import dev.gradgap.workload.WorkloadFamily;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("thorough")
class PluginTest {

    private static final String WORKLOADS = "dev.gradgap.workload.WorkloadProvider";

    @TempDir
    private Path folder;

    /** A provider whose list of families is an expression, with a class Named to make families from. */
    private Path provider(String families) throws IOException {
        String source = """
                package mine;
                import dev.gradgap.workload.*;
                import java.util.*;
                public final class Provider implements WorkloadProvider {
                    public List<WorkloadFamily> families() { return %s; }
                    static class Named implements WorkloadFamily {
                        private final String name;
                        Named(String name) { this.name = name; }
                        public String name() { return name; }
                        public String family() { return ""; }
                        public String definition() { return ""; }
                        public String source() { return ""; }
                        public int minInputs() { return 1; }
                        public int maxInputs() { return 1; }
                        public Workload create(int inputs, long seed) { throw new IllegalStateException(); }
                    }
                    record Function(int inputs, int outputs, boolean isWhole) implements dev.gradgap.function.DifferentiableFunction {
                        public <T> void evaluate(
                                dev.gradgap.function.Arithmetic<T> a,
                                dev.gradgap.function.Inputs<T> x,
                                dev.gradgap.function.Outputs<T> y) {}
                        public Optional<dev.gradgap.function.PlainFunction> plain() {
                            return isWhole ? Optional.empty() : null;
                        }
                    }
                    static List<WorkloadFamily> fail() { throw new IllegalStateException("no\\nlicence"); }
                }
                """.formatted(families);
        return PluginJar.build(folder, Map.of("mine.Provider", source), Map.of(WORKLOADS, "mine.Provider"));
    }

    private static ThrowingCallable loading(Path... jars) {
        return () -> Catalog.load(List.of(jars));
    }

    @Test
    void aPluginAddsToWhatIsThere() throws IOException {
        Catalog catalog = Catalog.load(List.of(provider("List.of(new Named(\"mine\"))")));

        assertThat(catalog.workloads())
                .extracting(WorkloadFamily::name)
                .contains("lecture")
                .endsWith("mine");
    }

    @Test
    void aPluginMayNeedASecondJar() throws IOException {
        Path library = Files.createDirectory(folder.resolve("library"));
        Path needed = PluginJar.build(
                library, Map.of("other.Text", "package other; public class Text { String s; }"), Map.of());

        assertThat(Catalog.load(List.of(needed, provider("List.of(new Named(\"mine\"))")))
                        .workload("mine")
                        .name())
                .isEqualTo("mine");
    }

    @Test
    void whatIsNoJarIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.jar"), "not a jar");

        assertThatThrownBy(loading(folder.resolve("missing.jar")))
                .isInstanceOf(UserError.class)
                .hasMessage("plug-in " + folder.resolve("missing.jar") + ": no such file");
        assertThatThrownBy(loading(folder))
                .isInstanceOf(UserError.class)
                .hasMessage("plug-in " + folder + ": a jar file is needed, this is a directory or a device");
        assertThatThrownBy(loading(text))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("plug-in " + text + ": not a jar file (ZipException");
    }

    @Test
    void aJarWithoutProvidersIsRefused() throws IOException {
        Path jar = PluginJar.build(folder, Map.of("mine.Empty", "package mine; class Empty {}"), Map.of());

        assertThatThrownBy(loading(jar))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("plug-in " + jar + " provides neither workloads nor engines");
    }

    @Test
    void aServiceFileThatNamesNoClassIsRefused() throws IOException {
        Path jar = PluginJar.build(
                folder, Map.of("mine.Empty", "package mine; class Empty {}"), Map.of(WORKLOADS, "mine.Missing"));

        assertThatThrownBy(loading(jar))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "plug-in " + jar + ": META-INF/services/" + WORKLOADS + ": Provider mine.Missing not found");
    }

    @Test
    void aServiceFileWithGarbageIsRefused() throws IOException {
        Path jar = PluginJar.build(
                folder, Map.of("mine.Empty", "package mine; class Empty {}"), Map.of(WORKLOADS, "not a class\n"));

        assertThatThrownBy(loading(jar))
                .isInstanceOf(UserError.class)
                .hasMessage("plug-in " + jar + ": META-INF/services/" + WORKLOADS
                        + ":1: Illegal configuration-file syntax");
    }

    @Test
    void aClassThatIsNoProviderIsRefused() throws IOException {
        Path jar = PluginJar.build(
                folder, Map.of("mine.Other", "package mine; public class Other {}"), Map.of(WORKLOADS, "mine.Other"));

        assertThatThrownBy(loading(jar)).isInstanceOf(UserError.class).hasMessageContaining("mine.Other not a subtype");
    }

    @Test
    void aClassOfANewerJavaIsRefused() throws IOException {
        Path jar = folder.resolve("newer.jar");
        byte[] classFile = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0x7F, (byte) 0xFF};
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("mine/Newer.class"));
            out.write(classFile);
            out.putNextEntry(new JarEntry("META-INF/services/" + WORKLOADS));
            out.write("mine.Newer".getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(loading(jar)).isInstanceOf(UserError.class).hasMessageStartingWith("plug-in " + jar + ": ");
    }

    @Test
    void aConstructorThatThrowsIsNamed() throws IOException {
        String source = """
                package mine;
                import dev.gradgap.workload.*;
                public final class Provider implements WorkloadProvider {
                    public Provider() { throw new IllegalArgumentException("no data file"); }
                    public java.util.List<WorkloadFamily> families() { return java.util.List.of(); }
                }
                """;
        Path jar = PluginJar.build(folder, Map.of("mine.Provider", source), Map.of(WORKLOADS, "mine.Provider"));

        assertThatThrownBy(loading(jar))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "plug-in plugin.jar, provider mine.Provider failed: IllegalArgumentException: no data file");
    }

    @Test
    void aProviderThatThrowsIsNamed() throws IOException {
        assertThatThrownBy(loading(provider("fail()")))
                .isInstanceOf(UserError.class)
                .hasMessage("plug-in plugin.jar, provider mine.Provider failed: IllegalStateException: no licence");
    }

    @Test
    void aProviderOfNothingIsNamed() throws IOException {
        assertThatThrownBy(loading(provider("null")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("plug-in plugin.jar, provider mine.Provider failed: NullPointerException");
    }

    @Test
    void aWorkloadThatDoesNotSayWhatItIsIsNamed() throws IOException {
        String silent = "List.of(new Named(\"silent\") { public String definition() { return null; } })";
        assertThatThrownBy(loading(provider(silent)))
                .isInstanceOf(UserError.class)
                .hasMessage("plug-in plugin.jar, provider mine.Provider: workload 'silent': definition() is null");
        assertThatThrownBy(loading(provider("Collections.singletonList(null)")))
                .isInstanceOf(UserError.class)
                .hasMessage("plug-in plugin.jar, provider mine.Provider: one of its workloads is null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int minInputs() { return 0; }                          | minInputs() is 0; a function has 1 input or more
            int minInputs() { return 5; }                          | maxInputs() is 1, which is less than minInputs(), 5
            """)
    void sizesThatCannotBeAreNamed(String method, String problem) throws IOException {
        assertThatThrownBy(loading(provider("List.of(new Named(\"odd\") { public " + method + " })")))
                .isInstanceOf(UserError.class)
                .hasMessage("plug-in plugin.jar, provider mine.Provider: workload 'odd': " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int outputs(int n) { return 0; }                       | outputs(1) is 0; a function has 1 output or more
            int outputs(int n) { throw new IllegalStateException("no idea"); } | outputs(1) threw IllegalStateException: no idea
            OptionalLong operations(int n) { return null; }        | operations(1) is null
            OptionalLong operations(int n) { return OptionalLong.of(-5); } | operations(1) is -5
            String inputName(int i) { return null; }               | inputName(0) is null
            WorkloadFamily with(Map<String, String> p) { return null; } | with({a=1}) is null
            WorkloadFamily with(Map<String, String> p) { throw new UnsupportedOperationException("later"); } | with({a=1}) threw UnsupportedOperationException: later
            Workload create(int n, long seed) { return null; }     | create(1, 7) is null
            Workload create(int n, long seed) { return new Workload("odd", new Function(2, 1, true), new double[2]); } | create(1, 7) has a function of 2 inputs and 1 outputs, where 1 and 1 are said
            Workload create(int n, long seed) { return new Workload("odd", new Function(1, -1, true), new double[1]); } | create(1, 7) has a function of 1 inputs and -1 outputs, where 1 and 1 are said
            Workload create(int n, long seed) { return new Workload("odd", new Function(1, 1, false), new double[1]); } | create(1, 7) has a function whose plain() or handWrittenAdjoint() is null
            """)
    void whatNoWorkloadMayAnswerIsNamed(String method, String problem) throws IOException {
        Path jar = provider("List.of(new Named(\"odd\") { public " + method + " })");
        WorkloadFamily odd = Catalog.load(List.of(jar)).workload("odd");
        assertThatThrownBy(() -> {
                    odd.outputs(1);
                    odd.operations(1);
                    odd.inputName(0);
                    if (method.contains("with")) {
                        odd.with(Map.of("a", "1"));
                    }
                    odd.create(1, 7);
                })
                .isInstanceOf(UserError.class)
                .hasMessage("workload odd: " + problem);
    }

    @Test
    void aNameThatIsTakenIsRefused() throws IOException {
        assertThatThrownBy(loading(provider("List.of(new Named(\"chain\"))")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        "plug-in plugin.jar, provider mine.Provider: there is already a workload 'chain', from provider dev.")
                .hasMessageEndingWith("; give it another name");
        assertThatThrownBy(loading(provider("List.of(new Named(\"a\"), new Named(\"a\"))")))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("there are two of the name 'a'; rename one");
    }

    @Test
    void anEngineThatCannotBeWhatItSaysIsRefused() throws IOException {
        String source = """
                package mine;
                import dev.gradgap.engine.*;
                import dev.gradgap.function.DifferentiableFunction;
                import java.util.*;
                public final class Provider implements EngineProvider, ReverseEngine {
                    public List<Engine> engines() { return List.of(this); }
                    public String name() { return "loose"; }
                    public Technology technology() { return Technology.LIBRARY; }
                    public double tolerance() { return 10; }
                    public ReverseDifferentiator prepare(DifferentiableFunction f) { throw new IllegalStateException(); }
                }
                """;
        Path jar = PluginJar.build(
                folder, Map.of("mine.Provider", source), Map.of("dev.gradgap.engine.EngineProvider", "mine.Provider"));

        assertThatThrownBy(loading(jar))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "plug-in plugin.jar, provider mine.Provider: engine 'loose': tolerance() is 10.0; a relative"
                                + " error from 0 to 0.01 may be asked for, beyond that nothing would be checked");
    }

    @Test
    void aNameThatCannotBeTypedIsRefused() throws IOException {
        for (String name : List.of("", "two words", "a:b", "a*", "a,b", "../x", "<b>", "-v", ".", "a/b", "a|b", "@a")) {
            assertThatThrownBy(loading(provider("List.of(new Named(\"" + name + "\"))")))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("'" + name + "' cannot be the name of a workload");
        }
    }
}
