package dev.gradgap.results;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What follows from a run's measurements; the content of its CSV files.
 *
 * @param cells a row for each planned cell, two where it was also to be sampled, in the order of the plan
 * @param gaps forward against reverse, for each workload, size and pair of engines of one technology
 * @param crossovers where the gap of each pair is 1
 * @param scalings how the time per operation of each engine grows with the number of inputs
 * @param breakEvens after how many gradients preparing an engine has paid for itself
 * @param costRatios how the cost ratio of each engine grows with the number of inputs
 */
public record RunResults(
        List<Cell> cells,
        List<Gap> gaps,
        List<Crossover> crossovers,
        List<Scaling> scalings,
        List<BreakEven> breakEvens,
        List<CostRatioScaling> costRatios) {

    public RunResults {
        cells = List.copyOf(cells);
        gaps = List.copyOf(gaps);
        crossovers = List.copyOf(crossovers);
        scalings = List.copyOf(scalings);
        breakEvens = List.copyOf(breakEvens);
        costRatios = List.copyOf(costRatios);
    }

    /** What of this is about some workloads, by their names. */
    public RunResults ofWorkloads(Predicate<String> wanted) {
        return new RunResults(
                rows(cells, Cell::workload, wanted),
                rows(gaps, Gap::workload, wanted),
                rows(crossovers, Crossover::workload, wanted),
                rows(scalings, Scaling::workload, wanted),
                rows(breakEvens, BreakEven::workload, wanted),
                rows(costRatios, CostRatioScaling::workload, wanted));
    }

    private static <T> List<T> rows(List<T> rows, Function<T, String> workload, Predicate<String> wanted) {
        return rows.stream().filter(row -> wanted.test(workload.apply(row))).toList();
    }

    /** The number of cells that ended so; over all statuses they add up to the number of cells planned. */
    public long count(Status status) {
        return cells.stream().filter(cell -> cell.status() == status).count();
    }
}
