package dev.gradgap.engine;

import dev.gradgap.engine.reverse.GraphReverse;

final class GraphReverseInOrderContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return GraphReverse.inOrder();
    }
}
