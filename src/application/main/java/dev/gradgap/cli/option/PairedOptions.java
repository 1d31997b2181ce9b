package dev.gradgap.cli.option;

import dev.gradgap.compare.ComparisonSettings;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.run.suite.Suite;
import dev.gradgap.run.suite.Suites;
import dev.gradgap.text.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that measure two jars in pairs: which cells, how often, and how it is decided. */
public final class PairedOptions {

    @Option(names = "--suite", paramLabel = "NAME|FILE", description = "What to measure; pr if not given.")
    private Optional<String> suite = Optional.empty();

    @Mixin
    private CellOptions cells;

    @Option(names = "--pairs", paramLabel = "N", description = "Pairs of forks before a decision; 10 if not given.")
    private Optional<Integer> pairs = Optional.empty();

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "Time to measure, such as 90s, 10m or 8h; no limit if not given.")
    private Optional<String> budget = Optional.empty();

    @Option(
            names = "--alpha",
            paramLabel = "SHARE",
            description = "False alarms a comparison may have; 1%% if not given.")
    private Optional<String> alpha = Optional.empty();

    @Option(names = "--gate", paramLabel = "SHARE", description = "The change that matters; 3%% if not given.")
    private Optional<String> gate = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of workloads and order; 1 if not given.")
    private Optional<Long> seed = Optional.empty();

    /** Whether any of them is given. */
    public boolean anyGiven() {
        return Stream.of(suite, pairs, budget, alpha, gate, seed).anyMatch(Optional::isPresent) || cells.anyGiven();
    }

    /** The suite. */
    public Suite suite() {
        return Suites.find(suite.orElse("pr"));
    }

    /** The plug-ins of both sides and those of one. */
    public List<Path> plugins(List<Path> own) {
        return Stream.concat(cells.plugins().stream(), own.stream()).toList();
    }

    /**
     * The chosen cells of a suite.
     *
     * @param jars plug-ins
     * @throws UserError if none is left
     */
    public List<PlannedCell> cells(Suite found, List<Path> jars) {
        List<PlannedCell> planned = cells.of(found, jars);
        if (planned.isEmpty()) {
            throw new UserError("nothing to measure: no cell of suite " + found.name() + " is left");
        }
        return planned;
    }

    /** The pairs before a decision. */
    public int pairs() {
        int count = pairs.orElse(ComparisonSettings.DEFAULT.pairs());
        if (count < 2) {
            throw new UserError("--pairs: '" + count + "' is not a number of pairs; give 2 or more");
        }
        if (count > ComparisonSettings.MOST_PAIRS) {
            throw new UserError("--pairs: '" + count + "' is more than " + ComparisonSettings.MOST_PAIRS);
        }
        return count;
    }

    /** How it is decided, with so many pairs at most. */
    public ComparisonSettings settings(int mostPairs) {
        ComparisonSettings usual = ComparisonSettings.DEFAULT;
        return new ComparisonSettings(
                alpha.map(text -> Shares.parse("--alpha", text)).orElse(usual.alpha()),
                gate.map(text -> Shares.parse("--gate", text)).orElse(usual.gate()),
                pairs(),
                mostPairs,
                seed.orElse(usual.seed()));
    }

    /** The time that measuring may take, in seconds. */
    public double budgetSeconds() {
        return budget.map(Durations::seconds).orElse(Double.MAX_VALUE);
    }
}
