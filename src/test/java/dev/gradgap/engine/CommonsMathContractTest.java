package dev.gradgap.engine;

import dev.gradgap.engine.library.CommonsMath;

final class CommonsMathContractTest extends ExactEngineContractTest {

    @Override
    Engine engine() {
        return new CommonsMath();
    }
}
