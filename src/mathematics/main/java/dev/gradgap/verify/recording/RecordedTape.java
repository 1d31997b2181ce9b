package dev.gradgap.verify.recording;

import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.verify.expected.Expected;
import dev.gradgap.verify.expected.Opinion.Method;
import dev.gradgap.verify.expected.Positions;
import dev.gradgap.verify.expected.Source;
import dev.gradgap.verify.expected.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows w'J of a function's Jacobian at a point, by the tape, with what rounding may do to them. */
final class RecordedTape {

    private static final double USABLE_HEAP = 0.5;

    private final int inputs;
    private final ReverseDifferentiator tape;
    private final List<NoisyTape> others = new ArrayList<>(); // with other rounding errors
    private final Source source;
    private Expected values;

    private RecordedTape(DifferentiableFunction function, double[] x, Kinks kinks, long[] noises, int tapes) {
        inputs = x.length;
        source = Method.TAPE.source(inputs).withSmallest(kinks.smallest());
        tape = new OverloadingReverse().prepare(function);
        double[] y = new double[function.outputs()];
        tape.record(x, y);
        values = new Expected(Method.TAPE.valueSource(inputs), Positions.upTo(y.length), y, new double[y.length]);
        for (int k = 0; k < Math.min(noises.length, tapes - 1); k++) {
            others.add(new NoisyTape(function, noises[k], x));
        }
        if (!others.isEmpty()) {
            values = values.withUncertaintyOf(
                    others.stream().map(NoisyTape::values).toList());
        }
    }

    /**
     * Records a function at a point, if it fits into memory.
     *
     * @param kinks of the function at the point
     * @param noises the seeds of other rounding errors to try, each on a tape of its own
     */
    static Optional<RecordedTape> of(DifferentiableFunction function, double[] x, Kinks kinks, long[] noises) {
        long bytes = new OverloadingReverse()
                .predictedBytes(x.length, function.outputs(), kinks.operations())
                .orElseThrow();
        double tapes = USABLE_HEAP * Runtime.getRuntime().maxMemory() / bytes;
        if (tapes < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecordedTape(function, x, kinks, noises, (int) Math.min(tapes, noises.length + 1)));
        } catch (OutOfMemoryError e) {
            return Optional.empty(); // dual numbers take less, and have to do
        }
    }

    /** The outputs. */
    Expected values() {
        return values;
    }

    /** The derivatives of the weighted outputs with respect to all inputs. */
    Expected back(Weights weights) {
        double[] w = weights.toArray();
        double[] swept = new double[inputs];
        tape.sweep(w, swept);
        Expected row = new Expected(source, Positions.upTo(inputs), swept, new double[inputs]);
        return others.isEmpty()
                ? row
                : row.withUncertaintyOf(
                        others.stream().map(other -> other.row(w)).toList());
    }
}
