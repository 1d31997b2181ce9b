package dev.gradgap.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gradgap.engine.Operator;
import dev.gradgap.history.HistoryEntry.Figures;
import dev.gradgap.results.Allocation;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.Method;
import dev.gradgap.results.TimedCell;
import dev.gradgap.results.file.FieldException;
import dev.gradgap.results.file.JsonFields;
import dev.gradgap.statistics.Interval;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** A line of a history file. What is unknown is left out, and numbers come back exactly. */
final class HistoryJson {

    private static final int SCHEMA = 1;
    private static final String INFINITE = "Infinity";
    private static final ObjectMapper MAPPER = new ObjectMapper();

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
        ArrayNode cells = node.putArray("cells");
        for (Figures figures : entry.cells()) {
            ObjectNode cell = cells.addObject();
            cell.put("workload", figures.key().cell().workload())
                    .put("inputs", figures.key().cell().inputs())
                    .put("engine", figures.key().cell().engine())
                    .put("operator", figures.key().cell().operator().label())
                    .put("method", figures.key().method().label())
                    .put("time_ns", figures.time().estimate());
            if (isFinite(figures.time())) {
                cell.put("time_lo_ns", figures.time().low())
                        .put("time_hi_ns", figures.time().high());
            }
            cell.put("forks", figures.forks());
            if (!figures.settings().isEmpty()) {
                put(cell, "settings", figures.settings());
            }
            figures.passes().ifPresent(passes -> cell.put("passes", passes));
            figures.tapeBytes().ifPresent(bytes -> cell.put("tape_bytes", bytes));
            figures.allocation().ifPresent(bytes -> cell.put("alloc_bytes", bytes.median())
                    .put("alloc_lo_bytes", bytes.low())
                    .put("alloc_hi_bytes", bytes.high()));
        }
        return (node + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** An interval of two forks that disagree may be beyond what a double can say; then it says nothing. */
    private static boolean isFinite(Interval interval) {
        return interval.isKnown() && Double.isFinite(interval.low()) && Double.isFinite(interval.high());
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
        TimedCell key = new TimedCell(
                new CellKey(
                        JsonFields.name(cell, "workload"),
                        JsonFields.integer(cell, "inputs", 1, Integer.MAX_VALUE),
                        JsonFields.name(cell, "engine"),
                        JsonFields.label(cell, "operator", Operator.class)),
                JsonFields.label(cell, "method", Method.class));
        return new Figures(
                key,
                time(cell),
                JsonFields.integer(cell, "forks", 1, Integer.MAX_VALUE),
                cell.has("settings") ? JsonFields.texts(cell, "settings") : Map.of(),
                JsonFields.optionalWhole(cell, "passes", 1),
                JsonFields.optionalWhole(cell, "tape_bytes", 0),
                allocation(cell));
    }

    /** Earlier versions wrote no quartiles: then the forks are taken to have agreed. */
    private static Optional<Allocation> allocation(JsonNode cell) {
        OptionalDouble median = JsonFields.optionalQuantity(cell, "alloc_bytes");
        if (median.isEmpty()) {
            return Optional.empty();
        }
        double bytes = median.getAsDouble();
        Allocation allocation = new Allocation(
                bytes,
                JsonFields.optionalQuantity(cell, "alloc_lo_bytes").orElse(bytes),
                JsonFields.optionalQuantity(cell, "alloc_hi_bytes").orElse(bytes));
        if (allocation.low() > bytes || allocation.high() < bytes) {
            throw new FieldException("alloc_lo_bytes", "and 'alloc_hi_bytes' are no bounds of 'alloc_bytes'");
        }
        return Optional.of(allocation);
    }

    /** A time with its interval. Earlier versions wrote a bound that is infinite as a text: such an interval says nothing. */
    private static Interval time(JsonNode cell) {
        double time = JsonFields.positive(cell, "time_ns");
        boolean infinite = cell.path("time_lo_ns").asText().contains(INFINITE)
                || cell.path("time_hi_ns").asText().contains(INFINITE);
        if (!cell.has("time_lo_ns") || infinite) {
            return Interval.unknown(time);
        }
        Interval interval =
                new Interval(time, JsonFields.number(cell, "time_lo_ns"), JsonFields.number(cell, "time_hi_ns"));
        if (interval.low() < 0 || interval.low() > time || interval.high() < time) {
            throw new FieldException("time_lo_ns", "and 'time_hi_ns' are no bounds of 'time_ns'");
        }
        return interval;
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
