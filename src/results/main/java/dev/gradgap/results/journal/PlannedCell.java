package dev.gradgap.results.journal;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.Problem;
import dev.gradgap.results.file.Schema.Gained;
import dev.gradgap.results.file.Schema.Name;
import dev.gradgap.results.file.Schema.Positive;
import java.util.Map;

/**
 * One thing to measure: an operator of an engine on a workload at a size.
 *
 * @param workload the workload's name
 * @param inputs its number of inputs
 * @param outputs its number of outputs
 * @param engine the engine's name
 * @param tangentsPerPass how many tangents a pass of the engine carries
 * @param sampleAlso whether a sampled measurement is wanted beside the whole one, to compare both
 * @param settings measurement settings that for this cell replace those of the run, as in {@link RunHeader#settings};
 *     empty if it is measured like all others
 * @param family whom the engine belongs to: it is compared with the other mode's engines of the same; if it is left empty, its
 *     technology stands for it
 */
public record PlannedCell(
        @Name String workload,
        @Positive int inputs,
        @Positive int outputs,
        @Name String engine,
        Technology technology,
        Mode mode,
        @Positive int tangentsPerPass,
        Operator operator,
        boolean sampleAlso,
        @Gained(2) Map<String, String> settings,
        @Gained(1) @Name String family) {

    public PlannedCell {
        settings = Map.copyOf(settings);
        family = family.isEmpty() ? technology.label() : family;
    }

    /** What names the cell. */
    public CellKey key() {
        return new CellKey(workload, inputs, engine, operator);
    }

    /** What it is measured at. */
    public Problem problem() {
        return new Problem(workload, inputs);
    }
}
