package dev.gradgap.engine;

import dev.gradgap.engine.library.CommonsMath;

final class CommonsMathContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return new CommonsMath();
    }
}
