package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ListCommandTest {

    private static JsonNode named(JsonNode array, String name) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(element -> element.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void workloadsAreATableWithARowEach() {
        List<String> lines =
                Outcome.of("list", "workloads").isFine().out().lines().toList();

        assertThat(lines.get(0)).matches("NAME +INPUTS +OUTPUTS +BY HAND +DEFINITION");
        assertThat(lines).anyMatch(line -> line.matches("lecture +2 +1 +yes +e = \\(a \\+ b\\)\\(b \\+ 1\\).*"));
        assertThat(lines).anyMatch(line -> line.startsWith("random has parameters; its defaults are random:"));
        int column = lines.get(0).indexOf("DEFINITION");
        assertThat(lines.stream().takeWhile(line -> !line.isEmpty()))
                .allMatch(line -> line.substring(column - 2, column).isBlank());
    }

    @Test
    void workloadsInJsonHaveTheFieldsOfTheContract() {
        JsonNode workloads = Outcome.ofLine("list workloads --format json").json();

        assertThat(workloads.isArray()).isTrue();
        assertThat(workloads).allSatisfy(workload -> assertThat(workload.fieldNames())
                .toIterable()
                .contains("name", "family", "definition", "source", "min_inputs", "max_inputs", "outputs")
                .contains("has_reference", "parameters", "max_outputs"));
        JsonNode lecture = named(workloads, "lecture");
        assertThat(lecture.path("min_inputs").intValue()).isEqualTo(2);
        assertThat(lecture.path("max_inputs").intValue()).isEqualTo(2);
        assertThat(lecture.path("outputs").intValue()).isEqualTo(1);
        assertThat(lecture.path("has_reference").booleanValue()).isTrue();
        assertThat(named(workloads, "random")
                        .path("parameters")
                        .path("operations")
                        .isTextual())
                .isTrue();
    }

    @Test
    void enginesInJsonHaveTheFieldsOfTheContract() {
        JsonNode engines = Outcome.ofLine("list engines --format json").json();
        JsonNode reverse = named(engines, "graph-reverse");

        assertThat(reverse.path("technology").asText()).isEqualTo("graph");
        assertThat(reverse.path("mode").asText()).isEqualTo("reverse");
        assertThat(reverse.path("tangents_per_pass").intValue()).isEqualTo(1);
        assertThat(reverse.path("operators"))
                .extracting(JsonNode::asText)
                .containsExactly("primal", "prepare", "record", "pullback", "gradient", "jacobian");
    }

    @Test
    void enginesAreATableWithARowEach() {
        assertThat(Outcome.of("list", "engines").isFine().out().lines())
                .first()
                .asString()
                .matches("NAME +TECHNOLOGY +MODE +TANGENTS +OPERATORS");
        assertThat(Outcome.of("list", "engines").out().lines())
                .anyMatch(line -> line.matches("graph-forward-8 +graph +forward +8 +primal .*"));
    }

    @Test
    void suitesHaveATitleAndADescription() {
        JsonNode quick = named(Outcome.ofLine("list suites --format json").json(), "quick");

        assertThat(quick.path("title").asText()).isNotEmpty();
        assertThat(quick.path("description").asText()).isNotEmpty();
        assertThat(Outcome.of("list", "suites").isFine().out())
                .contains(
                        "smoke",
                        "quick",
                        "standard",
                        "full",
                        quick.path("title").asText());
    }
}
