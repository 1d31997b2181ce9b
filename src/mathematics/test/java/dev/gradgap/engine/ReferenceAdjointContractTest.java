package dev.gradgap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.reference.ReferenceAdjoint;
import dev.gradgap.verify.contract.ContractFunctions.Lecture;
import org.junit.jupiter.api.Test;

final class ReferenceAdjointContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return new ReferenceAdjoint();
    }

    @Test
    void functionWithoutHandWrittenAdjointIsRefused() {
        assertThat(engine().refusal(new Lecture())).contains("the function has no hand-written adjoint");
        assertThatThrownBy(() -> engine().prepare(new Lecture())).isInstanceOf(IllegalArgumentException.class);
    }
}
