package dev.gradgap.fuzz;

import dev.gradgap.history.History;
import dev.gradgap.results.analysis.Analysis;
import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.journal.Journal;
import dev.gradgap.results.journal.RunData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One good file of each kind, as the program writes them, of a small made-up run. */
final class SampleFiles {

    private static final List<String> CELLS = List.of(
            cell(8, "graph-forward", "forward", "gradient"),
            cell(8, "graph-reverse", "reverse", "gradient"),
            cell(8, "graph-reverse", "reverse", "prepare"),
            cell(8, "reference-adjoint", "reverse", "primal"),
            cell(128, "graph-forward", "forward", "gradient"),
            cell(128, "graph-reverse", "reverse", "gradient"),
            cell(1024, "graph-forward", "forward", "gradient"),
            cell(1024, "graph-reverse", "reverse", "gradient"));

    private static final int FORKS = 2;

    private final Map<String, byte[]> files = new HashMap<>();
    private final String history;

    /**
     * Makes the files.
     *
     * @param folder where, made for them
     */
    SampleFiles(Path folder) throws IOException {
        Path run = Files.createDirectories(folder.resolve("run"));
        Files.writeString(run.resolve("journal"), journal());
        Files.writeString(run.resolve("environment.json"), """
                {
                  "date" : "2026-01-31T12:00:00Z",
                  "cpu_model" : "a processor",
                  "logical_cores" : 4,
                  "memory_bytes" : 17179869184,
                  "os_arch" : "amd64",
                  "jvm_version" : "17.0.1",
                  "jvm_arguments" : [ "-Xmx64m" ],
                  "caches" : [ { "level" : 1, "bytes" : 49152 } ],
                  "waited_share" : 0.2,
                  "steal_share" : 0.1,
                  "git_dirty" : false,
                  "workload_sha256" : { "rosenbrock" : "abc" }
                }
                """);
        RunData data = Journal.read(run).run();
        Environment environment = RunDirectory.readEnvironment(run);
        RunDirectory.write(run, data, Analysis.of(data), environment);
        Path written = new History(folder.resolve("history"))
                .append(History.entry("run", data, environment))
                .file();
        history = written.getFileName().toString();
        Files.copy(written, run.resolve("history.jsonl"));
        Files.writeString(run.resolve("settings.json"), """
                {
                  "schema" : 1,
                  "base" : "base.jar",
                  "head" : "head.jar",
                  "alpha" : 0.01,
                  "gate" : 0.03,
                  "pairs" : 2,
                  "most_pairs" : 6,
                  "seed" : 1,
                  "budget_s" : 900.0
                }
                """);
        Files.writeString(run.resolve("suite.toml"), """
                title = "mine"
                description = "for nothing"
                forks = 2
                warmup_ms = 10
                heap = "512m"

                [[cells]]
                workloads = ["lecture", "ros*"]
                engines = ["graph-*"]
                operators = ["gradient", "primal"]
                inputs = "2..8,1K"
                sample_also = true
                """);
        Files.writeString(run.resolve("known-changes.csv"), """
                since,workload,engine,note
                2026-01-31,rosen*,*,a new tape
                2026-01-31T12:00:00Z,,graph-?everse,"a, b"
                0123456789abcdef,*,*,
                """);
        try (Stream<Path> all = Files.list(run)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    /** The content of a file. */
    byte[] file(String name) {
        return files.get(name).clone();
    }

    /** The name that history.jsonl has in a history, which says of which environment it is. */
    String historyName() {
        return history;
    }

    private static String cell(int inputs, String engine, String mode, String operator) {
        String technology = engine.startsWith("graph") ? "graph" : "reference";
        return """
                {"workload":"rosenbrock","inputs":%d,"outputs":1,"engine":"%s","technology":"%s","mode":"%s",\
                "tangents_per_pass":1,"operator":"%s","sample_also":false}""".formatted(inputs, engine, technology, mode, operator);
    }

    private static String journal() {
        StringBuilder lines = new StringBuilder("""
                {"schema":1,"suite":"mine","seed":1,"forks":2,"settings":{"forks":"2","warmup_iterations":"1",\
                "warmup_ms":"1","iterations":"2","iteration_ms":"1","heap":"64m","sample_above_ms":"1000",\
                "fork_timeout_s":"60"},"plugins":[],"cells":[%s]}
                """.formatted(String.join(",", CELLS)));
        for (int round = 0; round < FORKS; round++) {
            for (int cell = 0; cell < CELLS.size(); cell++) {
                double time = 100 * (cell + 1) + round;
                lines.append("""
                        {"cell":%d,"round":%d,"status":"ok","method":"measured","operations":80,"passes":1,\
                        "times_ns":[%s,%s],"alloc_bytes":16.5,"tape_bytes":640,"verified":true,"max_rel_error":1.0E-16,\
                        "started_at":"2026-01-31T12:00:00Z","seconds":1.5,"predicted_bytes":1000,"live_bytes":900,\
                        "evidence":[{"waited":0.0,"compilations":0,"last_compilation":""}]}
                        """.formatted(cell, round, time, time + 0.5));
            }
        }
        return lines.toString();
    }
}
