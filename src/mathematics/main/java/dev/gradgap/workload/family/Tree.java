package dev.gradgap.workload.family;

import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.util.OptionalLong;

/**
 * A balanced binary tree over the inputs: many independent operations, depth log<sub>2</sub> n. On each level
 * neighbours are combined in pairs, an odd one out moving up unchanged; the levels take turns, from the inputs on: u
 * v, sin(u + v), u + v, tanh(u - v).
 *
 * <p>The coordinates of the sample point are uniform on [0.5, 1.5). This order of the levels keeps the values within
 * [-2.25, 2.25] and the gradient's Euclidean norm of the order of 1 to 10 from one input to millions, as experiments
 * show; then a single derivative is of the order of 1 / &radic;n.
 *
 * <p>Source: this project; parallel evaluation by trees, R. P. Brent, The parallel evaluation of general arithmetic
 * expressions, Journal of the ACM 21(2), 1974.
 */
final class Tree extends BuiltInFamily {

    Tree() {
        super(
                "tree",
                "balanced tree",
                "f(x) = root of a balanced binary tree whose levels take turns: u v, sin(u + v), u + v, tanh(u - v)",
                "parallel evaluation by trees, R. P. Brent, Journal of the ACM 21(2), 1974");
    }

    @Override
    public OptionalLong operations(int inputs) {
        long operations = 0;
        int level = 0;
        for (int count = inputs; count > 1; count -= count / 2) {
            operations += (count / 2) * (long) TreeFunction.operations(level++);
        }
        return OptionalLong.of(operations);
    }

    @Override
    Workload member(int inputs, long seed) {
        return new Workload(name(), new TreeFunction(inputs), uniform(new Seed(seed), inputs, 0.5, 1.5));
    }
}
