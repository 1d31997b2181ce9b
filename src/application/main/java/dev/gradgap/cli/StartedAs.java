package dev.gradgap.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * How this JVM was started.
 *
 * @param options what the JVM was given: as it was written, where the system tells, so that argument files and the like are
 *     taken as they were the first time; otherwise as the JVM took it
 * @param mainClass the program; empty if it was started with {@code -jar}
 */
record StartedAs(List<String> options, String mainClass) {

    private static final String COMMAND_LINE = "/proc/self/cmdline";

    /**
     * Finds out.
     *
     * @param args what the program was given
     */
    static StartedAs here(String... args) {
        List<String> given = given();
        int end = given.size() - args.length;
        if (end >= 2 && isJava(given.get(0)) && given.subList(end, given.size()).equals(List.of(args))) {
            if (end >= 3 && given.get(end - 2).equals("-jar")) {
                return new StartedAs(given.subList(1, end - 2), "");
            }
            if (isMainClass(given.get(end - 1))) {
                return new StartedAs(given.subList(1, end - 1), given.get(end - 1));
            }
        }
        return new StartedAs(ManagementFactory.getRuntimeMXBean().getInputArguments(), Launcher.class.getName());
    }

    /**
     * The arguments that start a JVM like this one with the same program.
     *
     * @param more options, which are stronger than those this JVM was given
     * @param classPath where the program is
     * @param args what the program is given
     */
    List<String> again(List<String> more, String classPath, String... args) {
        List<String> words = new ArrayList<>(options);
        words.addAll(more);
        words.addAll(mainClass.isEmpty() ? List.of("-jar", classPath) : List.of("-cp", classPath, mainClass));
        words.addAll(List.of(args));
        return words;
    }

    private static boolean isJava(String path) {
        return path.equals("java") || path.endsWith("/java");
    }

    private static boolean isMainClass(String word) {
        return word.equals(Launcher.class.getName()) || word.equals(Main.class.getName());
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
