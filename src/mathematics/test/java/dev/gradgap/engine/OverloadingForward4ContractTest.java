package dev.gradgap.engine;

import dev.gradgap.engine.forward.OverloadingForward;

final class OverloadingForward4ContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return OverloadingForward.vector(4);
    }
}
