package dev.gradgap.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** How this JVM was started: everything after {@code java}. */
final class StartedAs {

    private static final String COMMAND_LINE = "/proc/self/cmdline";

    private StartedAs() {}

    /**
     * The arguments that start a JVM like this one with the same program: as they were given, where the system tells, so
     * that the launcher takes argument files and the like as it did the first time; otherwise as the JVM took them.
     *
     * @param args what the program was given
     */
    static List<String> of(String... args) {
        List<String> given = given();
        int options = given.size() - args.length;
        if (options >= 2
                && isJava(given.get(0))
                && given.subList(options, given.size()).equals(List.of(args))) {
            return given.subList(1, given.size());
        }
        List<String> taken =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        taken.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        taken.addAll(List.of(args));
        return taken;
    }

    private static boolean isJava(String path) {
        return path.equals("java") || path.endsWith("/java");
    }

    /** The words of this process's command line; empty if the system, not Linux, has no file of them. */
    private static List<String> given() {
        List<String> words = new ArrayList<>();
        try (InputStream file = new FileInputStream(COMMAND_LINE)) {
            byte[] bytes = file.readAllBytes();
            Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
            int start = 0;
            for (int k = 0; k < bytes.length; k++) {
                if (bytes[k] == 0) {
                    words.add(new String(bytes, start, k - start, charset));
                    start = k + 1;
                }
            }
            return words;
        } catch (IOException e) {
            return List.of();
        }
    }
}
