package dev.gradgap.run.suite;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.gradgap.catalog.Sizes;
import dev.gradgap.engine.Operator;
import dev.gradgap.results.file.InputFile;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.results.journal.WholeSetting;
import dev.gradgap.text.UserError;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads a suite file. A mistake is reported as {@code file:line: what is wrong; what would be right}, never as a stack
 * trace, whatever the file contains.
 */
final class SuiteReader {

    /** The bytes that a suite may have. */
    static final int LARGEST_FILE = InputFile.SMALL;

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final Set<String> KEYS = new TreeSet<>(List.of("title", "description", "cells"));
    private static final Set<String> ENTRY_KEYS =
            new TreeSet<>(List.of("workloads", "engines", "operators", "inputs", "sample_also"));

    static {
        KEYS.addAll(Settings.DEFAULT.toMap().keySet());
        ENTRY_KEYS.addAll(Settings.DEFAULT.toMap().keySet());
        ENTRY_KEYS.remove(RunHeader.REFINE_SECONDS); // of the run as a whole
    }

    private final String file;
    private final TomlLines lines;

    private SuiteReader(String file, String text) {
        this.file = file;
        this.lines = new TomlLines(text);
    }

    /**
     * Reads a suite.
     *
     * @param name the name of the suite
     * @param file what to call the file in messages
     * @param text the content
     * @throws UserError in one line if it is no suite
     */
    static Suite read(String name, String file, String text) {
        return new SuiteReader(file, text).suite(name, text);
    }

    /**
     * Reads a suite.
     *
     * @param content in UTF-8; what editors put before it to say so is no part of it
     * @throws UserError in one line if it is no suite
     */
    static Suite read(String name, String file, byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer characters = CharBuffer.allocate(content.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, characters, true);
        String text = characters.flip().toString();
        if (result.isError()) {
            long line = 1 + text.chars().filter(c -> c == '\n').count();
            throw new UserError(file + ":" + line + ": not UTF-8; save the file in that encoding");
        }
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return read(name, file, marked ? text.substring(1) : text);
    }

    private Suite suite(String name, String text) {
        JsonNode root = parse(text);
        checkKeys(root, KEYS, "", -1);
        List<Suite.Entry> entries = new ArrayList<>();
        JsonNode cells = root.path("cells");
        if (!cells.isArray() || cells.isEmpty()) {
            throw error(lines.of("cells", -1), "a suite needs at least one [[cells]] table");
        }
        for (int k = 0; k < cells.size(); k++) {
            entries.add(entry(cells.get(k), k));
        }
        return new Suite(
                name,
                string(root, "title", -1, name),
                string(root, "description", -1, ""),
                settings(root, -1),
                entries);
    }

    private JsonNode parse(String text) {
        if (text.length() > LARGEST_FILE) {
            throw error(1, "the file has " + text.length() + " characters; a suite has at most " + LARGEST_FILE);
        }
        try {
            return new TomlMapper().readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw error(
                    line,
                    "not TOML: " + e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
        } catch (StackOverflowError e) {
            throw error(1, "not a suite: the values are nested too deeply");
        }
    }

    /** The settings of the file's top, table -1, or of a table; what is not set there is the default. */
    private Settings settings(JsonNode node, int table) {
        Settings base = Settings.DEFAULT;
        return new Settings(
                number(node, WholeSetting.FORKS, table, base.forks()),
                number(node, WholeSetting.WARMUP_ITERATIONS, table, base.warmupIterations()),
                number(node, WholeSetting.WARMUP_MS, table, base.warmupMs()),
                number(node, WholeSetting.ITERATIONS, table, base.iterations()),
                number(node, WholeSetting.ITERATION_MS, table, base.iterationMs()),
                heap(node, table, base.heap()),
                number(node, WholeSetting.SAMPLE_ABOVE_MS, table, base.sampleAboveMs()),
                number(node, WholeSetting.FORK_TIMEOUT_SECONDS, table, base.forkTimeoutSeconds()),
                number(node, WholeSetting.REFINE_SECONDS, table, base.refineSeconds()),
                number(node, WholeSetting.PRECISION_PERCENT, table, base.precisionPercent()));
    }

    private Map<String, String> ownSettings(JsonNode node, int table) {
        Map<String, String> own = new LinkedHashMap<>(settings(node, table).toMap());
        own.keySet().removeIf(key -> !node.has(key));
        return own;
    }

    private Suite.Entry entry(JsonNode node, int table) {
        if (!node.isObject()) {
            throw error(lines.of("cells", -1), "cells must be [[cells]] tables");
        }
        checkKeys(node, ENTRY_KEYS, "[[cells]] ", table);
        return new Suite.Entry(
                strings(node, "workloads", table),
                strings(node, "engines", table),
                operators(node, table),
                inputs(node, table),
                flag(node, "sample_also", table),
                ownSettings(node, table));
    }

    private List<Operator> operators(JsonNode node, int table) {
        if (node.path("operators").isMissingNode()) {
            return List.of(Operator.GRADIENT);
        }
        List<Operator> operators = new ArrayList<>();
        for (String label : strings(node, "operators", table)) {
            operators.add(Arrays.stream(Operator.values())
                    .filter(operator -> operator.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> error(
                            lines.of("operators", table),
                            "no operator is called '" + label + "'; there are "
                                    + Arrays.stream(Operator.values())
                                            .map(Operator::label)
                                            .collect(Collectors.joining(", ")))));
        }
        return operators;
    }

    private List<Integer> inputs(JsonNode node, int table) {
        JsonNode value = node.path("inputs");
        StringBuilder text = new StringBuilder();
        if (value.isTextual()) {
            text.append(value.textValue());
        } else if (value.isArray() && !value.isEmpty()) {
            for (JsonNode element : value) {
                text.append(text.isEmpty() ? "" : ",").append(element.asText("?"));
            }
        } else {
            throw error(
                    lines.of("inputs", table),
                    "inputs must be sizes such as \"1..1K,1M\" or [1, 2, 1024]" + found(value));
        }
        return Sizes.parse(file + ":" + lines.of("inputs", table) + ": inputs", text.toString());
    }

    private List<String> strings(JsonNode node, String key, int table) {
        JsonNode value = node.path(key);
        List<String> strings = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> strings.add(element.isTextual() ? element.textValue() : ""));
        }
        if (strings.isEmpty() || strings.contains("")) {
            throw error(lines.of(key, table), key + " must be a list of names such as [\"*\"]" + found(value));
        }
        return strings;
    }

    private boolean flag(JsonNode node, String key, int table) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw error(lines.of(key, table), key + " must be true or false" + found(value));
        }
        return value.asBoolean(false);
    }

    private int number(JsonNode node, WholeSetting setting, int table, int fallback) {
        String key = setting.key();
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return fallback;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || !setting.allows(value.intValue())) {
            throw error(lines.of(key, table), key + " must be " + setting.range() + found(value));
        }
        return value.intValue();
    }

    private String heap(JsonNode node, int table, String fallback) {
        String heap = string(node, WholeSetting.HEAP, table, fallback);
        if (!WholeSetting.isHeap(heap)) {
            throw error(
                    lines.of(WholeSetting.HEAP, table),
                    "heap must be a size such as \"512m\" or \"2g\", not \"" + heap + "\"");
        }
        return heap;
    }

    private String string(JsonNode node, String key, int table, String fallback) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw error(lines.of(key, table), key + " must be a text in quotes" + found(value));
        }
        return value.asText(fallback);
    }

    private void checkKeys(JsonNode node, Set<String> allowed, String place, int table) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String key = property.getKey();
            if (!allowed.contains(key)) {
                throw error(
                        lines.of(key, table),
                        place + "has no key '" + key + "'; the keys are " + String.join(", ", allowed));
            }
        }
    }

    private static String found(JsonNode value) {
        if (value.isMissingNode()) {
            return "; it is missing";
        }
        String text = value.toString();
        return ", not " + (text.length() > 60 ? text.substring(0, 60) + "..." : text);
    }

    private UserError error(int line, String message) {
        return new UserError(String.format(Locale.ROOT, "%s:%d: %s", file, line, message));
    }
}
