package dev.gradgap.engine;

import dev.gradgap.engine.forward.GraphForwardSparse;

final class GraphForwardSparseContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return new GraphForwardSparse();
    }
}
