package dev.gradgap.task;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.fork.JmhExecutor;
import dev.gradgap.run.suite.Settings;
import dev.gradgap.text.UserError;
import dev.gradgap.workload.family.WorkloadHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The environment of a run, which has to stay what it was when a run is carried on. */
public final class RunEnvironment {

    private RunEnvironment() {}

    /**
     * The environment that a run would have now, with the hashes of its workloads.
     *
     * @param header its plug-ins are those that are used, copies perhaps
     */
    public static Environment of(RunHeader header) {
        Catalog catalog = Catalog.load(header.plugins().stream().map(Path::of).toList());
        Map<String, String> hashes = new TreeMap<>();
        for (String workload :
                header.cells().stream().map(PlannedCell::workload).distinct().toList()) {
            hashes.put(workload, WorkloadHash.of(catalog.workload(workload), header.seed()));
        }
        return Environment.capture(
                        JmhExecutor.harness(Settings.fromMap(header.settings()), header.plugins()), Path.of(""))
                .withWorkloadHashes(hashes)
                .withPluginHashes(header.plugins());
    }

    /** Writes environment.json for a new run; for one that is carried on, makes sure that it is as it was. */
    public static void writeOrRequireSame(Path directory, RunHeader header) {
        if (Files.exists(directory.resolve(RunDirectory.ENVIRONMENT))) {
            requireSame(directory, header);
        } else {
            of(header).write(directory.resolve(RunDirectory.ENVIRONMENT));
        }
    }

    /**
     * Passes if this is the same code on the same machine: forks of one cell must be comparable.
     *
     * @throws UserError if not
     */
    public static void requireSame(Path directory, RunHeader header) {
        Environment then = RunDirectory.readEnvironment(directory);
        Environment now = of(header);
        List<String> fields = new ArrayList<>(List.of(
                "cpu_model",
                "jvm_vendor",
                "jvm_version",
                "jvm_arguments",
                "jar_sha256",
                "plugin_sha256",
                "workload_sha256"));
        fields.addAll(then.processorGranted().keySet());
        for (String field : fields) {
            if (then.text(field).isPresent() && !then.text(field).equals(now.text(field))) {
                throw new UserError("--resume: the run in " + directory + " was begun with " + field + " "
                        + then.text(field).get() + ", this is "
                        + now.text(field).orElse("unknown")
                        + "; resume it where it was begun, or start a new run");
            }
        }
    }
}
