package dev.gradgap.engine;

import dev.gradgap.engine.forward.OverloadingForward;

final class OverloadingForward8ContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return OverloadingForward.vector(8);
    }
}
