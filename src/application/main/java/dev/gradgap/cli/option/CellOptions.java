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
import picocli.CommandLine.Option;

/** Which cells of a suite a command measures. */
public final class CellOptions {

    @Option(names = "--workload", paramLabel = "GLOB", description = "Only these workloads.")
    private List<String> workloads = new ArrayList<>();

    @Option(names = "--engine", paramLabel = "GLOB", description = "Only these engines.")
    private List<String> engines = new ArrayList<>();

    @Option(names = "--inputs", paramLabel = "SIZES", description = "These sizes: 1,2,4 or 1..1024 or 1K,1M.")
    private Optional<String> inputs = Optional.empty();

    @Option(names = "--plugin", paramLabel = "JAR", description = "A jar with workloads or engines of your own.")
    private List<Path> plugins = new ArrayList<>();

    /** Whether any of them is given. */
    public boolean anyGiven() {
        return inputs.isPresent() || !(workloads.isEmpty() && engines.isEmpty() && plugins.isEmpty());
    }

    /** The plug-ins given. */
    public List<Path> plugins() {
        return List.copyOf(plugins);
    }

    /**
     * The chosen cells of a suite; there may be none.
     *
     * @param jars the plug-ins to choose from
     */
    public List<PlannedCell> of(Suite suite, List<Path> jars) {
        Catalog catalog = Catalog.load(jars);
        Plan.Selection selection = new Plan.Selection(
                workloads,
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
