package dev.gradgap.results.journal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.file.FieldException;
import dev.gradgap.results.file.JsonFields;
import dev.gradgap.text.PlainText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The lines of a journal as JSON objects. Written out field by field, because the format is a contract of its own: what is
 * unknown is left out, and numbers come back exactly.
 */
public final class JournalJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PLANNED = "planned";

    private JournalJson() {}

    /** The header's line, without its end. */
    public static byte[] line(RunHeader header) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("schema", header.schema());
        node.put("suite", header.suite());
        node.put("seed", header.seed());
        node.put("forks", header.forks());
        ObjectNode settings = node.putObject("settings");
        new TreeMap<>(header.settings()).forEach(settings::put);
        ArrayNode plugins = node.putArray("plugins");
        header.plugins().forEach(plugins::add);
        ArrayNode cells = node.putArray("cells");
        header.cells().forEach(cell -> fill(cells.addObject(), cell));
        return bytes(node);
    }

    /**
     * The line of a cell that was planned while the run was under way, without its end.
     *
     * @param index its position in the plan
     */
    static byte[] line(int index, PlannedCell cell) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("cell", index);
        fill(node.putObject(PLANNED), cell);
        return bytes(node);
    }

    private static void fill(ObjectNode planned, PlannedCell cell) {
        planned.put("workload", cell.workload())
                .put("inputs", cell.inputs())
                .put("outputs", cell.outputs())
                .put("engine", cell.engine())
                .put("technology", cell.technology().label())
                .put("mode", cell.mode().label())
                .put("tangents_per_pass", cell.tangentsPerPass())
                .put("operator", cell.operator().label())
                .put("sample_also", cell.sampleAlso());
        if (!cell.family().equals(cell.technology().label())) {
            planned.put("family", cell.family());
        }
        if (!cell.settings().isEmpty()) {
            ObjectNode own = planned.putObject("settings");
            new TreeMap<>(cell.settings()).forEach(own::put);
        }
    }

    /** A fork's line, without its end. */
    public static byte[] line(ForkResult fork) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("cell", fork.cell());
        node.put("round", fork.round());
        node.put("status", fork.status().label());
        node.put("method", fork.method().label());
        if (!fork.reason().isEmpty()) {
            node.put("reason", fork.reason());
        }
        fork.operations().ifPresent(operations -> node.put("operations", operations));
        fork.passes().ifPresent(passes -> node.put("passes", passes));
        ArrayNode times = node.putArray("times_ns");
        fork.timesNs().forEach(times::add);
        fork.allocBytes().ifPresent(bytes -> node.put("alloc_bytes", bytes));
        fork.tapeBytes().ifPresent(bytes -> node.put("tape_bytes", bytes));
        node.put("verified", fork.verified());
        fork.maxRelError().ifPresent(error -> node.put("max_rel_error", error));
        node.put("started_at", fork.startedAt());
        node.put("seconds", fork.seconds());
        fork.predictedBytes().ifPresent(bytes -> node.put("predicted_bytes", bytes));
        fork.liveBytes().ifPresent(bytes -> node.put("live_bytes", bytes));
        if (fork.recordingSeconds() > 0) {
            node.put("recording_seconds", fork.recordingSeconds());
        }
        if (!fork.evidence().isEmpty()) {
            ArrayNode evidence = node.putArray("evidence");
            fork.evidence().forEach(iteration -> evidence.addObject()
                    .put("waited", iteration.waited())
                    .put("compilations", iteration.compilations())
                    .put("last_compilation", iteration.lastCompilation()));
        }
        return bytes(node);
    }

    /**
     * The header of a line.
     *
     * @throws IllegalArgumentException saying what is wrong with the line
     */
    public static RunHeader header(byte[] line) {
        JsonNode node = JsonFields.object(line);
        int schema = JsonFields.integer(node, "schema");
        if (schema != RunHeader.SCHEMA) {
            throw new IllegalArgumentException("schema " + schema + ", where this version reads " + RunHeader.SCHEMA);
        }
        List<PlannedCell> cells = list(JsonFields.array(node, "cells"), JournalJson::cell);
        Set<CellKey> planned = new HashSet<>();
        for (PlannedCell cell : cells) {
            requireNew(cell, planned);
        }
        return new RunHeader(
                schema,
                JsonFields.name(node, "suite"),
                JsonFields.whole(node, "seed"),
                JsonFields.integer(node, "forks", 1, Integer.MAX_VALUE),
                settings(node),
                list(JsonFields.array(node, "plugins"), JournalJson::plugin),
                cells);
    }

    /**
     * Passes if a plan does not have a cell yet.
     *
     * @param planned what names its cells; the cell is added
     * @throws FieldException if it has
     */
    static void requireNew(PlannedCell cell, Set<CellKey> planned) {
        if (!planned.add(cell.key())) {
            throw new FieldException("cells", "has " + cell.key() + " twice");
        }
    }

    private static Map<String, String> settings(JsonNode node) {
        Map<String, String> settings = JsonFields.texts(node, "settings");
        WholeSetting.requireValid(settings);
        return settings;
    }

    private static String plugin(JsonNode path) {
        if (!path.isTextual() || !PlainText.isAllSeen(path.textValue())) {
            throw new FieldException("plugins", "has what is no path: '" + path.asText() + "'");
        }
        return path.textValue();
    }

    /**
     * The cell that a line adds to the plan; empty if it is the line of a fork.
     *
     * @param next its position, if no line is missing
     * @throws IllegalArgumentException saying what is wrong with the line
     */
    static Optional<PlannedCell> planned(byte[] line, int next) {
        JsonNode node = JsonFields.object(line);
        if (!node.has(PLANNED)) {
            return Optional.empty();
        }
        int index = JsonFields.integer(node, "cell");
        if (index != next) {
            throw new IllegalArgumentException("plans cell " + index + ", where the next would be " + next);
        }
        return Optional.of(cell(node.get(PLANNED)));
    }

    private static PlannedCell cell(JsonNode node) {
        return new PlannedCell(
                JsonFields.name(node, "workload"),
                JsonFields.integer(node, "inputs", 1, Integer.MAX_VALUE),
                JsonFields.integer(node, "outputs", 1, Integer.MAX_VALUE),
                JsonFields.name(node, "engine"),
                JsonFields.label(node, "technology", Technology.class),
                JsonFields.label(node, "mode", Mode.class),
                JsonFields.integer(node, "tangents_per_pass", 1, Integer.MAX_VALUE),
                JsonFields.label(node, "operator", Operator.class),
                JsonFields.flag(node, "sample_also"),
                node.has("settings") ? settings(node) : Map.of(),
                node.has("family") ? JsonFields.name(node, "family") : JsonFields.text(node, "technology"));
    }

    /**
     * The fork's result of a line.
     *
     * @throws IllegalArgumentException saying what is wrong with the line
     */
    public static ForkResult fork(byte[] line) {
        JsonNode node = JsonFields.object(line);
        return new ForkResult(
                JsonFields.integer(node, "cell"),
                JsonFields.integer(node, "round", 0, Integer.MAX_VALUE),
                JsonFields.label(node, "status", Status.class),
                JsonFields.label(node, "method", Method.class),
                node.has("reason") ? JsonFields.text(node, "reason") : "",
                JsonFields.optionalWhole(node, "operations", 0),
                JsonFields.optionalWhole(node, "passes", 1),
                list(JsonFields.array(node, "times_ns"), time -> number(time, "times_ns")),
                JsonFields.optionalQuantity(node, "alloc_bytes"),
                JsonFields.optionalWhole(node, "tape_bytes", 0),
                JsonFields.flag(node, "verified"),
                optionalNumber(node, "max_rel_error"),
                JsonFields.text(node, "started_at"),
                JsonFields.quantity(node, "seconds"),
                JsonFields.optionalWhole(node, "predicted_bytes", 0),
                JsonFields.optionalWhole(node, "live_bytes", 0),
                JsonFields.optionalQuantity(node, "recording_seconds").orElse(0),
                node.has("evidence") ? list(JsonFields.array(node, "evidence"), JournalJson::evidence) : List.of());
    }

    private static Evidence evidence(JsonNode node) {
        return new Evidence(
                JsonFields.quantity(node, "waited"),
                JsonFields.whole(node, "compilations", 0),
                JsonFields.text(node, "last_compilation"));
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JacksonException e) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", e);
        }
    }

    /** A number; those that JSON has no notation for, infinities and NaN, are texts. */
    private static double number(JsonNode value, String name) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        return switch (value.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new FieldException(name, "is not a number");
        };
    }

    private static OptionalDouble optionalNumber(JsonNode node, String name) {
        return node.has(name) ? OptionalDouble.of(number(node.get(name), name)) : OptionalDouble.empty();
    }

    private static <V> List<V> list(JsonNode array, Function<JsonNode, V> element) {
        List<V> list = new ArrayList<>(array.size());
        array.forEach(node -> list.add(element.apply(node)));
        return list;
    }
}
