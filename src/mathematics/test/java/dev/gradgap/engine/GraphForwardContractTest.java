package dev.gradgap.engine;

import dev.gradgap.engine.forward.GraphForward;

final class GraphForwardContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return GraphForward.scalar();
    }
}
