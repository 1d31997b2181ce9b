package dev.gradgap.engine;

import dev.gradgap.docs.PagePlugin;

/** The engine of docs/simple-tape.md, compiled from that page. */
final class SimpleTapeContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return PagePlugin.catalog("simple-tape.md").engine("simple-tape");
    }
}
