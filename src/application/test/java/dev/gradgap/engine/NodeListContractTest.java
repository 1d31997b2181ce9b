package dev.gradgap.engine;

import dev.gradgap.docs.PagePlugin;

/** The reverse engine of docs/extend-engine.md, compiled from that page. */
final class NodeListContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return PagePlugin.catalog("extend-engine.md").engine("node-list");
    }
}
