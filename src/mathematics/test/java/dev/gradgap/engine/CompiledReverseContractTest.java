package dev.gradgap.engine;

import dev.gradgap.engine.compiled.CompiledReverse;

final class CompiledReverseContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return new CompiledReverse();
    }
}
