package dev.gradgap.explain;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphStatistics;
import dev.gradgap.graph.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A graph too large to tell node by node, in a few figures: its size, its shape, and where its work is. */
public final class GraphSummary {

    private static final int BANDS = 4;

    private GraphSummary() {}

    /** The figures, one a line; time and memory linear in the number of nodes. */
    public static String render(Graph graph) {
        GraphStatistics statistics = GraphStatistics.of(graph);
        StringBuilder text = new StringBuilder();
        add(text, "inputs", Integer.toString(statistics.inputs()));
        add(text, "outputs", Integer.toString(statistics.outputs()));
        add(text, "operations", Integer.toString(statistics.operations()));
        add(text, "edges", Long.toString(statistics.edges()));
        add(text, "depth", statistics.depth() + " operations on the longest path");
        add(text, "width", statistics.width() + " operations at the widest depth");
        add(text, "work", workByDepth(GraphStatistics.operationsByDepth(graph), statistics.operations()));
        add(text, "operation mix", mix(statistics));
        add(text, "fan-out", fanOut(statistics.fanOuts()));
        add(text, "forward mode", visits(statistics.inputs(), statistics.edges()));
        add(text, "reverse mode", visits(statistics.outputs(), statistics.edges()));
        return text.toString();
    }

    /** The share of all operations in each quarter of the depth: whether the work lies near the inputs or the outputs. */
    private static String workByDepth(int[] operations, int total) {
        int depth = operations.length - 1;
        int bands = Math.min(BANDS, depth);
        StringBuilder text = new StringBuilder();
        for (int band = 0; band < bands; band++) {
            int from = 1 + (int) ((long) band * depth / bands);
            int to = (int) ((band + 1L) * depth / bands);
            long work = IntStream.rangeClosed(from, to)
                    .mapToLong(d -> operations[d])
                    .sum();
            text.append(String.format(Locale.ROOT, band == 0 ? "%.1f %%" : ", %.1f %%", 100.0 * work / total));
            text.append(band == 0 ? " of the operations at " : " at ");
            text.append(from == to ? "depth " + from : "depths " + from + " to " + to);
        }
        return text.toString();
    }

    private static String mix(GraphStatistics statistics) {
        return statistics.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %d (%.1f %%)",
                        symbol(entry.getKey()),
                        entry.getValue(),
                        100.0 * entry.getValue() / statistics.operations()))
                .collect(Collectors.joining(", "));
    }

    private static String symbol(Operation operation) {
        return operation == Operation.SUBTRACT ? "−" : operation.symbol(); // a hyphen would read as a sign
    }

    /** How many nodes are used how often. */
    private static String fanOut(List<Integer> buckets) {
        return IntStream.range(0, buckets.size())
                .filter(k -> buckets.get(k) > 0)
                .mapToObj(k -> buckets.get(k) + " used " + times(k))
                .collect(Collectors.joining(", "));
    }

    /** What bucket k of the fan-out histogram counts. */
    private static String times(int k) {
        return switch (k) {
            case 0 -> "never";
            case 1 -> "once";
            default -> (1L << (k - 1)) + " to " + ((1L << k) - 1) + " times";
        };
    }

    private static String visits(long passes, long edges) {
        return passes + (passes == 1 ? " pass" : " passes") + " x " + edges + " edges = " + passes * edges;
    }

    private static void add(StringBuilder text, String name, String figure) {
        text.append("  ")
                .append(name)
                .append(" ".repeat(15 - name.length()))
                .append(figure)
                .append('\n');
    }
}
