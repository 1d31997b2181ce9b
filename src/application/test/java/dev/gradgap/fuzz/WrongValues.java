package dev.gradgap.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Files of which one value cannot be right, however it is read: a reader that says nothing has calculated with nonsense. */
final class WrongValues {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What others chose, so that any text will do. */
    private static final Set<String> TEXTS = Set.of(
            "workload", "engine", "family", "rival", "forward_engine", "reverse_engine", "reason", "note", "since");

    /** Columns that may be below 0. */
    private static final Set<String> SIGNED = Set.of(
            "exponent",
            "exponent_lo",
            "exponent_hi",
            "r_squared",
            "crossover",
            "crossover_lo",
            "crossover_hi",
            "evaluations",
            "evaluations_lo",
            "evaluations_hi");

    private final SplittableRandom random;

    WrongValues(SplittableRandom random) {
        this.random = random;
    }

    /**
     * A line, or a file, of JSON, in which a value is of another kind than it was: a number a text, a text a number.
     *
     * @throws IOException if it is no JSON
     */
    byte[] json(byte[] object) throws IOException {
        JsonNode root = MAPPER.readTree(object);
        List<Runnable> changes = new ArrayList<>();
        collect(root, changes);
        changes.get(random.nextInt(changes.size())).run();
        return MAPPER.writeValueAsBytes(root);
    }

    private void collect(JsonNode node, List<Runnable> changes) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                JsonNode value = object.get(name);
                changes.add(() -> object.set(name, other(value)));
                collect(value, changes);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                JsonNode value = array.get(i);
                changes.add(() -> array.set(index, other(value)));
                collect(value, changes);
            }
        }
    }

    private JsonNode other(JsonNode value) {
        List<JsonNode> others = new ArrayList<>(List.of(NODES.nullNode(), NODES.textNode("x"), NODES.numberNode(-7.5)));
        others.add(NODES.booleanNode(true));
        others.add(NODES.objectNode());
        others.add(NODES.arrayNode());
        others.removeIf(other -> other.getNodeType() == value.getNodeType());
        return others.get(random.nextInt(others.size()));
    }

    /** A table in which a value that is a number, a label or empty is none of these. */
    byte[] csv(byte[] table) {
        List<String> lines = lines(table);
        String[] columns = lines.get(0).split(",", -1);
        if (lines.size() == 1) {
            lines.add(",".repeat(columns.length - 1));
        }
        int line = 1 + random.nextInt(lines.size() - 1);
        String[] values = lines.get(line).split(",", -1);
        int column;
        do {
            column = random.nextInt(columns.length);
        } while (TEXTS.contains(columns[column]));
        List<String> wrong = new ArrayList<>(List.of("x", "NaN", "1e999", "--1", "1;2"));
        if (!SIGNED.contains(columns[column])) {
            wrong.add("-1");
        }
        values[column] = wrong.get(random.nextInt(wrong.size()));
        lines.set(line, String.join(",", values));
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A suite in which a value after an equals sign is of no kind that any key has. */
    byte[] toml(byte[] suite) {
        List<String> lines = lines(suite);
        List<Integer> assignments = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(" = ")) {
                assignments.add(i);
            }
        }
        int line = assignments.get(random.nextInt(assignments.size()));
        List<String> wrong = List.of("{}", "[]", "-1", "1.5", "nan", "\"\" x", "[[1]]");
        lines.set(line, lines.get(line).replaceFirst(" = .*", " = " + wrong.get(random.nextInt(wrong.size()))));
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> lines(byte[] text) {
        return new ArrayList<>(new String(text, StandardCharsets.UTF_8).lines().toList());
    }

    /** A point with a number that is none. */
    byte[] point(byte[] file) {
        String[] numbers = new String(file, StandardCharsets.UTF_8).split(" ", -1);
        List<String> wrong = List.of("x", "NaN", "Infinity", "1e999", "--1", ",,", "0x1p3", "1d", "٣");
        numbers[random.nextInt(numbers.length)] = wrong.get(random.nextInt(wrong.size()));
        return String.join(" ", numbers).getBytes(StandardCharsets.UTF_8);
    }
}
