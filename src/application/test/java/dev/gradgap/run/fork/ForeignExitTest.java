package dev.gradgap.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForeignExitTest {

    private static final StackTraceElement JOIN = frame(null, "java.lang.Thread", "join");
    private static final StackTraceElement SHUTDOWN = frame(null, "java.lang.Shutdown", "exit");
    private static final StackTraceElement RUNTIME = frame(null, "java.lang.Runtime", "exit");
    private static final StackTraceElement SYSTEM = frame(null, "java.lang.System", "exit");
    private static final StackTraceElement MAIN = frame("app", "dev.gradgap.cli.Main", "start");

    private static StackTraceElement frame(String loader, String type, String method) {
        return new StackTraceElement(loader, null, null, type, method, "File.java", 7);
    }

    private static Optional<String> caller(StackTraceElement... trace) {
        StackTraceElement[] other = {JOIN, MAIN};
        return ForeignExit.caller(List.of(other, trace));
    }

    @Test
    void aPluginThatExitsIsNamedWithThePlace() {
        assertThat(caller(JOIN, SHUTDOWN, RUNTIME, SYSTEM, frame("plug-ins", "hostile.Exits", "<clinit>"), MAIN))
                .contains("hostile.Exits.<clinit> (File.java:7)");
        assertThat(caller(JOIN, SHUTDOWN, RUNTIME, frame("app", "hostile.Exits", "run")))
                .contains("hostile.Exits.run (File.java:7)");
    }

    @Test
    void whatAPackageIsCalledMakesNoPluginTheProgram() {
        assertThat(caller(SHUTDOWN, RUNTIME, SYSTEM, frame("plug-ins", "dev.gradgap.Mine", "<init>")))
                .contains("dev.gradgap.Mine.<init> (File.java:7)");
    }

    @Test
    void theProgramTheHarnessAndSignalsMayExit() {
        assertThat(caller(JOIN, SHUTDOWN, RUNTIME, SYSTEM, MAIN)).isEmpty();
        assertThat(caller(SHUTDOWN, RUNTIME, SYSTEM, frame("app", "org.openjdk.jmh.runner.ForkedMain", "main")))
                .isEmpty();
        assertThat(caller(SHUTDOWN, frame(null, "java.lang.Terminator$1", "handle")))
                .isEmpty();
    }

    @Test
    void aProcessThatRunsOutOfThreadsWasEndedByNobody() {
        assertThat(caller(JOIN, frame(null, "java.lang.Shutdown", "shutdown"))).isEmpty();
    }
}
