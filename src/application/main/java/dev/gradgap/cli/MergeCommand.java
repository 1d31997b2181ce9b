package dev.gradgap.cli;

import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.journal.Journal;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.results.journal.Shards;
import dev.gradgap.run.RunFolder;
import dev.gradgap.task.RunReport;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code merge}: one run from its shards. */
@Command(
        name = "merge",
        description = "Puts the shards of a run together.",
        footer = {
            "",
            "The shards are runs of one suite with one seed, made with --shard 1/N to --shard N/N. environment.json is that of",
            "the first; shards of another machine or JVM are taken with a warning.",
            "",
            "Example:",
            "  merge shard-1 shard-2 shard-3 --out results/runs/whole"
        })
final class MergeCommand implements Callable<Integer> {

    private static final List<String> ALIKE = List.of("cpu_model", "jvm_version", "jvm_arguments", "jar_sha256");

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "The directories of the shards.")
    private List<Path> directories = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        RunFolder.requireEmpty(out, Journal.FILE);
        Map<Path, RunData> parts = new LinkedHashMap<>();
        for (Path directory : directories) {
            Journal.Contents journal = Journal.read(directory);
            journal.warnings().forEach(err::println);
            if (parts.put(directory, journal.run()) != null) {
                throw new UserError("cannot merge: " + directory + " is given twice");
            }
        }
        RunData merged = Shards.merge(parts);
        Environment environment = RunDirectory.readEnvironment(directories.get(0));
        Map<String, String> hashes = new TreeMap<>();
        for (Path directory : directories) {
            Environment other = RunDirectory.readEnvironment(directory);
            ALIKE.stream()
                    .filter(field -> !other.text(field).equals(environment.text(field)))
                    .forEach(field -> err.println("warning: " + field + " of " + directory + " is "
                            + other.text(field).orElse("unknown") + ", not "
                            + environment.text(field).orElse("unknown") + " as in " + directories.get(0)));
            hashes.putAll(other.workloadHashes());
        }
        environment.withWorkloadHashes(hashes).write(out.resolve(RunDirectory.ENVIRONMENT));
        try (Journal journal = Journal.create(out, merged.header())) {
            merged.forks().forEach(journal::append);
        }
        RunReport.printVerdict(
                out, RunReport.rebuild(out, err), spec.commandLine().getOut());
        return ExitCode.OK;
    }
}
