package dev.gradgap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.graph.DoubleArithmetic;
import org.junit.jupiter.api.Test;

final class CollectedOutputsTest {

    /** Sets its first {@code set} outputs. */
    private record Partly(int set) implements DifferentiableFunction {
        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public int outputs() {
            return 2;
        }

        @Override
        public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
            for (int j = 0; j < set; j++) {
                y.set(j, a.constant(j + 0.5));
            }
        }
    }

    private static final class NoInputs implements Inputs<Double> {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public Double get(int i) {
            return 0.0;
        }
    }

    @Test
    void outputsOfAnEarlierEvaluationDoNotCount() {
        DoubleArithmetic arithmetic = new DoubleArithmetic();
        CollectedOutputs<Double> outputs = new CollectedOutputs<>(new Double[2]);
        outputs.evaluate(new Partly(2), arithmetic, new NoInputs());
        assertThat(outputs.get(0)).isEqualTo(0.5);
        assertThat(outputs.get(1)).isEqualTo(1.5);
        assertThatThrownBy(() -> outputs.evaluate(new Partly(1), arithmetic, new NoInputs()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the function left output 1 unset");
    }
}
