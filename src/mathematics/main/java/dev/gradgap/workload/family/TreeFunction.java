package dev.gradgap.workload.family;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.function.ScalarFunction;
import java.util.Optional;

/**
 * The tree that {@link Tree} describes.
 *
 * @param inputs the number of leaves
 */
record TreeFunction(int inputs) implements ScalarFunction {

    private static final int MAX_LEVELS = 32;

    /** The operations of one combination on a level, level 0 being the one that combines inputs. */
    static int operations(int level) {
        return 1 + level % 2;
    }

    /**
     * Combines each node with its left neighbour as soon as both exist, so that at most one node a level waits. At the
     * end the waiting nodes of different heights are combined on the level of the higher one.
     */
    @Override
    public <T> T value(Arithmetic<T> a, Inputs<T> x) {
        T[] waiting = a.array(MAX_LEVELS);
        for (int i = 0; i < inputs; i++) {
            T node = x.get(i);
            int height = 0;
            while (((i >> height) & 1) == 1) {
                node = combine(a, height, waiting[height], node);
                height++;
            }
            waiting[height] = node;
        }
        int lowest = Integer.numberOfTrailingZeros(inputs);
        T root = waiting[lowest];
        for (int level = lowest + 1; inputs >> level > 0; level++) {
            if (((inputs >> level) & 1) == 1) {
                root = combine(a, level, waiting[level], root);
            }
        }
        return root;
    }

    private static <T> T combine(Arithmetic<T> a, int level, T u, T v) {
        return switch (level % 4) {
            case 0 -> a.multiply(u, v);
            case 1 -> a.sin(a.add(u, v));
            case 2 -> a.add(u, v);
            default -> a.tanh(a.subtract(u, v));
        };
    }

    @Override
    public Optional<PlainFunction> plain() {
        Sweep sweep = new Sweep(false);
        return Optional.of((x, y) -> y[0] = sweep.forward(x));
    }

    @Override
    public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
        Sweep sweep = new Sweep(true);
        return Optional.of((x, outputAdjoint, y, inputAdjoint) -> {
            y[0] = sweep.forward(x);
            sweep.back(x, outputAdjoint[0], inputAdjoint);
        });
    }

    /**
     * The sweeps by hand, level by level; the values of all nodes above the inputs are kept, one level after another.
     */
    private final class Sweep {

        private final double[] values = new double[inputs + MAX_LEVELS];
        private final double[] adjoints;
        private final int[] starts = new int[MAX_LEVELS + 1];

        Sweep(boolean reverse) {
            adjoints = new double[reverse ? values.length : 0];
        }

        double forward(double[] x) {
            double[] below = x;
            int level = 0;
            for (int count = inputs; count > 1; count -= count / 2) {
                int from = starts[level];
                int to = level == 0 ? 0 : from + count;
                combine(level, below, from, values, to, count / 2);
                if (count % 2 == 1) {
                    values[to + count / 2] = below[from + count - 1];
                }
                below = values;
                starts[++level] = to;
            }
            return below[starts[level]];
        }

        private static void combine(int level, double[] below, int from, double[] values, int to, int pairs) {
            switch (level % 4) {
                case 0 -> {
                    for (int j = 0; j < pairs; j++) {
                        values[to + j] = below[from + 2 * j] * below[from + 2 * j + 1];
                    }
                }
                case 1 -> {
                    for (int j = 0; j < pairs; j++) {
                        values[to + j] = Math.sin(below[from + 2 * j] + below[from + 2 * j + 1]);
                    }
                }
                case 2 -> {
                    for (int j = 0; j < pairs; j++) {
                        values[to + j] = below[from + 2 * j] + below[from + 2 * j + 1];
                    }
                }
                default -> {
                    for (int j = 0; j < pairs; j++) {
                        values[to + j] = Math.tanh(below[from + 2 * j] - below[from + 2 * j + 1]);
                    }
                }
            }
        }

        void back(double[] x, double rootAdjoint, double[] inputAdjoint) {
            int levels = Integer.SIZE - Integer.numberOfLeadingZeros(inputs - 1);
            double[] above = levels == 0 ? inputAdjoint : adjoints;
            above[starts[levels]] = rootAdjoint;
            for (int level = levels - 1; level >= 0; level--) {
                double[] below = level == 0 ? x : values;
                double[] belowAdjoints = level == 0 ? inputAdjoint : adjoints;
                int count = (int) ((inputs + (1L << level) - 1) >> level);
                int from = starts[level + 1];
                int to = starts[level];
                distribute(level, from, below, belowAdjoints, to, count / 2);
                if (count % 2 == 1) {
                    belowAdjoints[to + count - 1] = adjoints[from + count / 2];
                }
            }
        }

        private void distribute(int level, int from, double[] below, double[] belowAdjoints, int to, int pairs) {
            switch (level % 4) {
                case 0 -> {
                    for (int j = 0; j < pairs; j++) {
                        double adjoint = adjoints[from + j];
                        belowAdjoints[to + 2 * j] = adjoint * below[to + 2 * j + 1];
                        belowAdjoints[to + 2 * j + 1] = adjoint * below[to + 2 * j];
                    }
                }
                case 1 -> {
                    for (int j = 0; j < pairs; j++) {
                        double cosine = Math.cos(below[to + 2 * j] + below[to + 2 * j + 1]);
                        belowAdjoints[to + 2 * j] = adjoints[from + j] * cosine;
                        belowAdjoints[to + 2 * j + 1] = adjoints[from + j] * cosine;
                    }
                }
                case 2 -> {
                    for (int j = 0; j < pairs; j++) {
                        belowAdjoints[to + 2 * j] = adjoints[from + j];
                        belowAdjoints[to + 2 * j + 1] = adjoints[from + j];
                    }
                }
                default -> {
                    for (int j = 0; j < pairs; j++) {
                        double difference = below[to + 2 * j] - below[to + 2 * j + 1];
                        double derivative = Activations.tanhDerivative(difference, values[from + j]);
                        double adjoint = adjoints[from + j] * derivative;
                        belowAdjoints[to + 2 * j] = adjoint;
                        belowAdjoints[to + 2 * j + 1] = -adjoint;
                    }
                }
            }
        }
    }
}
