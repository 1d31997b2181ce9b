package dev.gradgap.results;

import dev.gradgap.engine.Operator;
import dev.gradgap.results.file.Schema.Positive;
import java.util.Comparator;

/**
 * What names a cell, within a run and from one run to another.
 *
 * @param workload the workload's name
 * @param inputs its number of inputs
 * @param engine the engine's name
 */
public record CellKey(String workload, @Positive int inputs, String engine, Operator operator)
        implements Comparable<CellKey> {

    private static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::workload)
            .thenComparing(CellKey::inputs)
            .thenComparing(CellKey::engine)
            .thenComparing(CellKey::operator);

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }

    /** As in messages: {@code rosenbrock 1024 graph-reverse gradient}. */
    @Override
    public String toString() {
        return workload + " " + inputs + " " + engine + " " + operator.label();
    }
}
