package dev.gradgap.plain.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Methods of streams, collectors and comparators by which doubles come in. */
public final class Streams {

    private Streams() {}

    public static Doubles mapToDouble(IntStream stream, IntToDoubleFunction function) {
        int[] elements = stream.toArray();
        double[] mapped = new double[elements.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = function.applyAsDouble(elements[i]);
        }
        return new Doubles(mapped);
    }

    public static Doubles asDoubleStream(IntStream stream) {
        return mapToDouble(stream, element -> element);
    }

    public static Doubles mapToDouble(LongStream stream, LongToDoubleFunction function) {
        long[] elements = stream.toArray();
        double[] mapped = new double[elements.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = function.applyAsDouble(elements[i]);
        }
        return new Doubles(mapped);
    }

    public static <T> Doubles mapToDouble(Stream<T> stream, ToDoubleFunction<? super T> function) {
        return of(stream.toList(), function);
    }

    public static <T> Comparator<T> comparingDouble(ToDoubleFunction<? super T> key) {
        return (one, other) -> Double.compare(key.applyAsDouble(one), key.applyAsDouble(other));
    }

    public static <T> Collector<T, List<T>, Double> summingDouble(ToDoubleFunction<? super T> function) {
        return collector(elements -> of(elements, function).sum());
    }

    public static <T> Collector<T, List<T>, Double> averagingDouble(ToDoubleFunction<? super T> function) {
        return collector(elements -> of(elements, function).average().orElse(0));
    }

    private static <T> Collector<T, List<T>, Double> collector(ToDoubleFunction<List<T>> finisher) {
        return Collector.of(
                ArrayList::new,
                List::add,
                (one, other) -> {
                    one.addAll(other);
                    return one;
                },
                finisher::applyAsDouble);
    }

    private static <T> Doubles of(List<T> elements, ToDoubleFunction<? super T> function) {
        double[] mapped = new double[elements.size()];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = function.applyAsDouble(elements.get(i));
        }
        return new Doubles(mapped);
    }
}
