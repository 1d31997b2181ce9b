package dev.gradgap.function;

/**
 * A function whose sequence of operations depends on the values: it compares numbers, or makes whole numbers of them. What runs
 * its code at every point is right at every point. What records it records a {@link Path}, and is right where that is taken.
 */
public interface Branching extends DifferentiableFunction {

    /** The path that is taken at a point. One evaluation. */
    Path path(double[] x);

    /** The path at the point that the function was made with. */
    Path path();

    /** The same function, made with another point. */
    Branching from(double[] x);
}
