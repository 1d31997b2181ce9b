package dev.gradgap.history;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gradgap.engine.Operator;
import dev.gradgap.history.HistoryEntry.CellName;
import dev.gradgap.history.HistoryEntry.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** A line of a history file. What is unknown is left out. */
final class HistoryJson {

    private static final int SCHEMA = 1;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private HistoryJson() {}

    static String line(HistoryEntry entry) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("schema", SCHEMA)
                .put("date", entry.date())
                .put("commit", entry.commit())
                .put("jar_sha256", entry.jar())
                .put("suite", entry.suite());
        ObjectNode environment = node.putObject("environment");
        entry.environment().forEach(environment::put);
        ObjectNode workloads = node.putObject("workload_sha256");
        new TreeMap<>(entry.workloads()).forEach(workloads::put);
        ArrayNode cells = node.putArray("cells");
        for (Figures figures : entry.cells()) {
            ObjectNode cell = cells.addObject();
            cell.put("workload", figures.key().workload())
                    .put("inputs", figures.key().inputs())
                    .put("engine", figures.key().engine())
                    .put("operator", figures.key().operator().label())
                    .put("time_ns", figures.timeNs())
                    .put("forks", figures.forks());
            figures.passes().ifPresent(passes -> cell.put("passes", passes));
            figures.tapeBytes().ifPresent(bytes -> cell.put("tape_bytes", bytes));
            figures.allocBytes().ifPresent(bytes -> cell.put("alloc_bytes", bytes));
        }
        return node.toString();
    }

    /**
     * The entry of a line.
     *
     * @throws IllegalArgumentException saying what is wrong with the line
     */
    static HistoryEntry entry(String line) {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a line of JSON", e);
        }
        int schema = field(node, "schema").asInt();
        if (schema != SCHEMA) {
            throw new IllegalArgumentException("schema " + schema + ", where this version reads " + SCHEMA);
        }
        List<Figures> cells = new ArrayList<>();
        field(node, "cells").forEach(cell -> cells.add(figures(cell)));
        return new HistoryEntry(
                text(node, "date"),
                text(node, "commit"),
                text(node, "jar_sha256"),
                text(node, "suite"),
                texts(field(node, "environment")),
                texts(field(node, "workload_sha256")),
                cells);
    }

    private static Figures figures(JsonNode cell) {
        String operator = text(cell, "operator");
        CellName key = new CellName(
                text(cell, "workload"),
                field(cell, "inputs").asInt(),
                text(cell, "engine"),
                Arrays.stream(Operator.values())
                        .filter(value -> value.label().equals(operator))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no operator is called '" + operator + "'")));
        double time = field(cell, "time_ns").asDouble();
        if (!(time > 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the time of " + key + " is " + cell.get("time_ns") + "; it must be positive and finite");
        }
        return new Figures(
                key,
                time,
                field(cell, "forks").asInt(),
                whole(cell, "passes"),
                whole(cell, "tape_bytes"),
                cell.has("alloc_bytes")
                        ? OptionalDouble.of(cell.get("alloc_bytes").asDouble())
                        : OptionalDouble.empty());
    }

    private static OptionalLong whole(JsonNode node, String name) {
        return node.has(name) ? OptionalLong.of(node.get(name).asLong()) : OptionalLong.empty();
    }

    private static SortedMap<String, String> texts(JsonNode node) {
        SortedMap<String, String> texts = new TreeMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static String text(JsonNode node, String name) {
        return field(node, name).asText();
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode field = node.get(name);
        if (field == null) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return field;
    }
}
