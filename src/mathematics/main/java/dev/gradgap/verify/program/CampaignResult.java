package dev.gradgap.verify.program;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a campaign has found so far. */
public final class CampaignResult {

    private final Map<String, EngineTally> engines = new LinkedHashMap<>();
    private final EngineTally analysis = new EngineTally();
    private long programs;
    private long operations;

    void add(TriedProgram tried) {
        programs++;
        operations += tried.operations();
        tried.outcomes().forEach((engine, outcome) -> engines.computeIfAbsent(engine, name -> new EngineTally())
                .add(tried.seed(), outcome));
        tried.analysis().ifPresent(outcome -> analysis.add(tried.seed(), outcome));
    }

    /** The programs on which all engines were tried. */
    public long programs() {
        return programs;
    }

    /** The operations of all their graphs. */
    public long operations() {
        return operations;
    }

    /** What became of each engine, by name, in the order of the campaign. */
    public Map<String, EngineTally> engines() {
        return Collections.unmodifiableMap(engines);
    }

    /** The error analysis itself, judged by 50 digits on a sample. */
    public EngineTally analysis() {
        return analysis;
    }

    /**
     * What happened on one program.
     *
     * @param outcomes by the name of the engine
     * @param analysis that of the error analysis, if the program belongs to the sample
     */
    record TriedProgram(long seed, int operations, Map<String, Outcome> outcomes, Optional<Outcome> analysis) {}
}
