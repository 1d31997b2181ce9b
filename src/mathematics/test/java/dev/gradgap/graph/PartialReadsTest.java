package dev.gradgap.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not declared to be read must not matter; what is declared must. */
final class PartialReadsTest {

    private static final double SUBNORMAL = 1e-310; // where some partials are computed in another way
    private static final double[] NUMBERS = {0.3, 0.55, 0.8, SUBNORMAL};

    @ParameterizedTest
    @EnumSource(Operation.class)
    void partialsReadWhatIsDeclaredAndNothingElse(Operation operation) {
        int first = 0;
        int second = 0;
        for (int argument = 0; argument < 3; argument++) {
            int bit = 1 << argument;
            first |= dependsOn(operation, false, argument) ? bit : 0;
            second |= dependsOn(operation, true, argument) ? bit : 0;
        }
        assertThat(PartialReads.of(operation, true, false)).isEqualTo(first);
        assertThat(PartialReads.of(operation, false, true)).isEqualTo(second);
        assertThat(PartialReads.of(operation, true, true)).isEqualTo(first | second);
        assertThat(PartialReads.of(operation, false, false)).isZero();
    }

    private static boolean dependsOn(Operation operation, boolean second, int argument) {
        for (double a : NUMBERS) {
            for (double b : NUMBERS) {
                for (double v : NUMBERS) {
                    double[] changed = {a, b, v};
                    for (double number : new double[] {-0.4, 0.31, 0.62, 0.9}) {
                        changed[argument] = number;
                        if (partial(operation, second, changed) != partial(operation, second, a, b, v)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static double partial(Operation operation, boolean second, double... arguments) {
        double x = arguments[0];
        double y = arguments[1];
        double value = arguments[2];
        return second ? operation.secondPartial(x, y, value) : operation.firstPartial(x, y, value);
    }
}
