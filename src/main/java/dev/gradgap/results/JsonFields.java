package dev.gradgap.results;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Reads the fields of the JSON objects in our files, each of the kind it must be.
 *
 * <p>Every method throws an IllegalArgumentException that names the field, if it is missing or of another kind.
 */
public final class JsonFields {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonFields() {}

    /** The object that a line or a file is. */
    public static JsonNode object(byte[] utf8) {
        JsonNode node;
        try {
            node = MAPPER.readTree(utf8);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a JSON object in UTF-8", e);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException("not a JSON object in UTF-8");
        }
        return node;
    }

    public static JsonNode array(JsonNode object, String name) {
        return field(object, name, JsonNode::isArray, "an array");
    }

    public static String text(JsonNode object, String name) {
        return field(object, name, JsonNode::isTextual, "a text").textValue();
    }

    /** An object of which all fields are texts. */
    public static SortedMap<String, String> texts(JsonNode object, String name) {
        JsonNode inner = field(object, name, JsonNode::isObject, "an object");
        SortedMap<String, String> texts = new TreeMap<>();
        inner.fieldNames().forEachRemaining(key -> texts.put(key, text(inner, key)));
        return texts;
    }

    public static boolean flag(JsonNode object, String name) {
        return field(object, name, JsonNode::isBoolean, "true or false").booleanValue();
    }

    public static long whole(JsonNode object, String name) {
        return field(object, name, field -> field.isIntegralNumber() && field.canConvertToLong(), "a whole number")
                .longValue();
    }

    public static int integer(JsonNode object, String name) {
        long value = whole(object, name);
        if (value != (int) value) {
            throw new IllegalArgumentException("'" + name + "' is out of range");
        }
        return (int) value;
    }

    public static OptionalLong optionalWhole(JsonNode object, String name) {
        return object.has(name) ? OptionalLong.of(whole(object, name)) : OptionalLong.empty();
    }

    /** A finite number. */
    public static double number(JsonNode object, String name) {
        return field(object, name, field -> field.isNumber() && Double.isFinite(field.doubleValue()), "a number")
                .doubleValue();
    }

    /** A constant of an enumeration by its label: its name in lower case. */
    public static <E extends Enum<E>> E label(JsonNode object, String name, Class<E> type) {
        return Labels.find(type, text(object, name))
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is not one of: " + Labels.all(type)));
    }

    /** A field of whatever kind. */
    public static JsonNode field(JsonNode object, String name) {
        JsonNode field = object.get(name);
        if (field == null) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return field;
    }

    private static JsonNode field(JsonNode object, String name, Predicate<JsonNode> kind, String inWords) {
        JsonNode field = field(object, name);
        if (!kind.test(field)) {
            throw new IllegalArgumentException("'" + name + "' is not " + inWords);
        }
        return field;
    }
}
