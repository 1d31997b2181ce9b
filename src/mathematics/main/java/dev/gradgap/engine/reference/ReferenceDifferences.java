package dev.gradgap.engine.reference;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.ForwardEngine;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.function.DifferentiableFunction;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Central finite differences of the plain primal: (f(x + h) - f(x - h)) / 2h, two evaluations for every input.
 *
 * <p>Accuracy: the error is h²/6 |f'''| from truncation plus about ε |f| / h from rounding. With h = ∛ε max(|x_i|, s), where s
 * is 1 or, if that is smaller, the point's largest coordinate, and ∛ε = 6.1e-6, both are near ε<sup>2/3</sup> = 4e-11 times
 * the scale of f: 9 to 10 digits where f, f' and f''' are of one size, fewer where f is large against its derivative or varies on
 * a much smaller scale than the point. Across a kink (max, min, abs) within h the result is a mixture of both sides. So this
 * engine is approximate; the others are exact up to rounding.
 *
 * <p>Where a step leaves the function's domain it refuses: one difference to one side is not what it stands for.
 *
 * <p>Source: Press, Teukolsky, Vetterling and Flannery, Numerical Recipes, 3rd ed., Cambridge 2007, sec. 5.7.
 */
public final class ReferenceDifferences implements ForwardEngine {

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
        return 1e-3;
    }

    /** A copy of the point and two vectors of outputs. */
    @Override
    public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
        return OptionalLong.of(8 * inputs + 16 * outputs);
    }

    @Override
    public ForwardDifferentiator prepare(DifferentiableFunction function) {
        return new CentralDifferences(function.inputs(), function.outputs(), PlainPrimal.of(function));
    }
}
