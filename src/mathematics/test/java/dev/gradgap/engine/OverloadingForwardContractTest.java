package dev.gradgap.engine;

import dev.gradgap.engine.forward.OverloadingForward;

final class OverloadingForwardContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return OverloadingForward.scalar();
    }
}
