package dev.gradgap.engine;

import dev.gradgap.engine.reverse.OverloadingReverse;

final class OverloadingReverseContractTest extends ExactEngineContractTest {

    @Override
    Engine engine() {
        return new OverloadingReverse();
    }
}
