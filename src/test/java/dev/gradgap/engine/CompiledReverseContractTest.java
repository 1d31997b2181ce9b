package dev.gradgap.engine;

import dev.gradgap.engine.compiled.CompiledReverse;

final class CompiledReverseContractTest extends ExactEngineContractTest {

    @Override
    Engine engine() {
        return new CompiledReverse();
    }
}
