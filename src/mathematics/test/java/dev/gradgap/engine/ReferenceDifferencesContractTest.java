package dev.gradgap.engine;

import dev.gradgap.engine.reference.ReferenceDifferences;

final class ReferenceDifferencesContractTest extends EngineContractTest {

    @Override
    Engine engine() {
        return new ReferenceDifferences();
    }

    @Override
    double tolerance() {
        return 1e-8;
    }
}
