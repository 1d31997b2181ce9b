package dev.gradgap.engine;

import dev.gradgap.engine.reverse.GraphReverse;

final class GraphReverseContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return new GraphReverse();
    }
}
