package dev.gradgap.run.fork;

import dev.gradgap.text.UserError;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Notices that code of others, a plug-in's or a library's, ends the process with {@code System.exit}, and says where that
 * is. Nothing notices {@code Runtime.halt} from inside.
 */
public final class ForeignExit {

    private static final List<String> JAVA = List.of("java.lang.Shutdown", "java.lang.Runtime", "java.lang.System");

    /** Who may end the process: this program, the harness, and a signal. */
    private static final List<String> ENTITLED = List.of("dev.gradgap.", "org.openjdk.jmh.", "java.lang.Terminator");

    private static final String LOADER_OF_PLUGINS = "plug-ins";

    private ForeignExit() {}

    /**
     * Begins to watch.
     *
     * @param found is told, while the process ends, the place that ended it: {@code hostile.Engines.<clinit> (Engines.java:7)}
     */
    public static void watch(Consumer<String> found) {
        Thread hook =
                new Thread(() -> caller(Thread.getAllStackTraces().values()).ifPresent(found), "foreign-exit");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The place that ends the process, if it is not entitled to. */
    static Optional<String> caller(Collection<StackTraceElement[]> threads) {
        return threads.stream().flatMap(trace -> caller(trace).stream()).findFirst();
    }

    private static Optional<String> caller(StackTraceElement... trace) {
        return Arrays.stream(trace)
                .dropWhile(frame -> !frame.getClassName().equals(JAVA.get(0))
                        || !frame.getMethodName().equals("exit"))
                .dropWhile(frame -> JAVA.contains(frame.getClassName()))
                .findFirst()
                .filter(frame -> !isEntitled(frame))
                .map(UserError::describe);
    }

    private static boolean isEntitled(StackTraceElement frame) {
        return !LOADER_OF_PLUGINS.equals(frame.getClassLoaderName())
                && ENTITLED.stream().anyMatch(frame.getClassName()::startsWith);
    }
}
