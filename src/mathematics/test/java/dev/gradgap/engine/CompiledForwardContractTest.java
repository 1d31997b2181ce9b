package dev.gradgap.engine;

import dev.gradgap.engine.compiled.CompiledForward;

final class CompiledForwardContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return CompiledForward.scalar();
    }
}
