package dev.gradgap.results.journal;

import dev.gradgap.results.file.Schema.Name;
import dev.gradgap.results.file.Schema.Positive;
import dev.gradgap.results.file.Schema.Signed;
import dev.gradgap.statistics.Stopping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run set out to do; the first line of the journal.
 *
 * @param schema the version of the journal's format
 * @param suite the name or path of the suite
 * @param seed the seed of workloads, order and sampling
 * @param forks the forks planned for each cell that does not say otherwise
 * @param settings the suite's measurement settings as key=value pairs, needed to resume
 * @param plugins the paths of the plug-in jars
 * @param cells the plan
 */
public record RunHeader(
        int schema,
        @Name String suite,
        @Signed long seed,
        @Positive int forks,
        Map<String, String> settings,
        List<String> plugins,
        List<PlannedCell> cells) {

    /** The setting that says how many forks of a cell every run has. */
    public static final String FORKS = "forks";

    /** The setting that says for how many seconds forks are added to what is not yet sharp. */
    public static final String REFINE_SECONDS = "refine_s";

    /** The format this version writes. */
    public static final int SCHEMA = 1;

    public RunHeader {
        settings = Map.copyOf(settings);
        plugins = List.copyOf(plugins);
        cells = List.copyOf(cells);
    }

    /** How many forks of a cell there are before any is added because an interval is wide. */
    public Stopping stopping(PlannedCell cell) {
        Map<String, String> all = settingsOf(cell);
        boolean refined = !all.getOrDefault(REFINE_SECONDS, "0").equals("0");
        return refined
                ? new Stopping(all.containsKey(FORKS) ? Integer.parseInt(all.get(FORKS)) : forks)
                : Stopping.NEVER;
    }

    /** The settings that a cell is measured with: those of the run and, in their place, its own. */
    public Map<String, String> settingsOf(PlannedCell cell) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(cell.settings());
        return all;
    }

    /** The plan with its plug-ins at other paths. */
    public RunHeader withPlugins(List<String> paths) {
        return new RunHeader(schema, suite, seed, forks, settings, paths, cells);
    }

    /** The plan with one more cell, its last. */
    public RunHeader with(PlannedCell cell) {
        List<PlannedCell> more = new ArrayList<>(cells);
        more.add(cell);
        return new RunHeader(schema, suite, seed, forks, settings, plugins, more);
    }
}
