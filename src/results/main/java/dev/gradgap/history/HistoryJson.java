package dev.gradgap.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gradgap.history.HistoryEntry.Figures;
import dev.gradgap.results.TimedCell;
import dev.gradgap.results.file.FieldException;
import dev.gradgap.results.file.JsonFields;
import dev.gradgap.results.file.Schema;
import dev.gradgap.statistics.Interval;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A line of a history file. What is unknown is left out, and numbers come back exactly. */
final class HistoryJson {

    private static final int SCHEMA = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Schema<Figures> FIGURES = Schema.of(Figures.class);

    private HistoryJson() {}

    /** The line with its end. */
    static byte[] line(HistoryEntry entry) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("schema", SCHEMA)
                .put("date", entry.date().toString())
                .put("commit", entry.commit())
                .put("jar_sha256", entry.jar())
                .put("suite", entry.suite());
        put(node, "settings", entry.settings());
        put(node, "environment", entry.environment());
        put(node, "workload_sha256", entry.workloads());
        node.set(
                "cells",
                MAPPER.valueToTree(entry.cells().stream().map(FIGURES::fields).toList()));
        return (node + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode node, String name, Map<String, String> texts) {
        ObjectNode object = node.putObject(name);
        new TreeMap<>(texts).forEach(object::put);
    }

    /**
     * The entry of a line.
     *
     * @throws IllegalArgumentException saying what is wrong with the line
     */
    static HistoryEntry entry(byte[] line) {
        JsonNode node = JsonFields.object(line);
        long schema = JsonFields.whole(node, "schema");
        if (schema != SCHEMA) {
            throw new IllegalArgumentException("schema " + schema + ", where this version reads " + SCHEMA);
        }
        return new HistoryEntry(
                date(JsonFields.text(node, "date")),
                JsonFields.text(node, "commit"),
                JsonFields.text(node, "jar_sha256"),
                JsonFields.text(node, "suite"),
                JsonFields.texts(node, "settings"),
                JsonFields.texts(node, "environment"),
                JsonFields.texts(node, "workload_sha256"),
                cells(JsonFields.array(node, "cells")));
    }

    private static List<Figures> cells(JsonNode array) {
        List<Figures> cells = new ArrayList<>();
        Set<TimedCell> names = new HashSet<>();
        for (JsonNode cell : array) {
            try {
                Figures figures = figures(cell);
                if (!names.add(figures.key())) {
                    throw new IllegalArgumentException("'" + figures.key() + "' appears twice");
                }
                cells.add(figures);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("cell " + (cells.size() + 1) + ": " + e.getMessage(), e);
            }
        }
        return cells;
    }

    private static Figures figures(JsonNode cell) {
        Figures figures = FIGURES.ofJson(cell);
        JsonFields.requireName("workload", figures.key().cell().workload());
        JsonFields.requireName("engine", figures.key().cell().engine());
        Interval time = figures.time();
        if (time.isKnown() && (time.low() > time.estimate() || time.high() < time.estimate())) {
            throw new FieldException("time_lo_ns", "and 'time_hi_ns' are no bounds of 'time_ns'");
        }
        return figures;
    }

    private static Instant date(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'date' is '" + text + "', not a moment such as 2026-01-31T12:00:00Z", e);
        }
    }
}
