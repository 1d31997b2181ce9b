package dev.gradgap.engine;

import dev.gradgap.engine.compiled.CompiledForward;

final class CompiledForward8ContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return CompiledForward.vector(8);
    }
}
