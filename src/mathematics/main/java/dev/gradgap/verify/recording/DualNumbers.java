package dev.gradgap.verify.recording;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.forward.OverloadingForward;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.verify.expected.Expected;
import dev.gradgap.verify.expected.Opinion.Method;
import dev.gradgap.verify.expected.Positions;
import dev.gradgap.verify.expected.Source;
import dev.gradgap.verify.expected.Weights;
import java.util.ArrayList;
import java.util.List;

/** Columns J v of a function's Jacobian at a point, by dual numbers, with what rounding may do to them. */
final class DualNumbers {

    private final DifferentiableFunction function;
    private final double[] x;
    private final Source source;
    private final Kinks kinks;
    private final ForwardDifferentiator differentiator;
    private final long[] noises;
    private Expected values;

    /**
     * Runs a function on dual numbers.
     *
     * @param kinks of the function at the point
     * @param noises the seeds of other rounding errors to try
     */
    DualNumbers(DifferentiableFunction function, double[] x, Kinks kinks, long[] noises) {
        this.function = function;
        this.x = x;
        this.noises = noises;
        this.kinks = kinks;
        source = Method.DUAL_NUMBERS.source(x.length).withSmallest(kinks.smallest());
        differentiator = OverloadingForward.scalar().prepare(function);
        double[] unknown = new double[function.outputs()];
        values = new Expected(
                Method.DUAL_NUMBERS.valueSource(x.length), Positions.upTo(unknown.length), unknown, unknown);
    }

    /** The outputs, known once there has been a direction. */
    Expected values() {
        return values;
    }

    /** All outputs' derivatives along a direction. */
    Expected along(Weights direction) {
        double[] v = direction.toArray();
        int m = values.size();
        double[] y = new double[m];
        double[] tangents = new double[m];
        differentiator.pushforward(x, v, y, tangents);
        values = new Expected(values.by(), values.positions(), y, new double[m]);
        Expected column = new Expected(source, values.positions(), tangents, new double[m]);
        if (kinks.found()) {
            column = column.withSidesOf(kinks.along(source, direction));
        }
        List<double[]> noisyValues = new ArrayList<>();
        List<double[]> noisyTangents = new ArrayList<>();
        for (long noise : noises) {
            noisyValues.add(new double[m]);
            noisyTangents.add(new double[m]);
            NoisyDual.pushforward(
                    function,
                    noise,
                    x,
                    v,
                    noisyValues.get(noisyValues.size() - 1),
                    noisyTangents.get(noisyTangents.size() - 1));
        }
        values = values.withUncertaintyOf(noisyValues);
        return column.withUncertaintyOf(noisyTangents);
    }
}
