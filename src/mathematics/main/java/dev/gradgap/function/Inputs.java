package dev.gradgap.function;

/**
 * The inputs of a function as numbers of type {@code T}, read by index.
 *
 * <p>A view, not an array: an engine makes the number when it is read, so that neither a million short-lived objects nor
 * a million zeros of a one-hot seed need to exist at once. Reading the same input twice gives equal numbers.
 */
public interface Inputs<T> {

    /** The number of inputs. */
    int size();

    /**
     * The input at a position.
     *
     * @param i from 0 to {@code size() - 1}
     */
    T get(int i);
}
