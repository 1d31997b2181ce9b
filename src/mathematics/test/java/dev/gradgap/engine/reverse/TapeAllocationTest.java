package dev.gradgap.engine.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.AllocatedBytes;
import dev.gradgap.engine.Differentiator;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.graph.DoubleArithmetic;
import dev.gradgap.verify.contract.ContractFunctions.Mixed;
import dev.gradgap.verify.contract.ContractFunctions.WeightedSquares;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/**
 * A warmed evaluation allocates the variables that the function asks for and nothing else: no more than one variable for
 * every input read, constant made and operation performed, which are counted on doubles, without the tape.
 */
final class TapeAllocationTest {

    private static final int INPUTS = 2000;
    private static final int RUNS = 5;
    private static final int INPUT_VIEW_BYTES = 32;
    private static final int STATEMENTS = 3 * Tape.CHUNK;

    @Test
    void warmedGradientAllocatesTheFunctionsVariablesOnly() {
        DifferentiableFunction function = new WeightedSquares(INPUTS);
        Differentiator differentiator = new OverloadingReverse().prepare(function);
        double[] x = new double[INPUTS];
        double[] gradient = new double[INPUTS];
        assertThat(AllocatedBytes.of(() -> differentiator.gradient(x, gradient), RUNS))
                .isLessThanOrEqualTo(numbersMade(function) * variableBytes() + INPUT_VIEW_BYTES);
    }

    @Test
    void sweepsAllocateNothing() {
        Mixed function = new Mixed(INPUTS);
        var differentiator = new OverloadingReverse().prepare(function);
        double[] weights = {1, 2, 3, 4, 5};
        double[] adjoint = new double[INPUTS];
        differentiator.record(new double[INPUTS], new double[5]);
        assertThat(AllocatedBytes.of(() -> differentiator.sweep(weights, adjoint), RUNS))
                .isZero();
    }

    @Test
    void secondRecordingTakesNoMoreRoomThanTheFirst() {
        Tape tape = new Tape(1);
        double[] adjoint = new double[1];
        Runnable record = () -> {
            tape.reset();
            int last = 0;
            for (int k = 0; k < STATEMENTS; k++) {
                last = tape.record(1, last, 2, 0);
            }
            tape.addAdjoint(last, 1);
            tape.sweep(adjoint, 0);
        };
        assertThat(AllocatedBytes.of(record, RUNS)).isZero();
        assertThat(tape.bytes()).isEqualTo(24L * STATEMENTS);
    }

    private static long variableBytes() {
        int count = 1000;
        TapeVariable[] kept = new TapeVariable[count];
        long bytes = AllocatedBytes.of(
                () -> {
                    for (int i = 0; i < count; i++) {
                        kept[i] = new TapeVariable(i, 1, i);
                    }
                },
                RUNS);
        assertThat(bytes / count).isBetween(24L, 40L);
        return bytes / count;
    }

    /** How many numbers the function makes: calls of an arithmetic and of the inputs that return one. */
    @SuppressWarnings("unchecked")
    private static long numbersMade(DifferentiableFunction function) {
        long[] count = new long[1];
        DoubleArithmetic doubles = new DoubleArithmetic();
        Arithmetic<Double> counting = (Arithmetic<Double>) Proxy.newProxyInstance(
                Arithmetic.class.getClassLoader(), new Class<?>[] {Arithmetic.class}, (proxy, method, arguments) -> {
                    count[0]++;
                    return method.invoke(doubles, arguments);
                });
        Inputs<Double> inputs = new Inputs<>() {
            @Override
            public int size() {
                return function.inputs();
            }

            @Override
            public Double get(int i) {
                count[0]++;
                return 1.0;
            }
        };
        function.evaluate(counting, inputs, (j, y) -> {});
        return count[0];
    }
}
