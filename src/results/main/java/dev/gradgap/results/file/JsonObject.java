package dev.gradgap.results.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;

/** The fields of a JSON object. What is unknown is missing, and numbers that JSON has no notation for are texts. */
record JsonObject(JsonNode node) implements Fields {

    @Override
    public boolean has(String name) {
        return node.has(name);
    }

    @Override
    public String text(String name) {
        return JsonFields.text(node, name);
    }

    @Override
    public boolean flag(String name) {
        return JsonFields.flag(node, name);
    }

    @Override
    public long whole(String name) {
        return JsonFields.whole(node, name);
    }

    @Override
    public double number(String name) {
        return number(JsonFields.field(node, name), name);
    }

    /** The number that a value, which may be an element of a field, is. */
    static double number(JsonNode value, String name) {
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

    @Override
    public JsonNode array(String name) {
        return JsonFields.array(node, name);
    }

    @Override
    public SortedMap<String, String> texts(String name) {
        return JsonFields.texts(node, name);
    }

    @Override
    public FieldException error(String name, String problem) {
        return new FieldException(name, problem);
    }

    @Override
    public FieldException outOfBounds(String name, String what) {
        return error(name, "is " + node.get(name).asText() + ", which is " + what);
    }
}
