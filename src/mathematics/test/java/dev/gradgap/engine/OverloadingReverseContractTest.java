package dev.gradgap.engine;

import dev.gradgap.engine.reverse.OverloadingReverse;

final class OverloadingReverseContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return new OverloadingReverse();
    }
}
