package dev.gradgap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.TestFunctions.Lecture;
import dev.gradgap.engine.reference.ReferenceAdjoint;
import dev.gradgap.function.DifferentiableFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class ReferenceAdjointContractTest extends ExactEngineContractTest {

    @Override
    Engine engine() {
        return new ReferenceAdjoint();
    }

    @Override
    DifferentiableFunction prepared(DifferentiableFunction function, UnaryOperator<double[]> jacobian) {
        return withAdjoint(function, jacobian);
    }

    @Test
    void functionWithoutHandWrittenAdjointIsRefused() {
        assertThat(engine().refusal(new Lecture())).contains("the function has no hand-written adjoint");
        assertThatThrownBy(() -> engine().prepare(new Lecture())).isInstanceOf(IllegalArgumentException.class);
    }
}
