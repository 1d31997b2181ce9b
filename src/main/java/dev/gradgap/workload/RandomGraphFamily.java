package dev.gradgap.workload;

import dev.gradgap.graph.GraphFunction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Random computation graphs, {@link RandomGraph}, with parameters that a user may set, such as {@code
 * random:operations=16:mix=smooth}:
 *
 * <ul>
 *   <li>{@code operations}: for each input, from 3 to 1000;
 *   <li>{@code locality}: how many recent nodes operands are drawn from, from 4 to 1000000; the smaller, the deeper;
 *   <li>{@code mix}: polynomial, smooth or mixed;
 *   <li>{@code fanout}: how often a hub is used, from 1 to 1000000;
 *   <li>{@code outputs}: their number, or {@code inputs} for as many as inputs; at most as many.
 * </ul>
 *
 * <p>The coordinates of the sample point are uniform on [0.5, 1.5). The plain primal interprets the graph, there being
 * no source code, so that cost ratios are not comparable with those of other families; there is no hand-written
 * adjoint.
 *
 * <p>Source: this project; random computation graphs as benchmarks are usual in scheduling, for example T. Tobita and
 * H. Kasahara, A standard task graph set for fair evaluation of multiprocessor scheduling algorithms, Journal of
 * Scheduling 5(5), 2002.
 */
final class RandomGraphFamily extends BuiltInFamily {

    private static final String AS_INPUTS = "inputs";

    /** With fewer, sums and differences of the same few nodes cancel, and many derivatives are exactly zero. */
    private static final int MIN_LOCALITY = 4;

    private final String baseName;
    private final Map<String, String> values;
    private final Map<String, String> changed;
    private final int operations;
    private final int locality;
    private final OperationMix mix;
    private final int fanOut;
    private final OptionalInt outputs;

    private RandomGraphFamily(String baseName, Map<String, String> values, Map<String, String> changed) {
        super(
                fullName(baseName, changed),
                values.get("outputs").equals("1") ? "random graph" : "random Jacobian",
                "f(x) = for each output the weighted sum of nodes of a random graph whose values are bounded",
                "this project; compare Tobita and Kasahara, Journal of Scheduling 5(5), 2002");
        this.baseName = baseName;
        this.values = values;
        this.changed = changed;
        operations = number("operations", 3, 1000);
        locality = number("locality", MIN_LOCALITY, 1_000_000);
        mix = mix();
        fanOut = number("fanout", 1, 1_000_000);
        outputs = values.get("outputs").equals(AS_INPUTS)
                ? OptionalInt.empty()
                : OptionalInt.of(number("outputs", 1, BuiltInFamily.MAX_INPUTS));
    }

    /** The family {@code random}, with one output unless changed. */
    static RandomGraphFamily scalar() {
        return new RandomGraphFamily("random", defaults("1"), Map.of());
    }

    /** The family {@code random-jacobian}, with as many outputs as inputs unless changed. */
    static RandomGraphFamily jacobian() {
        return new RandomGraphFamily("random-jacobian", defaults(AS_INPUTS), Map.of());
    }

    private static Map<String, String> defaults(String outputs) {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("operations", "8");
        defaults.put("locality", "64");
        defaults.put("mix", OperationMix.MIXED.label());
        defaults.put("fanout", "16");
        defaults.put("outputs", outputs);
        return Collections.unmodifiableMap(defaults);
    }

    private static String fullName(String baseName, Map<String, String> changed) {
        StringBuilder name = new StringBuilder(baseName);
        changed.forEach((key, value) -> name.append(':').append(key).append('=').append(value));
        return name.toString();
    }

    @Override
    public Map<String, String> parameters() {
        return values;
    }

    @Override
    public WorkloadFamily with(Map<String, String> parameters) {
        for (String key : parameters.keySet()) {
            if (!values.containsKey(key)) {
                throw new IllegalArgumentException("workload " + baseName + " has no parameter " + key + "; it has "
                        + String.join(", ", values.keySet()));
            }
        }
        Map<String, String> newValues = new LinkedHashMap<>();
        Map<String, String> newChanged = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            String newValue = parameters.getOrDefault(key, value);
            newValues.put(key, newValue);
            if (parameters.containsKey(key) || changed.containsKey(key)) {
                newChanged.put(key, newValue);
            }
        });
        return new RandomGraphFamily(baseName, Collections.unmodifiableMap(newValues), newChanged);
    }

    private int number(String key, int least, int most) {
        String text = values.get(key);
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        String orInputs = key.equals("outputs") ? " or " + AS_INPUTS : "";
        throw new IllegalArgumentException("workload " + baseName + ": " + key + " must be from " + least + " to "
                + most + orInputs + ", not " + text);
    }

    private OperationMix mix() {
        for (OperationMix candidate : OperationMix.values()) {
            if (candidate.label().equals(values.get("mix"))) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("workload " + baseName + ": mix must be one of "
                + String.join(", ", OperationMix.labels()) + ", not " + values.get("mix"));
    }

    @Override
    public int minInputs() {
        return outputs.orElse(1);
    }

    /** So many that the nodes can be numbered by an int. */
    @Override
    public int maxInputs() {
        return Math.max(minInputs(), Math.min(MAX_INPUTS, (Integer.MAX_VALUE - 1024) / (operations + 1)));
    }

    @Override
    public int outputs(int inputs) {
        return outputs.orElse(inputs);
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(graph(inputs).operationCount());
    }

    @Override
    public boolean hasReference() {
        return false;
    }

    @Override
    Workload member(int inputs, long seed) {
        Seed stream = new Seed(seed);
        GraphFunction function = new GraphFunction(graph(inputs).build(stream.split()));
        double[] point = uniform(stream, inputs, RandomGraph.POINT_LOW, RandomGraph.POINT_HIGH);
        return new Workload(name(), function, point);
    }

    private RandomGraph graph(int inputs) {
        return new RandomGraph(inputs, outputs(inputs), operations, locality, mix, fanOut);
    }
}
