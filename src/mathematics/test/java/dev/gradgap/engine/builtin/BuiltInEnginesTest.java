package dev.gradgap.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.EngineProvider;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Technology;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class BuiltInEnginesTest {

    @Test
    void namesAreTheDocumentedOnes() {
        assertThat(new BuiltInEngines().engines())
                .extracting(Engine::name)
                .containsExactly(
                        "overloading-forward",
                        "overloading-forward-4",
                        "overloading-forward-8",
                        "overloading-forward-16",
                        "overloading-reverse",
                        "graph-forward",
                        "graph-forward-4",
                        "graph-forward-8",
                        "graph-forward-16",
                        "graph-forward-sparse",
                        "graph-reverse",
                        "interpreter-reverse",
                        "compiled-forward",
                        "compiled-forward-4",
                        "compiled-forward-8",
                        "compiled-forward-16",
                        "compiled-reverse",
                        "commons-math",
                        "reference-adjoint",
                        "reference-differences");
    }

    @Test
    void everyTechnologyThatIsComparedHasBothModes() {
        List<Engine> engines = new BuiltInEngines().engines();
        for (Technology technology : List.of(Technology.OVERLOADING, Technology.GRAPH, Technology.COMPILED)) {
            assertThat(engines.stream()
                            .filter(engine -> engine.technology() == technology)
                            .map(Engine::mode)
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder(Mode.values());
        }
    }

    @Test
    void serviceLoaderFindsThem() {
        assertThat(ServiceLoader.load(EngineProvider.class)).hasAtLeastOneElementOfType(BuiltInEngines.class);
    }
}
