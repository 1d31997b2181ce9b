package dev.gradgap.results.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a record is in a file: its components are the columns of a CSV file, or the fields of a JSON object. The record says all
 * there is to say of them:
 *
 * <ul>
 *   <li>the name: {@code timeNs} is {@code time_ns};
 *   <li>the type: numbers, texts, truth values, constants (in lower case), optional ones of these, lists, maps of texts;
 *   <li>{@link dev.gradgap.statistics.Interval} is three: {@code time_ns}, {@code time_lo_ns} and {@code time_hi_ns};
 *   <li>a record is its own components, so that what is measured can be grouped;
 *   <li>a number is 0 or more, if it is not {@link Positive} or {@link Signed}, and finite, if it is not {@link MayBeNaN};
 *   <li>what earlier versions did not write is {@link Gained}, and stands behind what they did.
 * </ul>
 *
 * What the constructor of a record refuses with a {@link FieldException} is told like any other field that is wrong.
 *
 * @param <R> the record
 */
public final class Schema<R extends Record> {

    /** A number above 0. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    public @interface Positive {}

    /** A number that may be below 0. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    public @interface Signed {}

    /** A number that may be infinite or none; CSV leaves it empty. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    public @interface MayBeNaN {}

    /** A text that names something: not empty, not endless, and every character of it can be seen. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    public @interface Name {}

    /** A field of another name than the component's. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    public @interface Called {

        String value();
    }

    /** A field that files of earlier versions lack, and that JSON leaves out where it is empty or 0. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    public @interface Gained {

        /** The columns of 1 stand behind all of 0, those of 2 behind these, and so on. */
        int value();
    }

    private static final ClassValue<Schema<?>> SCHEMAS = new ClassValue<>() {
        @Override
        protected Schema<?> computeValue(Class<?> type) {
            return new Schema<>(type.asSubclass(Record.class));
        }
    };

    private final Constructor<R> constructor;
    private final RecordComponent[] accessors;
    private final List<Component> components;
    private final List<Component.Column> columns;

    private Schema(Class<R> type) {
        accessors = type.getRecordComponents();
        components = Arrays.stream(accessors).map(Component::of).toList();
        columns = components.stream()
                .flatMap(component -> component.columns().stream())
                .sorted(Comparator.comparingInt(Component.Column::since))
                .toList();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(accessors).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a constructor of its components", e);
        }
        constructor.setAccessible(true);
        Arrays.stream(accessors).forEach(component -> component.getAccessor().setAccessible(true));
    }

    /** That of a record. */
    @SuppressWarnings("unchecked") // it was made of that class
    public static <R extends Record> Schema<R> of(Class<R> type) {
        return (Schema<R>) SCHEMAS.get(type);
    }

    List<Component.Column> columns() {
        return columns;
    }

    /** Texts, numbers, truth values, lists and maps by the names of their fields, in their order; what is unknown is left out. */
    public Map<String, Object> fields(Record record) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < accessors.length; i++) {
            try {
                components.get(i).write(accessors[i].getAccessor().invoke(record), values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a component cannot be read", e);
            }
        }
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (Component.Column column : columns) {
            if (values.containsKey(column.name())) {
                ordered.put(column.name(), values.get(column.name()));
            }
        }
        return ordered;
    }

    /** The values as in a CSV file, by the names of their columns: numbers come back exactly, what is unknown is empty. */
    public Map<String, String> texts(R record) {
        Map<String, Object> fields = fields(record);
        Map<String, String> texts = new LinkedHashMap<>();
        columns.forEach(column -> texts.put(column.name(), text(fields.getOrDefault(column.name(), ""))));
        return texts;
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return CsvText.of(number);
        }
        return value instanceof String text ? CsvText.written(text) : value.toString();
    }

    /**
     * The record of such values.
     *
     * @param place where they stand, for errors
     * @throws dev.gradgap.text.UserError naming the place and the column of what cannot be right
     */
    public R ofTexts(Map<String, String> texts, String place) {
        return read(new TextRow(place, texts));
    }

    /** The record as a JSON object on one line, in UTF-8. */
    public byte[] json(R record) {
        return JsonFields.bytes(fields(record));
    }

    /**
     * The record of a JSON object.
     *
     * @throws FieldException for what cannot be right
     */
    public R ofJson(JsonNode object) {
        return read(new JsonObject(object));
    }

    R read(Fields fields) {
        Object[] values =
                components.stream().map(component -> component.read(fields)).toArray();
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof FieldException field) {
                throw fields.error(field.field(), field.problem());
            }
            throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record cannot be made", e);
        }
    }
}
