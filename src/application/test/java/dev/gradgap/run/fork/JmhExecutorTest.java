package dev.gradgap.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.run.suite.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JmhExecutorTest {

    @Test
    void forksGetTheVectorModuleWhereThisJavaHasIt() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process listing = new ProcessBuilder(java, "--list-modules").start();
        String modules = new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(JmhExecutor.jvmArguments(Settings.DEFAULT).contains("--add-modules=jdk.incubator.vector"))
                .isEqualTo(modules.contains("jdk.incubator.vector"));
    }

    @Test
    void aCellsOwnHeapIsTheOneItsForksGet() {
        Settings own = Settings.DEFAULT.with(Map.of("heap", "16g"));

        assertThat(JmhExecutor.jvmArguments(own)).contains("-Xms16g", "-Xmx16g").doesNotContain("-Xmx2g");
        assertThat(own.with(Map.of("heap", "2g"))).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void optionsFromTheEnvironmentAreRecorded() {
        Map<String, String> variables =
                Map.of("JAVA_TOOL_OPTIONS", "-Xint", "JDK_JAVA_OPTIONS", " -Da=b  -Xmx1g ", "_JAVA_OPTIONS", "-Xmx5g");
        List<String> own = JmhExecutor.jvmArguments(Settings.DEFAULT, Map.of());
        assertThat(own).isEqualTo(JmhExecutor.jvmArguments(Settings.DEFAULT));
        assertThat(JmhExecutor.jvmArguments(Settings.DEFAULT, variables))
                .startsWith("-Xint", "-Da=b", "-Xmx1g")
                .endsWith("-Xmx5g")
                .containsAll(own)
                .hasSize(own.size() + 4);
    }
}
