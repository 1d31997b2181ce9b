package dev.gradgap.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a graph looks like in numbers.
 *
 * @param inputs the number of inputs
 * @param constants the number of distinct constants
 * @param operations the number of operations
 * @param outputs the number of outputs
 * @param edges the number of edges along which derivatives travel, {@link Graph#edges()}
 * @param depth the number of operations on the longest path from an input to a node; 0 without operations
 * @param width the most operations at one depth, the depth of an operation being the longest path to it; 0 without
 *     operations
 * @param counts how many operations of each kind there are, without those that do not occur
 * @param fanOuts how many inputs and operations are an operand how often, in buckets: element 0 counts the unused
 *     ones, element k &gt; 0 those used from 2<sup>k-1</sup> to 2<sup>k</sup> - 1 times. An operation that takes a
 *     node as both operands uses it twice; being an output is no use. The last element is not 0
 */
public record GraphStatistics(
        int inputs,
        int constants,
        int operations,
        int outputs,
        long edges,
        int depth,
        int width,
        Map<Operation, Integer> counts,
        List<Integer> fanOuts) {

    /** Copies the map and the list. */
    public GraphStatistics {
        EnumMap<Operation, Integer> ordered = new EnumMap<>(Operation.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
        fanOuts = List.copyOf(fanOuts);
    }

    /** The statistics of a graph, in linear time and with 8 bytes of working memory a node. */
    public static GraphStatistics of(Graph graph) {
        int[] widths = operationsByDepth(graph);
        return new GraphStatistics(
                graph.inputs(),
                graph.constants(),
                graph.operations(),
                graph.outputs(),
                graph.edges(),
                widths.length - 1,
                max(widths),
                counts(graph),
                fanOuts(graph));
    }

    /** The depth of every node: 0 for inputs and constants. */
    private static int[] depths(Graph graph) {
        int[] depths = new int[graph.nodes()];
        int node = graph.firstOperationNode();
        for (int k = 0; k < graph.operations(); k++) {
            depths[node++] = 1 + Math.max(depths[graph.first(k)], depths[graph.second(k)]);
        }
        return depths;
    }

    /**
     * The number of operations at each depth, the depth of an operation being the longest path to it; in linear time.
     *
     * @return element d counts those at depth d, from 0, where there are none, to the largest depth
     */
    public static int[] operationsByDepth(Graph graph) {
        int[] depths = depths(graph);
        int[] widths = new int[1 + max(depths)];
        for (int node = graph.firstOperationNode(); node < depths.length; node++) {
            widths[depths[node]]++;
        }
        return widths;
    }

    private static int max(int[] numbers) {
        int max = 0;
        for (int number : numbers) {
            max = Math.max(max, number);
        }
        return max;
    }

    private static Map<Operation, Integer> counts(Graph graph) {
        int[] countOfCode = new int[Operation.values().length];
        for (int k = 0; k < graph.operations(); k++) {
            countOfCode[graph.code(k)]++;
        }
        EnumMap<Operation, Integer> counts = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            if (countOfCode[operation.code()] > 0) {
                counts.put(operation, countOfCode[operation.code()]);
            }
        }
        return counts;
    }

    private static List<Integer> fanOuts(Graph graph) {
        int[] uses = new int[graph.nodes()];
        for (int k = 0; k < graph.operations(); k++) {
            uses[graph.first(k)]++;
            if (graph.operation(k).arity() == 2) {
                uses[graph.second(k)]++;
            }
        }
        List<Integer> fanOuts = new ArrayList<>();
        for (int node = 0; node < uses.length; node++) {
            if (!graph.isConstant(node)) {
                int bucket = Integer.SIZE - Integer.numberOfLeadingZeros(uses[node]);
                while (fanOuts.size() <= bucket) {
                    fanOuts.add(0);
                }
                fanOuts.set(bucket, fanOuts.get(bucket) + 1);
            }
        }
        return fanOuts;
    }
}
