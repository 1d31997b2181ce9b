package dev.gradgap.compare;

import dev.gradgap.results.Tolerance;
import dev.gradgap.statistics.ChangeVerdict;
import dev.gradgap.text.Numbers;
import java.util.Locale;

/**
 * A figure that has no noise, or hardly any, before and after.
 *
 * @param figure which
 * @param base its value in base
 * @param head its value in head
 * @param distinct whether the forks of both sides agree among themselves far enough to tell a difference
 */
public record FigureChange(Figure figure, double base, double head, boolean distinct) {

    /** A figure that is the same in all forks of a side. */
    public FigureChange(Figure figure, double base, double head) {
        this(figure, base, head, true);
    }

    /** The figures. */
    public enum Figure {
        /** Passes through the graph. */
        PASSES,
        /** What is kept between sweeps or passes. */
        TAPE_BYTES,
        /** Garbage. */
        ALLOC_BYTES,
        /** Operations of the graph: of a function that is traced, what the tracing leaves of it. */
        OPERATIONS;

        private Tolerance tolerance() {
            return this == ALLOC_BYTES ? Tolerance.ALLOCATION : Tolerance.NONE;
        }

        /** The name of its column in cells.csv. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Both values, such that they differ if the figure changed: {@code tape_bytes 65536 -> 65544}. */
    String inWords() {
        return figure.label() + " " + value(base) + " -> " + value(head);
    }

    private static String value(double value) {
        return value < 100 ? Numbers.plain(value) : String.format(Locale.ROOT, "%.0f", value);
    }

    /** More is a regression, less an improvement. */
    public ChangeVerdict verdict() {
        if (!distinct || figure.tolerance().covers(base, head)) {
            return ChangeVerdict.EQUIVALENT;
        }
        return head > base ? ChangeVerdict.REGRESSION : ChangeVerdict.IMPROVEMENT;
    }
}
