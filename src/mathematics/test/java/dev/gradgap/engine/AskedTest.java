package dev.gradgap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.builtin.BuiltInEngines;
import dev.gradgap.engine.reverse.GraphReverse;
import dev.gradgap.function.DifferentiableFunction;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {

    /** Says something odd of itself. */
    private record Odd(double tolerance, int tangentsPerPass, OptionalLong predicted) implements ReverseEngine {
        @Override
        public Technology technology() {
            return Technology.LIBRARY;
        }

        @Override
        public OptionalLong predictedBytes(long inputs, long outputs, long operations) {
            return predicted;
        }

        @Override
        public ReverseDifferentiator prepare(DifferentiableFunction function) {
            return new GraphReverse().prepare(function);
        }
    }

    private static Odd tolerating(double tolerance) {
        return new Odd(tolerance, 1, OptionalLong.empty());
    }

    private static Odd predicting(long bytes) {
        return new Odd(0, 1, OptionalLong.of(bytes));
    }

    @Test
    void noEngineOfTheSuitesOwnIsAtFault() {
        assertThat(new BuiltInEngines().engines())
                .allSatisfy(engine -> assertThat(Asked.fault(engine)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 0.02, -1e-10, Double.NaN, Double.POSITIVE_INFINITY})
    void aToleranceBeyondWhichNothingIsCheckedIsAFault(double tolerance) {
        assertThat(Asked.fault(tolerating(tolerance)))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("tolerance() is " + tolerance + "; "));
        assertThat(Asked.fault(tolerating(1e-2))).isEmpty();
    }

    @Test
    void aFamilyThatCannotBeWrittenIsAFault() {
        ReverseEngine nobodys = new ReverseEngine() {
            @Override
            public Technology technology() {
                return Technology.GRAPH;
            }

            @Override
            public String family() {
                return "<b>";
            }

            @Override
            public ReverseDifferentiator prepare(DifferentiableFunction function) {
                return new GraphReverse().prepare(function);
            }
        };

        assertThat(Asked.fault(nobodys))
                .contains("family() is '<b>'; letters and digits are allowed, and . _ + - after the first");
    }

    @Test
    void librariesAreOfTheFamilyOfTheirPackageAndOthersOfTheirTechnology() {
        assertThat(tolerating(0).family()).isEqualTo("dev.gradgap.engine");
        assertThat(new GraphReverse().family()).isEqualTo("graph");
    }

    @Test
    void aPassWithoutTangentsIsAFault() {
        assertThat(Asked.fault(new Odd(0, 0, OptionalLong.empty())))
                .contains("tangentsPerPass() is 0; a pass carries 1 or more");
    }

    @Test
    void fewerThanNoBytesAreNotForetold() {
        assertThatThrownBy(() -> Asked.predictedBytes(predicting(-5), 2, 1, 3))
                .isInstanceOf(BrokenEngineException.class)
                .hasMessage("predictedBytes() is -5, which is no number of bytes");
        assertThat(Asked.predictedBytes(predicting(Long.MAX_VALUE), 2, 1, 3)).hasValue(Long.MAX_VALUE);
    }
}
