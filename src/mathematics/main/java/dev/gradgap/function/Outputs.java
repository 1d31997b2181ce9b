package dev.gradgap.function;

/** Where a function leaves its results; every output is set exactly once. */
public interface Outputs<T> {

    /**
     * Sets an output.
     *
     * @param i from 0 to the function's {@code outputs() - 1}
     */
    void set(int i, T value);
}
