package dev.gradgap.engine.compiled;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A random function made of loops, as people write them: maps with neighbours, sums, products, recurrences, maxima and
 * matrix-vector products, over the inputs and over the results of earlier loops, with constants that repeat and constants
 * that do not. Its outputs are every scalar and every vector's last element.
 */
final class LoopProgram implements DifferentiableFunction {

    private enum Kind {
        MAP,
        SUM,
        PRODUCT,
        RECURRENCE,
        MAXIMUM,
        MATRIX,
        COUNTDOWN
    }

    /** One loop: what it does, which bodies it uses, and the seed of its constants. */
    private record Loop(Kind kind, int body, int otherBody, int source, int offset, long constants) {}

    private final int inputs;
    private final List<Loop> loops = new ArrayList<>();

    LoopProgram(int inputs, int loops, long seed) {
        this.inputs = inputs;
        Random random = new Random(seed);
        for (int l = 0; l < loops; l++) {
            this.loops.add(new Loop(
                    Kind.values()[random.nextInt(Kind.values().length)],
                    random.nextInt(8),
                    random.nextInt(8),
                    random.nextInt(3),
                    random.nextInt(3),
                    random.nextLong()));
        }
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return 1 + loops.size();
    }

    @Override
    public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
        List<List<T>> vectors = new ArrayList<>();
        List<T> point = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            point.add(x.get(i));
        }
        vectors.add(point);
        T scalar = point.get(0);
        T total = null;
        for (int l = 0; l < loops.size(); l++) {
            Loop loop = loops.get(l);
            List<T> source = vectors.get(loop.source % vectors.size());
            List<T> result = run(a, loop, source, point, scalar);
            T last = result.get(result.size() - 1);
            if (result.size() > 4) {
                vectors.add(0, result);
            } else {
                scalar = a.sin(last);
            }
            y.set(l, last);
            total = total == null ? last : a.add(total, last);
        }
        y.set(loops.size(), total);
    }

    private <T> List<T> run(Arithmetic<T> a, Loop loop, List<T> source, List<T> point, T scalar) {
        Random constants = new Random(loop.constants);
        int n = source.size();
        List<T> result = new ArrayList<>();
        switch (loop.kind) {
            case MAP -> {
                for (int i = loop.offset; i + loop.offset < n; i++) {
                    T u = body(a, loop.body, source.get(i), source.get(i - loop.offset), constants.nextDouble());
                    result.add(body(a, loop.otherBody, u, source.get(i + loop.offset), 0.5));
                }
            }
            case COUNTDOWN -> {
                for (int i = n - 1; i >= 0; i -= 1 + loop.offset) {
                    result.add(body(a, loop.body, source.get(i), scalar, 0.25));
                }
            }
            case SUM -> {
                T sum = a.constant(0.5);
                for (int i = 0; i + loop.offset < n; i++) {
                    T term = body(a, loop.body, source.get(i), source.get(i + loop.offset), constants.nextDouble());
                    sum = loop.offset == 1 ? a.subtract(sum, term) : a.add(sum, term);
                }
                result.add(a.multiply(sum, 1.0 / n));
            }
            case PRODUCT -> {
                T product = scalar;
                for (int i = 0; i < n; i++) {
                    T factor = body(a, loop.body, source.get(i), point.get(i % inputs), 0.5);
                    product = a.multiply(product, a.add(a.multiply(a.tanh(factor), 1.0 / n), 1));
                }
                result.add(product);
            }
            case RECURRENCE -> {
                T state = scalar;
                for (int i = 0; i < n; i++) {
                    state = a.multiply(body(a, loop.body, state, source.get(i), 0.75), 0.5);
                    if (loop.offset > 0) {
                        result.add(state);
                    }
                }
                result.add(state);
            }
            case MAXIMUM -> {
                T maximum = source.get(0);
                for (int i = 1; i < n; i++) {
                    maximum = a.max(maximum, body(a, loop.body, source.get(i), scalar, 0.5));
                }
                result.add(maximum);
            }
            case MATRIX -> matrix(a, loop, source, constants, result);
        }
        return result.isEmpty() ? Collections.singletonList(scalar) : result;
    }

    /** A product of a matrix of inputs, or of constants, and a vector; by columns or by rows. */
    private <T> void matrix(Arithmetic<T> a, Loop loop, List<T> source, Random constants, List<T> result) {
        int width = Math.max(1, (int) Math.sqrt(source.size()));
        List<T> sums = new ArrayList<>(Collections.nCopies(width, (T) null));
        for (int k = 0; k < width * width; k++) {
            int row = k / width;
            int column = k % width;
            int to = loop.offset == 0 ? column : row;
            int from = loop.offset == 0 ? row : column;
            T term = loop.body < 4
                    ? a.multiply(source.get(k), source.get(from))
                    : a.multiply(source.get(from), constants.nextDouble());
            sums.set(to, sums.get(to) == null ? term : a.add(sums.get(to), term));
        }
        for (T sum : sums) {
            result.add(body(a, loop.otherBody, sum, sum, 0.5));
        }
    }

    private static <T> T body(Arithmetic<T> a, int body, T u, T v, double c) {
        return switch (body) {
            case 0 -> a.multiply(u, a.sin(v));
            case 1 -> a.add(a.multiply(u, c), a.tanh(v));
            case 2 -> a.divide(u, a.add(a.square(v), 1 + c));
            case 3 -> a.exp(a.negate(a.square(a.subtract(u, v))));
            case 4 -> a.max(a.multiply(u, c), a.sigmoid(v));
            case 5 -> a.log(a.add(a.square(u), a.sqrt(a.add(a.square(v), c + 0.1))));
            case 6 -> a.subtract(a.abs(u), a.atan(a.multiply(v, u)));
            default -> a.multiply(a.subtract(c, u), a.cos(v));
        };
    }
}
