package dev.gradgap.function;

/** A function with one output. */
public interface ScalarFunction extends DifferentiableFunction {

    /** The value of the function on numbers of type {@code T}. */
    <T> T value(Arithmetic<T> a, Inputs<T> x);

    @Override
    default int outputs() {
        return 1;
    }

    @Override
    default <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
        y.set(0, value(a, x));
    }
}
