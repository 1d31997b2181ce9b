package dev.gradgap.engine;

import dev.gradgap.docs.PagePlugin;

/** An engine whose arithmetic has each operation by name, as plug-ins were written before there was another way. */
final class NamedTapeContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return PagePlugin.catalog("../src/application/test/resources/plugins/named-tape.md")
                .engine("named-tape");
    }
}
