package dev.gradgap.workload.random;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import dev.gradgap.workload.Seed;

/**
 * The parameters of a random graph, and its generator.
 *
 * <p>The inputs enter one after another, each followed by its share of operations. One operand of every operation is
 * the newest node, so that the operations of an input form a path; the other is drawn: one in eight a constant, one in
 * eight the current <em>hub</em>, otherwise uniformly one of the last {@code locality} nodes. The first operation of
 * an input joins it to such a node by +, - or *. At most {@value #FEED_DISTANCE} operations apart, and after the last
 * operation of every input, the newest node is multiplied by a constant weight and summed into the output by a
 * balanced tree. So every input reaches an output, and no node is far from one.
 *
 * <p>Each node carries bounds of its value and of the 1-norm of its gradient with respect to all inputs. An operation
 * that could leave its domain or exceed one of the limits {@value #VALUE_LIMIT} and {@value #GRADIENT_LIMIT} is not
 * used: after {@value #PROPOSALS} proposals the newest node is halved instead. So values stay bounded at every size,
 * and so does the mean magnitude of the derivatives: it is at most the largest weight times the limit times the terms
 * of the sums for each input. As the bounds are wide, it is well below 1 in fact.
 *
 * <p>All decisions rest on {@link Seed} and on IEEE 754 basic arithmetic, so that a seed gives the same graph on every
 * JVM and platform. Time is linear in the number of operations; memory besides the graph is proportional to the
 * locality.
 *
 * @param inputs the number of inputs n, at least 1
 * @param outputs the number of outputs m, from 1 to n; output j sums the nodes of about n/m successive inputs
 * @param operations the operations for each input, at least 3
 * @param locality the number of recent nodes that operands are drawn from, at least 1; the smaller, the deeper the
 *     graph
 * @param mix which operations
 * @param fanOut how often a node is used as the hub before another takes its place, at least 1
 */
public record RandomGraph(int inputs, int outputs, int operations, int locality, OperationMix mix, int fanOut) {

    /** The lower bound of the inputs at which the bounds hold. */
    public static final double POINT_LOW = 0.5;

    /** The upper bound of the inputs at which the bounds hold. */
    public static final double POINT_HIGH = 1.5;

    private static final int FEED_DISTANCE = 8;
    private static final int PROPOSALS = 4;
    private static final int JOIN_PROPOSALS = 8;
    private static final double VALUE_LIMIT = 4;
    private static final double GRADIENT_LIMIT = 32;
    private static final Operation[] JOINS = {Operation.ADD, Operation.SUBTRACT, Operation.MULTIPLY};

    /** The operations of the graph: all but the m additions that a sum of k terms does not need for its first. */
    public long operationCount() {
        return (long) inputs * operations - outputs;
    }

    /** The graph with a seed. */
    public Graph build(Seed seed) {
        return new Generator(seed).generate();
    }

    private final class Generator {

        private final Seed seed;
        private final GraphBuilder builder = new GraphBuilder(inputs, Math.toIntExact(operationCount()));
        private final RecentNodes recent = new RecentNodes(locality, (long) inputs * operations);
        private final Enclosure enclosure = new Enclosure();
        private final BalancedSum sum = new BalancedSum(builder);
        private int hubUses = fanOut;

        Generator(Seed seed) {
            this.seed = seed;
        }

        Graph generate() {
            int feeds = (operations + FEED_DISTANCE - 1) / FEED_DISTANCE;
            int steps = operations - 2 * feeds;
            for (int j = 0; j < outputs; j++) {
                int end = (int) ((j + 1L) * inputs / outputs);
                for (int i = (int) ((long) j * inputs / outputs); i < end; i++) {
                    recent.push(i, POINT_LOW, POINT_HIGH, 1);
                    join();
                    int done = 1;
                    for (int feed = 1; feed <= feeds; feed++) {
                        for (; done < feed * steps / feeds; done++) {
                            step();
                        }
                        feed();
                    }
                }
                builder.output(sum.finish());
            }
            return builder.build();
        }

        /**
         * Appends an operation on the newest node, an input, and an earlier node, so that paths go on past the input.
         */
        private void join() {
            int input = recent.newest();
            for (int proposal = 0; proposal < JOIN_PROPOSALS && recent.canDraw(); proposal++) {
                if (accept(JOINS[seed.nextInt(JOINS.length)], input, recent.draw(seed))) {
                    return;
                }
            }
            step();
        }

        /** Appends an operation on the newest node. */
        private void step() {
            int newest = recent.newest();
            for (int proposal = 0; proposal < PROPOSALS; proposal++) {
                Operation operation = mix.propose(seed);
                if (operation.arity() == 1) {
                    if (accept(operation, newest, newest)) {
                        return;
                    }
                } else if (operation == Operation.POW_CONSTANT) {
                    if (accept(operation, newest, constant())) {
                        return;
                    }
                } else {
                    int other = operand();
                    boolean newestFirst = seed.nextLong() < 0;
                    if (accept(operation, newestFirst ? newest : other, newestFirst ? other : newest)) {
                        return;
                    }
                }
            }
            accept(Operation.MULTIPLY, newest, recent.constant(builder, 0.5));
        }

        private boolean accept(Operation operation, int first, int second) {
            if (!enclosure.enclose(
                    operation, recent.low(first), recent.high(first), recent.low(second), recent.high(second))) {
                return false;
            }
            double gradient = enclosure.firstPartial() * recent.gradient(first)
                    + enclosure.secondPartial() * recent.gradient(second);
            if (enclosure.magnitude() > VALUE_LIMIT || gradient > GRADIENT_LIMIT) {
                return false;
            }
            if (first == recent.hub() || second == recent.hub()) {
                hubUses++;
            }
            int handle = operation.arity() == 1
                    ? builder.apply(operation, recent.handle(first))
                    : builder.apply(operation, recent.handle(first), recent.handle(second));
            recent.push(handle, enclosure.low(), enclosure.high(), gradient);
            return true;
        }

        /** The slot of a drawn operand. */
        private int operand() {
            int choice = seed.nextInt(8);
            if (choice == 0 || !recent.canDraw()) {
                return constant();
            }
            return choice == 1 ? hub() : recent.draw(seed);
        }

        private int hub() {
            if (hubUses == fanOut) {
                recent.setHub(recent.draw(seed));
                hubUses = 0;
            }
            return recent.hub();
        }

        /** A constant from 0.5 to 1.5, one of few, so that a large graph has few distinct constants. */
        private int constant() {
            return recent.constant(builder, (4 + seed.nextInt(9)) / 8.0);
        }

        /** Adds the newest node to the output with a weight from 0.5 to 1.5 in magnitude. */
        private void feed() {
            double magnitude = (8 + seed.nextInt(17)) / 16.0;
            int weight = builder.constant(seed.nextLong() < 0 ? -magnitude : magnitude);
            sum.add(builder.apply(Operation.MULTIPLY, recent.handle(recent.newest()), weight));
        }
    }
}
