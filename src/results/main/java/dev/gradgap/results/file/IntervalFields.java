package dev.gradgap.results.file;

import dev.gradgap.statistics.Interval;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An estimate and its bounds: three fields. Both bounds are known or neither is; one that is infinite, as of two forks that disagree
 * beyond what a double can say, says nothing.
 */
final class IntervalFields implements Component {

    private final List<Column> columns;
    private final boolean optional;
    private final Bounds bounds;
    private final String estimate;
    private final String low;
    private final String high;

    /**
     * The fields of a component.
     *
     * @param optional whether there may be none; all three are empty then
     */
    IntervalFields(RecordComponent component, boolean optional) {
        Column column = Column.of(component);
        this.optional = optional;
        bounds = Bounds.of(component);
        estimate = column.name();
        low = withBefore("_ns", "_lo");
        high = withBefore("_ns", "_hi");
        columns = List.of(estimate, low, high).stream()
                .map(name -> new Column(name, column.since(), column.required()))
                .toList();
    }

    /** The name with something before its unit, if it has one. */
    private String withBefore(String unit, String what) {
        return estimate.endsWith(unit)
                ? estimate.substring(0, estimate.length() - unit.length()) + what + unit
                : estimate + what;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public void write(Object value, Map<String, Object> fields) {
        Object known = value instanceof Optional<?> optionally ? optionally.orElse(null) : value;
        if (known instanceof Interval interval) {
            fields.put(estimate, interval.estimate());
            if (Double.isFinite(interval.low()) && Double.isFinite(interval.high())) {
                fields.put(low, interval.low());
                fields.put(high, interval.high());
            }
        }
    }

    @Override
    public Object read(Fields fields) {
        if (!optional) {
            return interval(fields);
        }
        if (fields.has(estimate)) {
            return Optional.of(interval(fields));
        }
        for (String bound : List.of(low, high)) {
            if (fields.has(bound)) {
                throw fields.error(bound, "stands where there is no value");
            }
        }
        return Optional.empty();
    }

    private Interval interval(Fields fields) {
        double value = bounds.require(fields, estimate, number(fields, estimate));
        if (!fields.has(low) && !fields.has(high)) {
            return Interval.unknown(value);
        }
        for (String bound : List.of(low, high)) {
            if (!fields.has(bound)) {
                throw fields.error(bound, "is no bound, where the other bound is given");
            }
        }
        if (Double.isInfinite(fields.number(low)) || Double.isInfinite(fields.number(high))) {
            return Interval.unknown(value);
        }
        double least = bounds.orZero().require(fields, low, number(fields, low));
        double most = number(fields, high);
        if (least > most) {
            throw fields.error(low, "is above the other bound");
        }
        return new Interval(value, least, most);
    }

    private static double number(Fields fields, String name) {
        double number = fields.number(name);
        if (!Double.isFinite(number)) {
            throw fields.error(name, "is not a number");
        }
        return number;
    }
}
