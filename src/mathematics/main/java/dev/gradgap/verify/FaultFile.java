package dev.gradgap.verify;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphText;
import dev.gradgap.graph.WrongPlanException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** The graph of which an engine made a wrong plan, kept in a file: {@code verify --graph} makes the plan again. */
public final class FaultFile {

    /** How a fault begins where people and programs read of it. */
    public static final String INTERNAL_ERROR = "internal error: ";

    private FaultFile() {}

    /**
     * Writes the graph of a wrong plan to a file.
     *
     * @param folder where, made if there is none; if empty, a new one in the temporary directory
     * @return the fault in one line, which names the engine, the workload and the file, seen from the folder's parent if
     *     there is a folder; or why there is no file
     */
    public static String keep(WrongPlanException fault, String engine, String workload, Optional<Path> folder) {
        int inputs = fault.graph().inputs();
        String summary = engine + " on " + workload + " with " + inputs + (inputs == 1 ? " input: " : " inputs: ")
                + fault.getMessage().lines().findFirst().orElse("");
        String name = (engine + "-" + workload + "-" + inputs).replaceAll("[^A-Za-z0-9._-]", "_") + ".graph";
        try {
            Path target = folder.isPresent()
                    ? Files.createDirectories(folder.get())
                    : Files.createTempDirectory("gradgap-fault-");
            Path file = target.resolve(name);
            write(file, fault.graph(), summary, engine);
            Path shown = folder.isPresent() ? target.getFileName().resolve(name) : file;
            return INTERNAL_ERROR + summary + "; verify --graph shows it again from " + shown;
        } catch (IOException e) {
            return INTERNAL_ERROR + summary + "; the graph could not be kept: " + e;
        }
    }

    private static void write(Path file, Graph graph, String summary, String engine) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write("# " + summary + "\n# java -jar benchmarks.jar verify --graph " + file.getFileName()
                    + " --engine " + engine + "\n");
            for (Iterator<String> lines = GraphText.lines(graph).iterator(); lines.hasNext(); ) {
                writer.write(lines.next() + "\n");
            }
        }
    }

    /**
     * The graph in a file.
     *
     * @throws IllegalArgumentException in one line, if it has none
     */
    public static Graph read(Path file) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return GraphText.parse(reader.lines().iterator());
        }
    }
}
