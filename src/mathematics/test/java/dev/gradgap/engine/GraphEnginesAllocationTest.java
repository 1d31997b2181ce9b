package dev.gradgap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradgap.engine.forward.GraphForward;
import dev.gradgap.engine.forward.GraphForwardSparse;
import dev.gradgap.engine.reverse.GraphReverse;
import dev.gradgap.engine.reverse.InterpreterReverse;
import dev.gradgap.verify.contract.ContractFunctions.Mixed;
import dev.gradgap.verify.contract.ContractFunctions.WeightedSquares;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GraphEnginesAllocationTest {

    private static final int INPUTS = 301;
    private static final int RUNS = 5;

    static Stream<Engine> engines() {
        return Stream.of(
                GraphForward.scalar(),
                GraphForward.vector(4),
                GraphForward.vector(8),
                GraphForward.vector(16),
                new GraphForwardSparse(),
                new GraphReverse(),
                new InterpreterReverse());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void warmedGradientAllocatesNothing(Engine engine) {
        assumeOnScalars(engine);
        Differentiator differentiator = engine.prepare(new WeightedSquares(INPUTS));
        double[] x = new double[INPUTS];
        Arrays.fill(x, 0.5);
        double[] gradient = new double[INPUTS];
        assertThat(AllocatedBytes.of(() -> differentiator.gradient(x, gradient), RUNS))
                .isZero();
        assertThat(AllocatedBytes.of(() -> differentiator.primal(x, gradient), RUNS))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void warmedJacobianAllocatesNothing(Engine engine) {
        assumeOnScalars(engine);
        Differentiator differentiator = engine.prepare(new Mixed(INPUTS));
        double[] x = new double[INPUTS];
        double[] jacobian = new double[5 * INPUTS];
        assertThat(AllocatedBytes.of(() -> differentiator.jacobian(x, jacobian), RUNS))
                .isZero();
    }

    private static void assumeOnScalars(Engine engine) {
        assumeTrue(
                engine.tangentsPerPass() == 1
                        || ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty(),
                "vectors are objects until HotSpot's second compiler has compiled their loop");
    }

    @Test
    void countSeesWhatIsAllocated() {
        double[][] kept = new double[1][];
        assertThat(AllocatedBytes.of(() -> kept[0] = new double[1000], RUNS)).isBetween(8000L, 8100L);
    }
}
