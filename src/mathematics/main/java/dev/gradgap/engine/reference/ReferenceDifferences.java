package dev.gradgap.engine.reference;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.ForwardEngine;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.function.DifferentiableFunction;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Central finite differences of the plain primal: (f(x + h) - f(x - h)) / 2h, two evaluations for every input, after five at
 * the point that look for the step; more where the usual one does not do ({@link Steps}).
 *
 * <p>Accuracy: the error is h²/6 |f'''| from truncation plus about ε |f| / h from rounding. With h near ∛ε = 6.1e-6 times the size
 * of the coordinates, both are near ε<sup>2/3</sup> = 4e-11 times the scale of f: 9 to 10 digits where f, f' and f''' are of one
 * size. Where f varies on another scale than its point, another step is found. Across a kink (max, min, abs) within h the result is a
 * mixture of both sides. So this engine is approximate; the others are exact up to rounding.
 *
 * <p>Where a step leaves the function's domain it refuses: one difference to one side is not what it stands for. So it does where
 * no step shows three digits of every derivative that is a ten-thousandth of the typical one or more, for instance since the
 * function is large against its derivatives.
 *
 * <p>Source: Press, Teukolsky, Vetterling and Flannery, Numerical Recipes, 3rd ed., Cambridge 2007, sec. 5.7.
 */
public final class ReferenceDifferences implements ForwardEngine {

    static final double TOLERANCE = 1e-3;

    @Override
    public String name() {
        return "reference-differences";
    }

    @Override
    public Technology technology() {
        return Technology.REFERENCE;
    }

    /** Nothing is prepared. */
    @Override
    public Set<Operator> operators() {
        return Set.of(Operator.PRIMAL, Operator.PUSHFORWARD, Operator.GRADIENT, Operator.JACOBIAN);
    }

    /** Half of the digits or more are lost where the function is large against its derivatives. */
    @Override
    public double tolerance() {
        return TOLERANCE;
    }

    /** Two copies of the point, and vectors of outputs. */
    @Override
    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        return OptionalLong.of(16 * inputs + 96 * outputs);
    }

    @Override
    public ForwardDifferentiator prepare(DifferentiableFunction function) {
        return new CentralDifferences(function.inputs(), function.outputs(), PlainPrimal.of(function));
    }
}
