package dev.gradgap.graph.schedule.proof;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.RandomGraphs;
import dev.gradgap.graph.Tracer;
import dev.gradgap.graph.schedule.maker.MadeProgram;
import dev.gradgap.graph.schedule.maker.ProgramMaker;
import dev.gradgap.graph.schedule.program.Program;
import dev.gradgap.workload.family.BuiltInWorkloads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Small graphs whose programs have, together, everything that a program can have. */
final class PlannedGraphs {

    /**
     * A graph and what was planned for it.
     *
     * @param points two points at which its partials are finite
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Planned(String name, Graph graph, MadeProgram plan, double[][] points) {

        Program program() {
            return plan.program();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private PlannedGraphs() {}

    static Stream<Planned> all() {
        List<Planned> all = new ArrayList<>();
        long[] seeds = {9, 11, 19, 54, 128, 6, 8};
        for (long seed : seeds) {
            int inputs = 7 + (int) seed % 50;
            Graph graph = RandomGraphs.of(inputs, 1 + (int) seed % 3, 30, seed);
            all.add(planned(
                    "random graph " + seed, graph, RandomGraphs.point(inputs, 1), RandomGraphs.point(inputs, 2)));
        }
        for (String family : List.of("rosenbrock", "log-sum-exp", "mlp", "product", "helmholtz")) {
            all.add(workload(family, 40));
        }
        all.add(maxima(70));
        all.add(largerOfTwo(30));
        all.add(sumAmongSines(24));
        all.add(sumsOfSums(64, 72));
        return all.stream();
    }

    private static Planned planned(String name, Graph graph, double[]... points) {
        return new Planned(name, graph, ProgramMaker.make(graph, true), points);
    }

    private static Planned workload(String name, int inputs) {
        var workload = new BuiltInWorkloads()
                .families().stream()
                        .filter(family -> family.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .create(inputs, 1);
        double[] other = workload.point().clone();
        Arrays.setAll(other, i -> other[i] * (1 + 0.01 * (i % 7)));
        return planned(name + " " + inputs, Tracer.trace(workload.function()), workload.point(), other);
    }

    /** The maximum of shifted inputs times the minimum of all. */
    private static Planned maxima(int n) {
        GraphBuilder builder = new GraphBuilder(n);
        int maximum = builder.constant(-0.1);
        int minimum = 0;
        for (int i = 0; i < n; i++) {
            int shifted = builder.apply(Operation.ADD, (i * 11) % n, builder.constant(0.25));
            maximum = builder.apply(Operation.MAX, maximum, shifted);
            minimum = builder.apply(Operation.MIN, minimum, i);
        }
        builder.output(builder.apply(Operation.MULTIPLY, maximum, minimum));
        return planned("maxima", builder.build(), RandomGraphs.point(n, 1), RandomGraphs.point(n, 2));
    }

    /** The sum of max(sin x_i, cos x_i) sin x_i. */
    private static Planned largerOfTwo(int n) {
        GraphBuilder builder = new GraphBuilder(n);
        int sum = builder.constant(0);
        for (int i = 0; i < n; i++) {
            int sine = builder.apply(Operation.SIN, i);
            int larger = builder.apply(Operation.MAX, sine, builder.apply(Operation.COS, i));
            sum = builder.apply(Operation.ADD, sum, builder.apply(Operation.MULTIPLY, larger, sine));
        }
        builder.output(sum);
        return planned("larger of two", builder.build(), RandomGraphs.point(n, 1), RandomGraphs.point(n, 2));
    }

    /**
     * A sine of a sine and so on, and a sum of products, too short to be reduced: single operations together, of which the
     * reverse sweep needs the values of some.
     */
    private static Planned sumAmongSines(int n) {
        GraphBuilder builder = new GraphBuilder(n);
        int sum = builder.constant(1.5);
        int sine = 0;
        for (int i = 0; i < n; i++) {
            sum = builder.apply(Operation.ADD, sum, builder.apply(Operation.MULTIPLY, i, 0));
            sine = builder.apply(Operation.SIN, sine);
        }
        builder.output(builder.apply(Operation.SUBTRACT, sum, sine));
        return planned("sum among sines", builder.build(), RandomGraphs.point(n, 1), RandomGraphs.point(n, 2));
    }

    /** Sums of neighbours in rows, over several windows, whose places are used again; a sine of each of the last row. */
    private static Planned sumsOfSums(int n, int rows) {
        GraphBuilder builder = new GraphBuilder(n);
        int[] sums = new int[n];
        Arrays.setAll(sums, i -> i);
        for (int t = 0; t < rows; t++) {
            int[] before = sums.clone();
            int shift = 1 + t % 3;
            Operation operation = t % 2 == 0 ? Operation.ADD : Operation.SUBTRACT;
            Arrays.setAll(sums, i -> builder.apply(operation, before[(i + shift) % n], before[i]));
        }
        for (int i = 0; i < n; i++) {
            builder.output(builder.apply(Operation.SIN, sums[i]));
        }
        return planned("sums of sums", builder.build(), RandomGraphs.point(n, 1), RandomGraphs.point(n, 2));
    }
}
