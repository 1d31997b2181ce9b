package dev.gradgap.workload.family;

import dev.gradgap.graph.GraphFunction;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.random.OperationMix;
import dev.gradgap.workload.random.RandomGraph;
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
final class RandomGraphFamily extends ParametricFamily {

    private static final String AS_INPUTS = "inputs";

    /** With fewer, sums and differences of the same few nodes cancel, and many derivatives are exactly zero. */
    private static final int MIN_LOCALITY = 4;

    private final int operations;
    private final int locality;
    private final OperationMix mix;
    private final int fanOut;
    private final OptionalInt outputs;

    private RandomGraphFamily(Parameters parameters) {
        super(
                parameters,
                parameters.values().get("outputs").equals("1") ? "random graph" : "random Jacobian",
                "f(x) = for each output the weighted sum of nodes of a random graph whose values are bounded",
                "this project; compare Tobita and Kasahara, Journal of Scheduling 5(5), 2002");
        operations = number("operations", 3, 1000);
        locality = number("locality", MIN_LOCALITY, 1_000_000);
        mix = mix();
        fanOut = number("fanout", 1, 1_000_000);
        outputs = value("outputs").equals(AS_INPUTS)
                ? OptionalInt.empty()
                : OptionalInt.of(number("outputs", 1, BuiltInFamily.MAX_INPUTS, " or " + AS_INPUTS));
    }

    /** The family {@code random}, with one output unless changed. */
    static RandomGraphFamily scalar() {
        return new RandomGraphFamily(new Parameters("random", defaults("1")));
    }

    /** The family {@code random-jacobian}, with as many outputs as inputs unless changed. */
    static RandomGraphFamily jacobian() {
        return new RandomGraphFamily(new Parameters("random-jacobian", defaults(AS_INPUTS)));
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

    @Override
    WorkloadFamily with(Parameters newParameters) {
        return new RandomGraphFamily(newParameters);
    }

    private OperationMix mix() {
        for (OperationMix candidate : OperationMix.values()) {
            if (candidate.label().equals(value("mix"))) {
                return candidate;
            }
        }
        throw wrong("mix must be one of " + String.join(", ", OperationMix.labels()) + ", not " + value("mix"));
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
