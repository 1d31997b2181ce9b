package dev.gradgap.plain.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What stands for a {@code DoubleStream}: its elements, all of them computed. Sums compensate for rounding, as the JDK's do. */
public final class Doubles {

    private final double[] elements;

    Doubles(double[] elements) {
        this.elements = elements;
    }

    public static Doubles of(double element) {
        return new Doubles(new double[] {element});
    }

    public static Doubles of(double... elements) {
        return new Doubles(elements);
    }

    public static Doubles empty() {
        return new Doubles(new double[0]);
    }

    public static Doubles concat(Doubles one, Doubles other) {
        double[] all = Arrays.copyOf(one.elements, one.elements.length + other.elements.length);
        for (int i = 0; i < other.elements.length; i++) {
            all[one.elements.length + i] = other.elements[i];
        }
        return new Doubles(all);
    }

    public Doubles map(DoubleUnaryOperator function) {
        double[] mapped = new double[elements.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = function.applyAsDouble(elements[i]);
        }
        return new Doubles(mapped);
    }

    public IntStream mapToInt(DoubleToIntFunction function) {
        int[] mapped = new int[elements.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = function.applyAsInt(elements[i]);
        }
        return IntStream.of(mapped);
    }

    public <R> Stream<R> mapToObj(DoubleFunction<? extends R> function) {
        List<R> mapped = new ArrayList<>();
        for (double element : elements) {
            mapped.add(function.apply(element));
        }
        return mapped.stream();
    }

    public Stream<Double> boxed() {
        return mapToObj(element -> (Double) element);
    }

    public Doubles filter(DoublePredicate predicate) {
        double[] kept = new double[elements.length];
        int count = 0;
        for (double element : elements) {
            if (predicate.test(element)) {
                kept[count++] = element;
            }
        }
        return new Doubles(Arrays.copyOf(kept, count));
    }

    public Doubles sorted() {
        double[] sorted = Arrays.copyOf(elements, elements.length);
        Arrays.sort(sorted);
        return new Doubles(sorted);
    }

    public Doubles limit(long count) {
        return new Doubles(Arrays.copyOf(elements, (int) Math.min(count, elements.length)));
    }

    public Doubles skip(long count) {
        int from = (int) Math.min(count, elements.length);
        return new Doubles(Arrays.copyOfRange(elements, from, elements.length));
    }

    public Doubles peek(DoubleConsumer action) {
        forEach(action);
        return this;
    }

    public Doubles parallel() {
        return this;
    }

    public Doubles sequential() {
        return this;
    }

    public void forEach(DoubleConsumer action) {
        for (double element : elements) {
            action.accept(element);
        }
    }

    public void forEachOrdered(DoubleConsumer action) {
        forEach(action);
    }

    public double[] toArray() {
        return Arrays.copyOf(elements, elements.length);
    }

    public double reduce(double identity, DoubleBinaryOperator operator) {
        double result = identity;
        for (double element : elements) {
            result = operator.applyAsDouble(result, element);
        }
        return result;
    }

    public OptionalDouble reduce(DoubleBinaryOperator operator) {
        if (elements.length == 0) {
            return OptionalDouble.empty();
        }
        double result = elements[0];
        for (int i = 1; i < elements.length; i++) {
            result = operator.applyAsDouble(result, elements[i]);
        }
        return OptionalDouble.of(result);
    }

    /** By Kahan: what an addition loses is taken off the next summand. */
    public double sum() {
        double high = 0;
        double lost = 0;
        double simple = 0;
        for (double element : elements) {
            double summand = element - lost;
            double next = high + summand;
            lost = next - high - summand;
            high = next;
            simple += element;
        }
        double sum = high - lost;
        return Double.isNaN(sum) && Double.isInfinite(simple) ? simple : sum;
    }

    public OptionalDouble average() {
        return elements.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum() / elements.length);
    }

    public OptionalDouble max() {
        return reduce(Math::max);
    }

    public OptionalDouble min() {
        return reduce(Math::min);
    }

    public long count() {
        return elements.length;
    }

    public DoubleSummaryStatistics summaryStatistics() {
        DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
        forEach(statistics);
        return statistics;
    }

    public OptionalDouble findFirst() {
        return elements.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(elements[0]);
    }

    public OptionalDouble findAny() {
        return findFirst();
    }

    public boolean anyMatch(DoublePredicate predicate) {
        for (double element : elements) {
            if (predicate.test(element)) {
                return true;
            }
        }
        return false;
    }

    public boolean allMatch(DoublePredicate predicate) {
        return !anyMatch(predicate.negate());
    }

    public boolean noneMatch(DoublePredicate predicate) {
        return !anyMatch(predicate);
    }
}
