package dev.gradgap.engine;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.BinaryElemental;
import dev.gradgap.function.Elemental;
import dev.gradgap.function.UnaryElemental;

/**
 * Arithmetic by the chain rule, for numbers that carry a derivative beside their value. It computes the value and the
 * local partials of every operation; what the partials are applied to, a kind of number says in the methods left open.
 *
 * <p>Each operation is named by a constant, so that its value and partials are inlined from {@link Elemental}, their only
 * definition. The methods left open are inlined, too, as long as a JVM runs one kind of number; only then can escape
 * analysis keep the numbers off the heap.
 *
 * <p>Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 2.2 and 3.1.
 *
 * @param <T> the number type
 */
public abstract class ChainRuleArithmetic<T> implements Arithmetic<T> {

    @Override
    public abstract double value(T x);

    /**
     * The result of an operation that has one operand, constants aside.
     *
     * @param value the value of the result
     * @param p the derivative of the result with respect to x
     */
    protected abstract T result(double value, double p, T x);

    /**
     * The result of an operation that has two operands, which may be the same number.
     *
     * @param value the value of the result
     * @param p the derivative of the result with respect to x alone
     * @param q the derivative of the result with respect to y alone
     */
    protected abstract T result(double value, double p, T x, double q, T y);

    @Override
    public final T apply(UnaryElemental f, T x) {
        double first = value(x);
        double value = f.value(first);
        return result(value, f.partial(first, value), x);
    }

    @Override
    public final T apply(BinaryElemental f, T x, T y) {
        double first = value(x);
        double second = value(y);
        double value = f.value(first, second);
        double p = f.firstPartial(first, second, value);
        double q = f.secondPartial(first, second, value);
        return result(value, p, x, q, y);
    }

    @Override
    public final T apply(BinaryElemental f, T x, double second) {
        double first = value(x);
        double value = f.value(first, second);
        return result(value, f.firstPartial(first, second, value), x);
    }

    @Override
    public final T apply(BinaryElemental f, double first, T y) {
        double second = value(y);
        double value = f.value(first, second);
        return result(value, f.secondPartial(first, second, value), y);
    }
}
