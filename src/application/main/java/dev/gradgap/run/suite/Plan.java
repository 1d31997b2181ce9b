package dev.gradgap.run.suite;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.WorkloadFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The cells of a suite, and the order in which a round visits them. */
public final class Plan {

    private Plan() {}

    /**
     * What to leave out of a suite or put in its place, from the command line.
     *
     * @param workloads globs that replace the suite's workloads; empty to keep them
     * @param engines globs an engine must match; empty for all of the suite's
     * @param inputs sizes that replace the suite's; empty to keep them
     */
    public record Selection(List<String> workloads, List<String> engines, List<Integer> inputs) {

        public Selection {
            workloads = List.copyOf(workloads);
            engines = List.copyOf(engines);
            inputs = List.copyOf(inputs);
        }

        /** Everything as the suite says. */
        public static Selection everything() {
            return new Selection(List.of(), List.of(), List.of());
        }
    }

    /**
     * The cells of a suite, each once, in the suite's order. Where several entries name a cell the settings of the first
     * hold, or of the first that wants it sampled.
     *
     * <p>An operator that an engine does not have, or that does not fit the number of outputs, makes no cell. A size
     * outside a family's range is replaced by the nearest in range. A workload chosen on the command line that no entry
     * names is measured with the engines and sizes of every entry.
     */
    public static List<PlannedCell> of(Suite suite, Catalog catalog, Selection selection) {
        Map<CellKey, PlannedCell> cells = new LinkedHashMap<>();
        List<WorkloadFamily> chosen = resolve(selection.workloads(), catalog);
        Predicate<Engine> engineChosen = selection.engines().isEmpty()
                ? engine -> true
                : selection.engines().stream()
                        .flatMap(glob -> catalog.engines(glob).stream())
                        .toList()::contains;
        boolean anyEntryNamesChosen = suite.entries().stream()
                .flatMap(entry -> resolve(entry.workloads(), catalog).stream())
                .anyMatch(family -> names(chosen).contains(family.name()));
        for (Suite.Entry entry : suite.entries()) {
            List<WorkloadFamily> families = resolve(entry.workloads(), catalog);
            if (!chosen.isEmpty()) {
                families = anyEntryNamesChosen ? common(families, chosen) : chosen;
            }
            List<Engine> engines = entry.engines().stream()
                    .flatMap(glob -> catalog.engines(glob).stream())
                    .filter(engineChosen)
                    .distinct()
                    .toList();
            List<Integer> sizes = selection.inputs().isEmpty() ? entry.inputs() : selection.inputs();
            for (WorkloadFamily family : families) {
                for (int size : sizes) {
                    int inputs = Math.max(family.minInputs(), Math.min(family.maxInputs(), size));
                    for (Engine engine : engines) {
                        for (Operator operator : entry.operators()) {
                            add(cells, family, inputs, engine, operator, entry);
                        }
                    }
                }
            }
        }
        return List.copyOf(cells.values());
    }

    private static List<WorkloadFamily> resolve(List<String> globs, Catalog catalog) {
        return globs.stream()
                .flatMap(glob -> catalog.workloads(glob).stream())
                .distinct()
                .toList();
    }

    private static List<String> names(List<WorkloadFamily> families) {
        return families.stream().map(WorkloadFamily::name).toList();
    }

    private static List<WorkloadFamily> common(List<WorkloadFamily> families, List<WorkloadFamily> chosen) {
        return families.stream()
                .filter(family -> names(chosen).contains(family.name()))
                .toList();
    }

    private static void add(
            Map<CellKey, PlannedCell> cells,
            WorkloadFamily family,
            int inputs,
            Engine engine,
            Operator named,
            Suite.Entry entry) {
        int outputs = family.outputs(inputs);
        Operator operator = named == Operator.GRADIENT && outputs > 1 ? Operator.JACOBIAN : named;
        if (!engine.operators().contains(operator) || (operator == Operator.JACOBIAN && outputs == 1)) {
            return;
        }
        boolean all = operator.isAllDerivatives();
        PlannedCell cell = new PlannedCell(
                family.name(),
                inputs,
                outputs,
                engine.name(),
                engine.technology(),
                engine.mode(),
                engine.tangentsPerPass(),
                operator,
                entry.sampleAlso() && all && engine.mode() == Mode.FORWARD && inputs > engine.tangentsPerPass(),
                entry.settings(),
                engine.family());
        PlannedCell earlier = cells.get(cell.key());
        if (earlier == null || (cell.sampleAlso() && !earlier.sampleAlso())) {
            cells.put(cell.key(), cell);
        }
    }

    /** Every n-th cell, starting with the (i-1)-th, for shard i of n. */
    public static List<PlannedCell> shard(List<PlannedCell> cells, int i, int n) {
        return IntStream.range(0, cells.size())
                .filter(k -> k % n == i - 1)
                .mapToObj(cells::get)
                .toList();
    }

    /** The positions of the cells in the order in which a round measures them: a seeded shuffle (Fisher and Yates). */
    public static List<Integer> order(int cells, long seed, int round) {
        Seed random = new Seed(seed ^ (0x9E3779B97F4A7C15L * (round + 1)));
        List<Integer> order = new ArrayList<>(IntStream.range(0, cells).boxed().toList());
        for (int k = cells - 1; k > 0; k--) {
            Collections.swap(order, k, random.nextInt(k + 1));
        }
        return order;
    }
}
