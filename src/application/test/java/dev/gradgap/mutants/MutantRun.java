package dev.gradgap.mutants;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Measures the random programs: puts the faults of {@code mutants.txt} into the program, one at a time, and looks how soon
 * they are found. From the project's folder, after {@code mvn package}:
 *
 * <pre>java -cp src/application/target/test-classes:benchmarks.jar dev.gradgap.mutants.MutantRun</pre>
 *
 * <p>Prints a line for each fault; exit code 1 if one was missed.
 */
public final class MutantRun {

    private static final String SECONDS = "60";
    private static final String SEED = "1";
    private static final long GRACE_SECONDS = 60; // beyond, the fault made a sweep endless, and was found by that

    private MutantRun() {}

    /**
     * Runs.
     *
     * @param args how many seconds each fault is looked for, 60 if not given; only faults whose line contains a text
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        String seconds = args.length > 0 ? args[0] : SECONDS;
        List<Mutant> mutants = new ArrayList<>(Mutant.read(Path.of("src/application/test/resources/mutants.txt")));
        if (args.length > 1) {
            mutants.removeIf(mutant -> !(mutant.file() + mutant.what()).contains(args[1]));
        }
        int missed = 0;
        for (Mutant mutant : mutants) {
            String outcome = outcome(mutant, seconds);
            missed += outcome.startsWith("found") ? 0 : 1;
            System.out.println(mutant.file() + ": " + mutant.what() + ": " + outcome);
        }
        System.out.println(mutants.size() - missed + " of " + mutants.size() + " found within " + seconds + " s");
        System.exit(missed == 0 ? 0 : 1);
    }

    private static String outcome(Mutant mutant, String seconds) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("mutant");
        try {
            compile(mutant, folder);
            return tried(mutant, folder, seconds);
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted((a, b) -> b.compareTo(a))
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void compile(Mutant mutant, Path folder) throws IOException {
        Path source = Path.of("src/mathematics/main/java/dev/gradgap", mutant.file());
        Path changed = folder.resolve(source.getFileName());
        Files.writeString(changed, mutant.applied(Files.readString(source)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int result = compiler.run(
                null,
                null,
                null,
                "-nowarn",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                changed.toString());
        if (result != 0) {
            throw new IllegalArgumentException(mutant.file() + ": " + mutant.what() + ": does not compile");
        }
    }

    private static String tried(Mutant mutant, Path folder, String seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx3g",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        folder + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                        FirstFault.class.getName(),
                        mutant.engines(),
                        seconds,
                        SEED)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(Long.parseLong(seconds) + GRACE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "found: it never ends";
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return out.isEmpty() ? "found: the process ends with " + process.exitValue() : out;
    }
}
