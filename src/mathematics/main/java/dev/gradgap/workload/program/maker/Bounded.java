package dev.gradgap.workload.program.maker;

import dev.gradgap.workload.program.Expression;

/**
 * An expression with bounds that hold at the point and near it.
 *
 * @param low the least value
 * @param high the largest value
 * @param gain the largest 1-norm of the gradient with respect to the inputs, provided that every stored number's is at
 *     most half of its own bound
 */
record Bounded(Expression expression, double low, double high, double gain) {

    double magnitude() {
        return Math.max(Math.abs(low), Math.abs(high));
    }
}
