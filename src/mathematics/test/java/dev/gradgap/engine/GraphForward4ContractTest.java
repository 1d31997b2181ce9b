package dev.gradgap.engine;

import dev.gradgap.engine.forward.GraphForward;

final class GraphForward4ContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return GraphForward.vector(4);
    }
}
