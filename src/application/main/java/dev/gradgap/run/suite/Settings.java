package dev.gradgap.run.suite;

import dev.gradgap.results.file.FieldException;
import dev.gradgap.results.journal.Journal;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.results.journal.WholeSetting;
import dev.gradgap.text.UserError;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long and in what JVM each fork measures.
 *
 * @param forks the forks of each cell, one in every round
 * @param warmupIterations JMH's unmeasured iterations in a fork
 * @param warmupMs their length in milliseconds
 * @param iterations JMH's measured iterations in a fork
 * @param iterationMs their length in milliseconds
 * @param heap the fixed heap of a fork, as for {@code -Xmx}
 * @param sampleAboveMs a forward gradient that would take longer than this is sampled
 * @param forkTimeoutSeconds a fork that takes longer is killed and its cell failed
 * @param refineSeconds for how long, after these forks, others are added to what is not yet sharp; 0 for never
 * @param precisionPercent how far the interval of a gap may reach from its estimate for the gap to be sharp
 */
public record Settings(
        int forks,
        int warmupIterations,
        int warmupMs,
        int iterations,
        int iterationMs,
        String heap,
        int sampleAboveMs,
        int forkTimeoutSeconds,
        int refineSeconds,
        int precisionPercent) {

    /** What a suite gets that sets nothing. */
    public static final Settings DEFAULT = new Settings(3, 3, 100, 5, 100, "2g", 200, 120, 0, 25);

    /** The key of {@link #forks} in a suite file. */
    public static final String FORKS = RunHeader.FORKS;

    /** With another number of forks. */
    public Settings withForks(int count) {
        return with(Map.of(FORKS, Integer.toString(count)));
    }

    /** With some of them replaced, named as in {@link #toMap}. */
    public Settings with(Map<String, String> others) {
        Map<String, String> map = new HashMap<>(toMap());
        map.putAll(others);
        return fromMap(map);
    }

    /** As key=value pairs, named as in a suite file. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(FORKS, Integer.toString(forks));
        map.put("warmup_iterations", Integer.toString(warmupIterations));
        map.put("warmup_ms", Integer.toString(warmupMs));
        map.put("iterations", Integer.toString(iterations));
        map.put("iteration_ms", Integer.toString(iterationMs));
        map.put("heap", heap);
        map.put("sample_above_ms", Integer.toString(sampleAboveMs));
        map.put("fork_timeout_s", Integer.toString(forkTimeoutSeconds));
        map.put(RunHeader.REFINE_SECONDS, Integer.toString(refineSeconds));
        map.put("precision_percent", Integer.toString(precisionPercent));
        return map;
    }

    /** The settings that a cell of a run is measured with. */
    public static Settings of(RunHeader header, PlannedCell cell) {
        return fromMap(header.settingsOf(cell));
    }

    /**
     * The inverse of {@link #toMap}.
     *
     * @throws FieldException naming a setting that is missing
     */
    public static Settings fromMap(Map<String, String> map) {
        return new Settings(
                number(map, FORKS),
                number(map, "warmup_iterations"),
                number(map, "warmup_ms"),
                number(map, "iterations"),
                number(map, "iteration_ms"),
                text(map, WholeSetting.HEAP),
                number(map, "sample_above_ms"),
                number(map, "fork_timeout_s"),
                number(
                        map,
                        RunHeader.REFINE_SECONDS,
                        DEFAULT.refineSeconds), // which runs before there was such a thing do not have
                number(map, "precision_percent", DEFAULT.precisionPercent));
    }

    /**
     * Passes if forks of a run can be measured with what its journal says.
     *
     * @param directory the run's
     * @throws UserError naming file, line and field, if not
     */
    public static void requireComplete(Path directory, RunHeader header) {
        try {
            fromMap(header.settings());
        } catch (FieldException e) {
            throw new UserError(directory.resolve(Journal.FILE) + ":1: " + e.getMessage());
        }
    }

    private static int number(Map<String, String> map, String key, int fallback) {
        return map.containsKey(key) ? number(map, key) : fallback;
    }

    private static int number(Map<String, String> map, String key) {
        return Integer.parseInt(text(map, key));
    }

    private static String text(Map<String, String> map, String key) {
        String text = map.get(key);
        if (text == null) {
            throw new FieldException("settings", "lacks '" + key + "', without which no fork can be measured");
        }
        return text;
    }
}
