package dev.gradgap.compare;

import dev.gradgap.statistics.ChangeVerdict;
import java.util.List;

/**
 * What changed from base to head.
 *
 * @param base what the user calls base
 * @param head what the user calls head
 * @param together whether the forks of both sides were interleaved in pairs
 * @param cells all cells that either side has, in the order of head's plan
 */
public record Comparison(
        String base, String head, boolean together, ComparisonSettings settings, List<CellComparison> cells) {

    public Comparison {
        cells = List.copyOf(cells);
    }

    /** The worst of all cells that could be compared. */
    public ChangeVerdict verdict() {
        return CellComparison.worst(cells.stream()
                .filter(cell -> cell.reason().isEmpty())
                .map(CellComparison::verdict)
                .toList());
    }

    /** The cells with a verdict, in their order. */
    public List<CellComparison> with(ChangeVerdict verdict) {
        return cells.stream()
                .filter(cell -> cell.reason().isEmpty() && cell.verdict() == verdict)
                .toList();
    }

    /** The cells that could not be compared. */
    public List<CellComparison> notCompared() {
        return cells.stream().filter(cell -> !cell.reason().isEmpty()).toList();
    }
}
