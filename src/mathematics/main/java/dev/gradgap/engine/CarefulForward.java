package dev.gradgap.engine;

import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import java.util.Optional;

/**
 * Forward mode where partials are infinite, such as that of a logarithm at 0. In IEEE 754 the tangent 0 of an operand that
 * has nothing to do with the seeded inputs, times an infinite partial, is not a number, and would take their derivatives
 * with it. The convention is that such an operand contributes nothing; along a path from a seeded input to an output,
 * tangents and partials are multiplied as IEEE 754 has it, 0 times infinity included. That is what reverse mode gives.
 *
 * <p>Engines of forward mode do not compute so, since a comparison with every multiplication would cost more than the
 * multiplication. They look at the tangents of the outputs, and where one is not a number let this class do the pass again:
 * it takes one evaluation of the function for each tangent, on numbers that know whether they depend on the seeded inputs.
 * Nothing is allocated before that. Not thread-safe.
 */
public final class CarefulForward {

    private final DifferentiableFunction function;
    private final DependentDual.Arithmetic arithmetic = new DependentDual.Arithmetic();
    private Optional<CollectedOutputs<DependentDual>> outputs = Optional.empty(); // made when first needed

    /** Does again what goes wrong on a function. */
    public CarefulForward(DifferentiableFunction function) {
        this.function = function;
    }

    /**
     * Computes those columns of a pass again in which there is not a number.
     *
     * @param first the first input of the pass
     * @param seeded how many inputs it has
     * @param x the point, length n
     * @param jacobian receives the columns, length m n, row-major
     */
    public void repairColumns(int first, int seeded, double[] x, double[] jacobian) {
        for (int input = first; input < first + seeded; input++) {
            if (hasNotANumber(input, jacobian)) {
                int seed = input;
                CollectedOutputs<DependentDual> y =
                        evaluate(x.length, i -> DependentDual.seeded(x[i], i == seed ? 1 : 0));
                for (int j = 0; j < y.size(); j++) {
                    jacobian[j * x.length + input] = y.get(j).tangent();
                }
            }
        }
    }

    private boolean hasNotANumber(int input, double[] jacobian) {
        boolean found = false;
        for (int at = input; at < jacobian.length; at += function.inputs()) {
            found |= Double.isNaN(jacobian[at]);
        }
        return found;
    }

    /**
     * Carries a tangent through the function again if what came out of it is not a number.
     *
     * @param x the point, length n
     * @param tangent the direction, length n; along it, an input whose element is 0 stays where it is
     * @param outputTangent the derivative of each output along the direction, length m; replaced if one is not a number
     */
    public void repairPush(double[] x, double[] tangent, double[] outputTangent) {
        boolean found = false;
        for (double derivative : outputTangent) {
            found |= Double.isNaN(derivative);
        }
        if (found) {
            CollectedOutputs<DependentDual> y = evaluate(x.length, i -> DependentDual.seeded(x[i], tangent[i]));
            for (int j = 0; j < outputTangent.length; j++) {
                outputTangent[j] = y.get(j).tangent();
            }
        }
    }

    private CollectedOutputs<DependentDual> evaluate(int inputs, InputNumbers numbers) {
        if (outputs.isEmpty()) {
            outputs = Optional.of(new CollectedOutputs<>(arithmetic.array(function.outputs())));
        }
        CollectedOutputs<DependentDual> y = outputs.get();
        y.evaluate(function, arithmetic, new Inputs<DependentDual>() {
            @Override
            public int size() {
                return inputs;
            }

            @Override
            public DependentDual get(int i) {
                return numbers.of(i);
            }
        });
        return y;
    }

    /** Makes the number of an input. */
    private interface InputNumbers {

        DependentDual of(int i);
    }
}
