package dev.gradgap.results.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gradgap.text.PlainText;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Reads the fields of the JSON objects in our files, each of the kind it must be.
 *
 * <p>Every method throws a {@link FieldException} that names the field, if it is missing, of another kind or out of range.
 */
public final class JsonFields {

    private static final int LONGEST_NAME = 1000;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonFields() {}

    /**
     * The object that a line or a file is.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static JsonNode object(byte[] utf8) {
        JsonNode node;
        try {
            node = MAPPER.readTree(utf8);
        } catch (JacksonException e) {
            throw new NoJsonException(
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()), e);
        } catch (IOException e) { // of bytes that are no UTF-8
            throw new NoJsonException(1, e);
        }
        if (!node.isObject()) {
            throw new NoJsonException(1, null);
        }
        return node;
    }

    /** The fields of an object as texts, numbers, truth values, lists and maps, in their order. */
    public static Map<String, Object> values(JsonNode object) {
        return MAPPER.convertValue(object, new TypeReference<Map<String, Object>>() {});
    }

    /** An object on one line, in UTF-8. */
    public static byte[] bytes(Map<String, Object> fields) {
        try {
            return MAPPER.writeValueAsBytes(fields);
        } catch (JacksonException e) {
            throw new IllegalStateException("texts, numbers, lists and maps can always be written", e);
        }
    }

    public static JsonNode array(JsonNode object, String name) {
        return field(object, name, JsonNode::isArray, "an array");
    }

    public static String text(JsonNode object, String name) {
        return field(object, name, JsonNode::isTextual, "a text").textValue();
    }

    /** A text that names something: not empty, not endless, and every character of it can be seen. */
    public static String name(JsonNode object, String name) {
        String text = text(object, name);
        requireName(name, text);
        return text;
    }

    /**
     * Passes if a text is such a name.
     *
     * @throws FieldException if not
     */
    public static void requireName(String field, String text) {
        if (text.isBlank() || text.length() > LONGEST_NAME || !PlainText.isAllSeen(text)) {
            throw new FieldException(
                    field, "is no name: it is empty, too long, or has characters that nobody sees: '" + text + "'");
        }
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

    /** A whole number of at least {@code low}. */
    public static long whole(JsonNode object, String name, long low) {
        long value = whole(object, name);
        if (value < low) {
            throw new FieldException(name, "is " + value + ", which is less than " + low);
        }
        return value;
    }

    public static int integer(JsonNode object, String name) {
        return integer(object, name, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** A whole number within bounds, both included. */
    public static int integer(JsonNode object, String name, int low, int high) {
        long value = whole(object, name, low);
        if (value > high) {
            throw new FieldException(name, "is " + value + ", which is more than " + high);
        }
        return (int) value;
    }

    /** A finite number above 0. */
    public static double positive(JsonNode object, String name) {
        double value = field(
                        object, name, field -> field.isNumber() && Double.isFinite(field.doubleValue()), "a number")
                .doubleValue();
        if (value <= 0) {
            throw new FieldException(name, "is " + value + ", which is not above 0");
        }
        return value;
    }

    /** A number above 0 and below 1. */
    public static double share(JsonNode object, String name) {
        double value = positive(object, name);
        if (value >= 1) {
            throw new FieldException(name, "is " + value + ", which is not below 1");
        }
        return value;
    }

    /** A field of whatever kind. */
    public static JsonNode field(JsonNode object, String name) {
        JsonNode field = object.get(name);
        if (field == null) {
            throw new FieldException(name, "is missing");
        }
        return field;
    }

    private static JsonNode field(JsonNode object, String name, Predicate<JsonNode> kind, String inWords) {
        JsonNode field = field(object, name);
        if (!kind.test(field)) {
            throw new FieldException(name, "is not " + inWords);
        }
        return field;
    }
}
