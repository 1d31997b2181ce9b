package dev.gradgap.run;

import dev.gradgap.engine.Operator;
import java.util.List;

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

    public Suite {
        entries = List.copyOf(entries);
    }

    /**
     * A group of cells: every combination that exists of these.
     *
     * @param workloads names or globs; a name may carry parameters
     * @param engines names or globs
     * @param operators which operators; gradient stands for the Jacobian where a workload has several outputs
     * @param inputs sizes; one outside a family's range is replaced by the nearest in range
     * @param sampleAlso whether to sample forward gradients beside measuring them whole
     */
    public record Entry(
            List<String> workloads,
            List<String> engines,
            List<Operator> operators,
            List<Integer> inputs,
            boolean sampleAlso) {

        public Entry {
            workloads = List.copyOf(workloads);
            engines = List.copyOf(engines);
            operators = List.copyOf(operators);
            inputs = List.copyOf(inputs);
        }
    }
}
