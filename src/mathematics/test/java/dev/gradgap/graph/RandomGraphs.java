package dev.gradgap.graph;

import dev.gradgap.workload.Seed;
import java.util.Arrays;

/**
 * Graphs made of random fragments: loops of one body over successive nodes, long sums, products and maxima, and
 * operations on any nodes. Values stay between about -100 and 100, and no partial is infinite.
 */
public final class RandomGraphs {

    private static final Operation[] BOUNDED = {
        Operation.SIN, Operation.COS, Operation.TANH, Operation.SIGMOID, Operation.ATAN
    };
    private static final Operation[] GROWING = {
        Operation.ADD, Operation.SUBTRACT, Operation.MULTIPLY, Operation.MAX, Operation.MIN, Operation.ATAN2
    };

    private final Seed random;
    private final GraphBuilder builder;
    private final int[] nodes; // handles with values between -2 and 2
    private int count;

    private RandomGraphs(int inputs, int capacity, long seed) {
        random = new Seed(seed);
        builder = new GraphBuilder(inputs);
        nodes = new int[inputs + capacity];
        for (int i = 0; i < inputs; i++) {
            nodes[count++] = i;
        }
    }

    /** A graph with a number of inputs, outputs and about as many operations as asked for. */
    public static Graph of(int inputs, int outputs, int operations, long seed) {
        RandomGraphs graphs = new RandomGraphs(inputs, 2 * operations + 2000, seed);
        while (graphs.builder.operations() < operations) {
            graphs.fragment();
        }
        for (int j = 0; j < outputs; j++) {
            graphs.builder.output(j == 0 ? graphs.nodes[graphs.count - 1] : graphs.any());
        }
        return graphs.builder.build();
    }

    /** A point at which the graphs' values are bounded. */
    public static double[] point(int inputs, long seed) {
        Seed random = new Seed(seed);
        double[] x = new double[inputs];
        Arrays.setAll(x, i -> random.nextDouble(-1.5, 1.5));
        return x;
    }

    private void fragment() {
        switch (random.nextInt(5)) {
            case 0 -> loop(1 + random.nextInt(200));
            case 1 -> chain(GROWING[random.nextInt(5)], 2 + random.nextInt(150));
            case 2 -> rows(8 + random.nextInt(120), 1 + random.nextInt(60));
            default -> {
                for (int k = random.nextInt(40); k >= 0; k--) {
                    add(step(any(), any()));
                }
            }
        }
    }

    /** The same two operations on nodes that move on by constant strides; strides are positive, zero or negative. */
    private void loop(int length) {
        Operation inner = GROWING[random.nextInt(GROWING.length)];
        Operation outer = BOUNDED[random.nextInt(BOUNDED.length)];
        int first = random.nextInt(count);
        int second = random.nextInt(count);
        int firstStride = random.nextInt(4) - 1;
        int secondStride = random.nextInt(4) - 1;
        for (int i = 0; i < length; i++) {
            int x = nodes[Math.floorMod(first + i * firstStride, count - i)];
            int y = nodes[Math.floorMod(second + i * secondStride, count - i)];
            add(builder.apply(outer, builder.apply(inner, x, y)));
        }
    }

    /** Many sums side by side, to which row after row is added, as in the product of a matrix and a vector. */
    private void rows(int width, int height) {
        int[] sums = new int[width];
        int start = random.nextInt(count);
        for (int j = 0; j < width; j++) {
            sums[j] = nodes[(start + j) % count];
        }
        boolean weighted = random.nextInt(2) == 0;
        for (int i = 1; i < height; i++) {
            int weight = weighted ? builder.constant(0.5 + i % 3) : any();
            for (int j = 0; j < width; j++) {
                int term = nodes[(start + i * width + j) % count];
                int product = builder.apply(Operation.MULTIPLY, term, weight);
                sums[j] = builder.apply(i % 7 == 6 ? Operation.SUBTRACT : Operation.ADD, sums[j], product);
            }
        }
        for (int j = 0; j < width; j++) {
            int stride = j < width / 2 ? 2 : 1; // so that the sums are read in two parts
            int shifted = builder.apply(Operation.ADD, sums[j], nodes[(start + stride * j) % count]);
            add(builder.apply(Operation.SIN, shifted));
        }
    }

    /** A long chain of one operation, bounded by a sine. */
    private void chain(Operation operation, int length) {
        int start = random.nextInt(count);
        int result = builder.apply(operation, nodes[start], any());
        boolean regular = random.nextInt(2) == 0;
        for (int i = 0; i < length; i++) {
            int next = regular ? nodes[(start + i) % count] : any();
            if (operation == Operation.MULTIPLY) {
                next = builder.apply(Operation.COS, next);
            }
            boolean commuted = random.nextInt(3) == 0 && operation != Operation.SUBTRACT;
            result = commuted ? builder.apply(operation, next, result) : builder.apply(operation, result, next);
            if (random.nextInt(60) == 0) {
                add(builder.apply(Operation.COS, result)); // the chain ends here, as its result is read twice
            }
        }
        add(builder.apply(Operation.SIN, result));
    }

    private int step(int x, int y) {
        if (random.nextInt(3) == 0) {
            return builder.apply(BOUNDED[random.nextInt(BOUNDED.length)], x);
        }
        int other = random.nextInt(5) == 0 ? builder.constant(random.nextInt(7) / 4.0 + 0.25) : y;
        return builder.apply(Operation.SIN, builder.apply(GROWING[random.nextInt(GROWING.length)], x, other));
    }

    private int any() {
        boolean recent = random.nextInt(2) == 0;
        return nodes[recent ? Math.max(0, count - 1 - random.nextInt(20)) : random.nextInt(count)];
    }

    private void add(int handle) {
        nodes[count++] = handle;
    }
}
