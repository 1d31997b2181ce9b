package dev.gradgap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.verify.contract.Contract;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every engine must do, a test for each clause of the {@link Contract} that {@code verify --contract} tries; a test of a new
 * engine inherits this and says how to make one.
 */
abstract class EngineContractTest {

    abstract Engine engine();

    /** The relative error allowed, where numbers are of size 1; the engines here do better than their own tolerance. */
    double tolerance() {
        return 1e-13;
    }

    @TestFactory
    Stream<DynamicTest> everyClauseIsKept() {
        Engine engine = engine();
        return Contract.of(engine).stream()
                .map(clause -> DynamicTest.dynamicTest(clause.name(), () -> clause.check(engine, tolerance())));
    }

    @Test
    void anEngineOfThisProjectComputesAllDerivatives() {
        assertThat(engine().operators()).contains(Operator.PRIMAL, Operator.GRADIENT, Operator.JACOBIAN);
    }
}
