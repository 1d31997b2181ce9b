package dev.gradgap.cli.option;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.catalog.Sizes;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.suite.Plan;
import dev.gradgap.run.suite.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which cells of a suite a command measures. */
public final class CellOptions {

    @Option(names = "--workload", paramLabel = "GLOB", description = "Only these workloads.")
    private List<String> workloads = new ArrayList<>();

    @Option(names = "--engine", paramLabel = "GLOB", description = "Only these engines.")
    private List<String> engines = new ArrayList<>();

    @Option(names = "--inputs", paramLabel = "SIZES", description = "These sizes: 1,2,4 or 1..1024 or 1K,1M.")
    private Optional<String> inputs = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "FILE",
            description = "The point of --function: numbers separated by white space or commas.")
    private Optional<Path> at = Optional.empty();

    @Mixin
    private PluginOption plugins;

    /** Whether any of them is given. */
    public boolean anyGiven() {
        return inputs.isPresent() || at.isPresent() || plugins.isGiven() || !(workloads.isEmpty() && engines.isEmpty());
    }

    /** Whether functions in plain Java are given, and no workloads by name. */
    public boolean areFunctions() {
        return plugins.hasFunctions() && workloads.isEmpty();
    }

    /** The plug-ins given, those made of functions among them. */
    public List<Path> plugins() {
        return plugins.plugins(at);
    }

    /**
     * The chosen cells of a suite; there may be none.
     *
     * @param jars the plug-ins to choose from
     */
    public List<PlannedCell> of(Suite suite, List<Path> jars) {
        Catalog catalog = Catalog.load(jars);
        Plan.Selection selection = new Plan.Selection(
                Stream.concat(workloads.stream(), plugins.workloads().stream()).toList(),
                engines,
                inputs.map(text -> Sizes.parse("--inputs", text)).orElse(List.of()));
        return Plan.of(suite, catalog, selection);
    }

    /** The header of a run of some cells of a suite, with plug-ins. */
    public static RunHeader header(Suite suite, long seed, int forks, List<Path> jars, List<PlannedCell> cells) {
        return new RunHeader(
                RunHeader.SCHEMA,
                suite.name(),
                seed,
                forks,
                suite.settings().toMap(),
                jars.stream().map(jar -> jar.toAbsolutePath().toString()).toList(),
                cells);
    }
}
