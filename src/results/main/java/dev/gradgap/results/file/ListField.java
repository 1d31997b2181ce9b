package dev.gradgap.results.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gradgap.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A list of texts, of records, or of numbers, which may be any: one array.
 *
 * @param element the type of its elements
 */
record ListField(Column column, Class<?> element) implements Component {

    @Override
    public List<Column> columns() {
        return List.of(column);
    }

    @Override
    public void write(Object value, Map<String, Object> fields) {
        List<?> list = (List<?>) value;
        if (column.required() || !list.isEmpty()) {
            fields.put(column.name(), list.stream().map(ListField::written).toList());
        }
    }

    private static Object written(Object one) {
        return one instanceof Record record ? Schema.of(record.getClass()).fields(record) : one;
    }

    @Override
    public Object read(Fields fields) {
        List<Object> list = new ArrayList<>();
        if (column.required() || fields.has(column.name())) {
            fields.array(column.name()).forEach(node -> list.add(element(node)));
        }
        return list;
    }

    private Object element(JsonNode node) {
        if (element.isRecord()) {
            return Schema.of(element.asSubclass(Record.class)).read(new JsonObject(node));
        }
        if (element == Double.class) {
            return JsonObject.number(node, column.name());
        }
        if (!node.isTextual() || !PlainText.isAllSeen(node.textValue())) {
            throw new FieldException(
                    column.name(),
                    "has what is no text, or one with characters that nobody sees: '" + node.asText() + "'");
        }
        return node.textValue();
    }
}
