package dev.gradgap.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.Engine;
import dev.gradgap.text.UserError;
import dev.gradgap.workload.WorkloadFamily;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {

    private final Catalog catalog = Catalog.load(List.of());

    @Test
    void theSuitesOwnWorkloadsAndEnginesAreFound() {
        assertThat(catalog.workloads()).extracting(WorkloadFamily::name).contains("lecture", "rosenbrock", "random");
        assertThat(catalog.engines()).extracting(Engine::name).contains("graph-forward", "graph-reverse");
    }

    @Test
    void everyNameFindsItsOwn() {
        assertThat(catalog.workloads())
                .allMatch(family -> catalog.workload(family.name()).equals(family));
        assertThat(catalog.engines())
                .allMatch(engine -> catalog.engine(engine.name()).equals(engine));
    }

    @Test
    void globsFindAllThatMatchInOrder() {
        assertThat(catalog.engines("graph-*"))
                .extracting(Engine::name)
                .startsWith("graph-forward")
                .endsWith("graph-reverse")
                .allMatch(name -> name.startsWith("graph-"));
        assertThat(catalog.workloads("??????e"))
                .extracting(WorkloadFamily::name)
                .containsExactly("lecture");
        assertThat(catalog.workloads("*")).isEqualTo(catalog.workloads());
    }

    @Test
    void parametersFollowTheName() {
        WorkloadFamily random = catalog.workload("random:locality=8:operations=5");

        assertThat(random.name()).startsWith("random:").contains("operations=5").contains("locality=8");
        assertThat(catalog.workloads("rando?:operations=5"))
                .extracting(WorkloadFamily::name)
                .containsExactly(catalog.workload("random:operations=5").name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rosenbrok           | unknown workload 'rosenbrok': did you mean 'rosenbrock'? (list workloads shows all)
                    Rosenbrock          | unknown workload 'Rosenbrock': did you mean 'rosenbrock'? (list workloads shows all)
                    banana              | unknown workload 'banana' (list workloads shows all)
                    ban*                | no workload matches 'ban*' (list workloads shows all)
                    randm:operations=2  | unknown workload 'randm': did you mean 'random'? (list workloads shows all)
                    random:operations   | workload 'random:operations': 'operations' is not a parameter; write random:key=value
                    random:             | workload 'random:': '' is not a parameter; write random:key=value
                    chain:depth=2       | workload chain has no parameter 'depth' (it has none)
                    """)
    void whatIsWrongWithAWorkloadIsSaidInOneLine(String name, String message) {
        assertThatThrownBy(() -> catalog.workloads(name))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "random:operation=2,has no parameter 'operation': did you mean 'operations'? (it has ",
        "random:operations=2:operations=3,parameter operations is given twice",
        "random:operations=0,operations",
        "random:operations=many,operations"
    })
    void aWrongParameterIsNamed(String name, String message) {
        assertThatThrownBy(() -> catalog.workload(name))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(message);
    }

    @Test
    void anUnknownEngineIsAnsweredByTheNearest() {
        assertThatThrownBy(() -> catalog.engine("graph-revers"))
                .isInstanceOf(UserError.class)
                .hasMessage("unknown engine 'graph-revers': did you mean 'graph-reverse'? (list engines shows all)");
        assertThatThrownBy(() -> catalog.engines("tensor*"))
                .isInstanceOf(UserError.class)
                .hasMessage("no engine matches 'tensor*' (list engines shows all)");
    }

    @Test
    void anErrorIsOneLineWhateverTheNameContains() {
        assertThatThrownBy(() -> catalog.workload("a\nb\u001b[31mc\u0000"))
                .hasMessage("unknown workload 'a b?[31mc?' (list workloads shows all)");
    }
}
