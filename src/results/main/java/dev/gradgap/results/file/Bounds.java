package dev.gradgap.results.file;

import java.lang.reflect.RecordComponent;

/** Which numbers a field may have. */
enum Bounds {
    NOT_NEGATIVE,
    POSITIVE,
    ANY;

    static Bounds of(RecordComponent component) {
        if (component.isAnnotationPresent(Schema.Positive.class)) {
            return POSITIVE;
        }
        return component.isAnnotationPresent(Schema.Signed.class) ? ANY : NOT_NEGATIVE;
    }

    /** These, and 0. */
    Bounds orZero() {
        return this == POSITIVE ? NOT_NEGATIVE : this;
    }

    /** The least whole number. */
    long least() {
        return switch (this) {
            case NOT_NEGATIVE -> 0;
            case POSITIVE -> 1;
            case ANY -> Long.MIN_VALUE;
        };
    }

    /** A number that is read. */
    double require(Fields fields, String name, double number) {
        if (this == POSITIVE && number <= 0) {
            throw fields.outOfBounds(name, "not above 0");
        }
        if (this == NOT_NEGATIVE && number < 0) {
            throw fields.outOfBounds(name, "less than 0");
        }
        return number;
    }

    /** A whole number that is read. */
    long require(Fields fields, String name, long number) {
        if (number < least()) {
            throw fields.outOfBounds(name, "less than " + least());
        }
        return number;
    }
}
