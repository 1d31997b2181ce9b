package dev.gradgap.engine;

import dev.gradgap.engine.reverse.InterpreterReverse;

final class InterpreterReverseContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return new InterpreterReverse();
    }
}
