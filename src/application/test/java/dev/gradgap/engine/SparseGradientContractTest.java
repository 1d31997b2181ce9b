package dev.gradgap.engine;

import dev.gradgap.docs.PagePlugin;

/** The engine of docs/extend-engine.md, compiled from that page. */
final class SparseGradientContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return PagePlugin.catalog("extend-engine.md").engine("sparse-gradient");
    }
}
