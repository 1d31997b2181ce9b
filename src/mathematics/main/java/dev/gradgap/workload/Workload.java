package dev.gradgap.workload;

import dev.gradgap.function.DifferentiableFunction;

/**
 * A member of a family: a function and the point at which it is differentiated.
 *
 * @param name the family's name
 * @param function the function
 * @param point the sample point, one element for each input; owned by the caller
 */
@SuppressWarnings("ArrayRecordComponent") // a point of millions of coordinates is not copied
public record Workload(String name, DifferentiableFunction function, double[] point) {

    public Workload {
        if (point.length != function.inputs()) {
            throw new IllegalArgumentException("workload " + name + ": the sample point has " + point.length
                    + " elements, the function " + function.inputs() + " inputs");
        }
    }

    public int inputs() {
        return function.inputs();
    }

    public int outputs() {
        return function.outputs();
    }
}
