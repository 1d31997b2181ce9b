package dev.gradgap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.function.Convention;
import dev.gradgap.function.Elemental;
import dev.gradgap.graph.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of operations in docs/new-operation.md is that of the definitions. */
class OperationListTest {

    private static final String HEADING = "| operation | drawn | operands | on vectors | conventions |";

    @Test
    void everyOperationIsListed() throws IOException {
        List<String> page = Files.readAllLines(Path.of("docs/new-operation.md"));
        List<String> listed = page.subList(page.indexOf(HEADING) + 2, page.size());
        List<String> expected =
                Stream.of(Operation.values()).map(OperationListTest::row).toList();
        assertThat(String.join("\n", listed)).isEqualTo(String.join("\n", expected));
    }

    private static String row(Operation operation) {
        Elemental f = operation.elemental();
        String conventions = f.conventions().stream().map(Convention::text).collect(Collectors.joining("; "));
        String name = operation.takesConstant() ? "pow(x, c)" : operation.name().toLowerCase(Locale.ROOT);
        String vectors = f.isComposedInLanes() ? "composed" : f.hasLanes() ? f.laneOperator() : "";
        return Stream.of(name, f.symbol(), String.valueOf(f.arity()), vectors, conventions)
                .collect(Collectors.joining(" | ", "| ", " |"))
                .replace("|  |", "| |")
                .replace("|  |", "| |");
    }
}
