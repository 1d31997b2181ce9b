package dev.gradgap.run.suite;

import dev.gradgap.engine.Operator;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.statistics.SharedNoise;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to measure and how: the content of a suite file.
 *
 * @param name the name it is found by: the file's name without its ending, or the path given
 * @param title what it is for, in a few words
 * @param description what it covers and how long it takes
 * @param settings how each fork measures
 * @param entries the cells, group by group
 */
public record Suite(String name, String title, String description, Settings settings, List<Entry> entries) {

    private static final int FORKS_OF_FEW_CELLS = 3;

    public Suite {
        entries = List.copyOf(entries);
    }

    /** With another number of forks for every cell, whatever its group says. */
    public Suite withForks(int count) {
        return new Suite(
                name,
                title,
                description,
                settings.withForks(count),
                entries.stream().map(Entry::withoutForks).toList());
    }

    /**
     * With the forks that its cells need if they are few and it adds forks by itself: they have no noise in common ({@link SharedNoise}), and an interval of two
     * forks alone is of no use.
     */
    public Suite withForksFor(int cells) {
        return settings.refineSeconds() > 0 && settings.forks() < FORKS_OF_FEW_CELLS && cells < SharedNoise.FEWEST_CELLS
                ? withForks(FORKS_OF_FEW_CELLS)
                : this;
    }

    /** With as many forks of each cell as it says, whatever their intervals. */
    public Suite withoutRefinement() {
        return new Suite(name, title, description, settings.with(Map.of(RunHeader.REFINE_SECONDS, "0")), entries);
    }

    /**
     * A group of cells: every combination that exists of these.
     *
     * @param workloads names or globs; a name may carry parameters
     * @param engines names or globs
     * @param operators which operators; gradient stands for the Jacobian where a workload has several outputs
     * @param inputs sizes; one outside a family's range is replaced by the nearest in range
     * @param sampleAlso whether to sample forward gradients beside measuring them whole
     * @param settings what for these cells replaces the suite's settings, named as in {@link Settings#toMap}
     */
    public record Entry(
            List<String> workloads,
            List<String> engines,
            List<Operator> operators,
            List<Integer> inputs,
            boolean sampleAlso,
            Map<String, String> settings) {

        public Entry {
            workloads = List.copyOf(workloads);
            engines = List.copyOf(engines);
            operators = List.copyOf(operators);
            inputs = List.copyOf(inputs);
            settings = Map.copyOf(settings);
        }

        private Entry withoutForks() {
            Map<String, String> others = new HashMap<>(settings);
            others.remove(Settings.FORKS);
            return new Entry(workloads, engines, operators, inputs, sampleAlso, others);
        }
    }
}
