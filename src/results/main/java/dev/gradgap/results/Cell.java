package dev.gradgap.results;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.file.Schema.Gained;
import dev.gradgap.results.file.Schema.Positive;
import dev.gradgap.statistics.Interval;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A measured cell, all its forks taken together; one row of cells.csv.
 *
 * @param family whom the engine belongs to; in files of earlier versions, and if it is left empty, its technology stands for it
 */
public record Cell(
        String workload,
        @Positive int inputs,
        @Positive int outputs,
        OptionalLong operations,
        String engine,
        Technology technology,
        Mode mode,
        Operator operator,
        Status status,
        Optional<Method> method,
        OptionalLong passes,
        Timing timing,
        Memory memory,
        Check check,
        String reason,
        @Gained(3) String family) {

    public Cell {
        family = family.isEmpty() ? technology.label() : family;
    }

    /** What names the cell. */
    public CellKey key() {
        return new CellKey(workload, inputs, engine, operator);
    }

    /** What it was measured at. */
    public Problem problem() {
        return new Problem(workload, inputs);
    }

    /** Nanoseconds for the whole operator, with its 95 % interval; empty unless ok. */
    public Optional<Interval> time() {
        return timing.timeNs();
    }

    /** Whether its time was scaled from a sample of its passes. */
    public boolean isSampled() {
        return method.equals(Optional.of(Method.SAMPLED));
    }

    /** Of a cell that was both measured whole and sampled, the one that counts. */
    public static Cell wholeBeforeSampled(Cell a, Cell b) {
        return a.isSampled() ? b : a;
    }
}
