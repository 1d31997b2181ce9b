package dev.gradgap.verify;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.verify.expected.Positions;
import dev.gradgap.verify.expected.Weights;
import dev.gradgap.workload.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One operator of a prepared engine as it is called over and over: always with the same weights or the same direction, and of a
 * forward engine that takes many passes always the same of them.
 */
final class OperatorCall {

    private static final int MOST_PASSES = 16;

    private final Differentiator differentiator;
    private final Operator operator;
    private final double[] vector; // the outputs' weights or the inputs' direction; empty if it takes none
    private final int[] passes; // empty for all, through jacobian
    private final int[] positions; // of the result that a call fills, ascending
    private final int length; // of the result

    /**
     * The caller's arrays, which a call reads and fills.
     *
     * @param x the point, length n
     * @param y receives the outputs, length m, from operators that give them
     * @param result receives the derivatives; empty for the function's value alone
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record CallersArrays(double[] x, double[] y, double[] result) {}

    /**
     * Calls that are about to be made.
     *
     * @param chunk the tangents of a forward pass
     * @param maxPasses how many passes of a forward engine a call may make
     * @param seed decides the vector and which passes
     */
    OperatorCall(Differentiator differentiator, Operator operator, int chunk, int maxPasses, Seed seed) {
        this.differentiator = differentiator;
        this.operator = operator;
        int n = differentiator.inputs();
        int m = differentiator.outputs();
        vector = switch (operator) {
            case RECORD, PULLBACK -> Weights.signs(m, seed.nextLong()).toArray();
            case PUSHFORWARD -> Weights.signs(n, seed.nextLong()).toArray();
            case PRIMAL, PREPARE, GRADIENT, JACOBIAN -> new double[0];
        };
        length = switch (operator) {
            case PRIMAL, PREPARE -> 0;
            case RECORD, PULLBACK -> n;
            case PUSHFORWARD -> m;
            case GRADIENT, JACOBIAN -> m * n;
        };
        int affordable = Math.max(1, Math.min(MOST_PASSES, maxPasses));
        boolean some = operator.isAllDerivatives()
                && differentiator instanceof ForwardDifferentiator
                && differentiator.passes() > affordable;
        passes = some ? Positions.sample(differentiator.passes(), affordable, seed) : new int[0];
        positions = some ? columns(passes, chunk, n, m) : Positions.upTo(length);
    }

    /** The positions, in a row-major Jacobian, of the columns that some passes fill. */
    private static int[] columns(int[] passes, int chunk, int n, int m) {
        int[] columns = Arrays.stream(passes)
                .flatMap(pass -> IntStream.range(pass * chunk, Math.min(n, (pass + 1) * chunk)))
                .toArray();
        return IntStream.range(0, m)
                .flatMap(j -> Arrays.stream(columns).map(i -> j * n + i))
                .toArray();
    }

    /** New arrays for a call, the results not numbers. */
    CallersArrays arrays() {
        CallersArrays arrays = new CallersArrays(
                new double[differentiator.inputs()], new double[differentiator.outputs()], new double[length]);
        unset(arrays);
        return arrays;
    }

    /** Leaves nothing in the results that could pass for one, or that a sum could start from. */
    static void unset(CallersArrays arrays) {
        Arrays.fill(arrays.y, Double.NaN);
        Arrays.fill(arrays.result, Double.NaN);
    }

    /** The positions of the result that a call fills, ascending. */
    int[] positions() {
        return positions;
    }

    /** What is at a position of the result, for messages. */
    String name(int position) {
        int n = differentiator.inputs();
        return switch (operator) {
            case PRIMAL, PREPARE -> "y[" + position + "]";
            case RECORD, PULLBACK -> "(w'J)[" + position + "]";
            case PUSHFORWARD -> "(Jv)[" + position + "]";
            case GRADIENT -> "dy/dx[" + position + "]";
            case JACOBIAN -> "dy[" + position / n + "]/dx[" + position % n + "]";
        };
    }

    /** Whether a call gives the outputs, too. */
    boolean givesOutputs() {
        return !operator.isAllDerivatives();
    }

    /** Makes the call. */
    void into(CallersArrays arrays) {
        switch (operator) {
            case PRIMAL, PREPARE -> differentiator.primal(arrays.x, arrays.y);
            case RECORD, PULLBACK ->
                ((ReverseDifferentiator) differentiator).pullback(arrays.x, vector, arrays.y, arrays.result);
            case PUSHFORWARD ->
                ((ForwardDifferentiator) differentiator).pushforward(arrays.x, vector, arrays.y, arrays.result);
            case GRADIENT, JACOBIAN -> derivatives(arrays);
        }
    }

    private void derivatives(CallersArrays arrays) {
        if (passes.length == 0) {
            differentiator.jacobian(arrays.x, arrays.result);
            return;
        }
        ForwardDifferentiator forward = (ForwardDifferentiator) differentiator;
        forward.start(arrays.x);
        for (int pass : passes) {
            forward.pass(pass, arrays.x, arrays.result);
        }
    }
}
