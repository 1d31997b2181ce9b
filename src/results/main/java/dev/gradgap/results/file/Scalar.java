package dev.gradgap.results.file;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A text, a number, a truth value or a constant, which may be unknown if it is optional: one field. */
final class Scalar implements Component {

    /** By the type of a component, what it is where a file says nothing of it. */
    private static final Map<Class<?>, Object> NOTHING = Map.of(
            Optional.class,
            Optional.empty(),
            OptionalLong.class,
            OptionalLong.empty(),
            OptionalDouble.class,
            OptionalDouble.empty(),
            String.class,
            "",
            int.class,
            0,
            long.class,
            0L,
            double.class,
            0.0,
            boolean.class,
            false);

    private final Column column;
    private final String name;
    private final Class<?> type;
    private final Class<?> value;
    private final Bounds bounds;
    private final boolean mayBeNaN;
    private final boolean isName;
    private final boolean isOptional;

    /**
     * The field of a component.
     *
     * @param value the component's type, or if that is {@link Optional} what it is of
     */
    Scalar(RecordComponent component, Class<?> value) {
        column = Column.of(component);
        name = column.name();
        type = component.getType();
        this.value = value;
        bounds = Bounds.of(component);
        mayBeNaN = component.isAnnotationPresent(Schema.MayBeNaN.class);
        isName = component.isAnnotationPresent(Schema.Name.class);
        isOptional = type.getSimpleName().startsWith("Optional");
    }

    @Override
    public List<Column> columns() {
        return List.of(column);
    }

    /** @throws IllegalArgumentException for a whole number that could not be read back */
    @Override
    public void write(Object component, Map<String, Object> fields) {
        Object known = known(component);
        if (known == null || (!column.required() && known.equals(NOTHING.get(type)))) {
            return;
        }
        if ((known instanceof Long || known instanceof Integer) && ((Number) known).longValue() < bounds.least()) {
            throw new IllegalArgumentException(name + " cannot be " + known);
        }
        fields.put(name, known instanceof Enum<?> constant ? Labels.label(constant) : known);
    }

    /** The value of a component; null if it is unknown. */
    private static Object known(Object component) {
        if (component instanceof OptionalLong whole) {
            return whole.isPresent() ? whole.getAsLong() : null;
        }
        if (component instanceof OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        }
        return component instanceof Optional<?> optional ? optional.orElse(null) : component;
    }

    @Override
    public Object read(Fields fields) {
        if (!fields.has(name)) {
            if (isOptional || !column.required()) {
                return NOTHING.get(type);
            }
            if (mayBeNaN) {
                return Double.NaN;
            }
        }
        if (type == int.class) {
            return integer(fields);
        }
        if (type == long.class) {
            return whole(fields);
        }
        if (type == OptionalLong.class) {
            return OptionalLong.of(whole(fields));
        }
        if (type == double.class) {
            return number(fields);
        }
        if (type == OptionalDouble.class) {
            return OptionalDouble.of(number(fields));
        }
        if (type == boolean.class) {
            return fields.flag(name);
        }
        Object read = value == String.class ? text(fields) : constant(fields);
        return type == Optional.class ? Optional.of(read) : read;
    }

    private String text(Fields fields) {
        String text = fields.text(name);
        if (isName) {
            JsonFields.requireName(name, text);
        }
        return text;
    }

    private Object constant(Fields fields) {
        return Labels.find(value, fields.text(name))
                .orElseThrow(() -> fields.error(name, "is not one of: " + Labels.all(value)));
    }

    private long whole(Fields fields) {
        return bounds.require(fields, name, fields.whole(name));
    }

    private int integer(Fields fields) {
        long whole = whole(fields);
        if (whole != (int) whole) {
            throw fields.error(name, "is not a whole number");
        }
        return (int) whole;
    }

    private double number(Fields fields) {
        double number = fields.number(name);
        if (!mayBeNaN && !Double.isFinite(number)) {
            throw fields.error(name, "is not a number");
        }
        return bounds.require(fields, name, number);
    }
}
