package dev.gradgap.report.plot;

import dev.gradgap.text.Numbers;

/** The units in which people give durations. */
enum DurationUnit {
    NANOSECOND(1, 1000, "ns", "ns"),
    MICROSECOND(1e3, 1000, "µs", "µs"),
    MILLISECOND(1e6, 1000, "ms", "ms"),
    SECOND(1e9, 60, "s", "s"),
    MINUTE(60e9, 60, "min", "min"),
    HOUR(3600e9, 24, "h", "h"),
    DAY(86_400e9, 365.25, "day", "days"),
    /** The largest; what is beyond a million of them is not told in units. */
    YEAR(31_557_600e9, 1e6, "year", "years");

    private final double nanoseconds;
    private final double inNext;
    private final String singular;
    private final String plural;

    DurationUnit(double nanoseconds, double inNext, String singular, String plural) {
        this.nanoseconds = nanoseconds;
        this.inNext = inNext;
        this.singular = singular;
        this.plural = plural;
    }

    double nanoseconds() {
        return nanoseconds;
    }

    /** How many of this unit make the next larger one. */
    double inNext() {
        return inNext;
    }

    /** A number of this unit as text, such as 10 µs or 1 day. */
    String label(double count) {
        return Numbers.count(count) + " " + (count == 1 ? singular : plural);
    }
}
