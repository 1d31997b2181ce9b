package dev.gradgap.compare;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.compare.ComparedRuns.MadeUp;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.text.UserError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ComparabilityTest {

    private static final ComparedRun BASE = ComparedRuns.run("base", 1, 2, MadeUp.ok("a", 1));
    private static final ComparedRun HEAD = ComparedRuns.run("head", 2, 2, MadeUp.ok("a", 1));

    private static ComparedRun with(String field, String value) {
        Map<String, Object> fields = new HashMap<>(HEAD.environment().fields());
        fields.put(field, value);
        return new ComparedRun("head", HEAD.run(), new Environment(fields));
    }

    @Test
    void runsOfOneMachineAndOneSuiteAreComparable() {
        assertThatCode(() -> Comparability.require(BASE, HEAD)).doesNotThrowAnyException();
        assertThatCode(() -> Comparability.require(BASE, with("load_average", "3")))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherProcessorOrJvmIsRefused() {
        assertThatThrownBy(() -> Comparability.require(BASE, with("cpu_model", "another")))
                .isInstanceOf(UserError.class)
                .hasMessage("not comparable: cpu_model is a processor in base and another in head");
        assertThatThrownBy(() -> Comparability.require(BASE, with("jvm_version", "21")))
                .hasMessageContaining("jvm_version");
    }

    @Test
    void anotherShareOfTheProcessorIsRefused() {
        assertThatThrownBy(() -> Comparability.require(with("cpu_quota", "none"), with("cpu_quota", "0.5")))
                .hasMessageContaining("cpu_quota is none in head and 0.5 in head");
        assertThatCode(() -> Comparability.require(BASE, with("cpu_quota", "0.5"))) // BASE does not know
                .doesNotThrowAnyException();
    }

    @Test
    void anotherDefinitionOfAWorkloadIsRefused() {
        ComparedRun other = new ComparedRun(
                "head", HEAD.run(), HEAD.environment().withWorkloadHashes(Map.of("rosenbrock", "def", "mlp", "1")));
        assertThatThrownBy(() -> Comparability.require(BASE, other))
                .hasMessage(
                        "not comparable: the definition of workload rosenbrock (hash) is abc in base and def in head");
    }

    @Test
    void otherMeasurementSettingsAreRefusedButNotAnotherNumberOfForks() {
        assertThatCode(() -> Comparability.require(BASE, withSetting("forks", "9")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Comparability.require(BASE, withSetting("iterations", "6")))
                .hasMessage("not comparable: iterations of rosenbrock a is 5 in base and 6 in head");
    }

    private static ComparedRun withSetting(String key, String value) {
        Map<String, String> settings = new HashMap<>(ComparedRuns.SETTINGS);
        settings.put(key, value);
        RunHeader header = HEAD.run().header();
        RunHeader other =
                new RunHeader(header.schema(), header.suite(), header.seed(), 3, settings, List.of(), header.cells());
        return new ComparedRun("head", new RunData(other, HEAD.run().forks()), HEAD.environment());
    }

    @Test
    void runsWithoutACommonCellAreRefused() {
        assertThatThrownBy(() -> Comparability.require(BASE, ComparedRuns.run("head", 1, 2, MadeUp.ok("b", 1))))
                .hasMessage("not comparable: base and head have no cell in common; measure both with the same suite");
    }
}
