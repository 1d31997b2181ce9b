package dev.gradgap.results.file;

import dev.gradgap.statistics.Interval;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a component of a record is in a file: one field, three, or those of a record. */
interface Component {

    /** Its fields, in their order. */
    List<Column> columns();

    /** Adds its fields, as texts, numbers, truth values, lists and maps; what is unknown is left out. */
    void write(Object value, Map<String, Object> fields);

    /** Its value, of the component's type. */
    Object read(Fields fields);

    /**
     * The head of a field.
     *
     * @param since {@link Schema.Gained when} it was gained, from 0
     * @param required whether every file has it
     */
    record Column(String name, int since, boolean required) {

        /** That of a component, whose words begin with capitals: {@code timeNs} is {@code time_ns}. */
        static Column of(RecordComponent component) {
            Schema.Called called = component.getAnnotation(Schema.Called.class);
            Schema.Gained gained = component.getAnnotation(Schema.Gained.class);
            String name = called == null
                    ? component
                            .getName()
                            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                            .toLowerCase(Locale.ROOT)
                    : called.value();
            return new Column(name, gained == null ? 0 : gained.value(), gained == null);
        }
    }

    /** What a component is by its type. */
    static Component of(RecordComponent component) {
        Class<?> type = component.getType();
        Class<?> value = type == Optional.class || type == List.class ? argument(component) : type;
        if (value == Interval.class) {
            return new IntervalFields(component, type == Optional.class);
        }
        if (type == List.class) {
            return new ListField(Column.of(component), value);
        }
        if (type == Map.class) {
            return new TextsField(Column.of(component));
        }
        return type.isRecord() ? new Inlined(Schema.of(type.asSubclass(Record.class))) : new Scalar(component, value);
    }

    private static Class<?> argument(RecordComponent component) {
        Type argument = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return (Class<?>) argument;
    }

    /** A record, whose fields are those of the record that it is in. */
    record Inlined(Schema<?> schema) implements Component {

        @Override
        public List<Column> columns() {
            return schema.columns();
        }

        @Override
        public void write(Object value, Map<String, Object> fields) {
            fields.putAll(schema.fields((Record) value));
        }

        @Override
        public Object read(Fields fields) {
            return schema.read(fields);
        }
    }

    /** Texts by their names, one object. */
    record TextsField(Column column) implements Component {

        @Override
        public List<Column> columns() {
            return List.of(column);
        }

        @Override
        public void write(Object value, Map<String, Object> fields) {
            Map<?, ?> texts = (Map<?, ?>) value;
            if (column.required() || !texts.isEmpty()) {
                fields.put(column.name(), new TreeMap<>(texts));
            }
        }

        @Override
        public Object read(Fields fields) {
            return column.required() || fields.has(column.name()) ? fields.texts(column.name()) : Map.of();
        }
    }
}
