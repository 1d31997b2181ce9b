package dev.gradgap.engine;

import dev.gradgap.engine.forward.GraphForward;

final class GraphForward8ContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return GraphForward.vector(8);
    }
}
