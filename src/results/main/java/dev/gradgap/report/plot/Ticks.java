package dev.gradgap.report.plot;

import dev.gradgap.report.chart.Chart.Unit;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * Where a logarithmic axis has its labels: at numbers a person would choose, as many as fit. Each method takes the range
 * of the axis, 0 &lt; low &lt; high, and gives the ticks within it in ascending order.
 */
final class Ticks {

    private static final int MAX = 16;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final double[] DECADE = {1};
    private static final double[] FINE = {1, 2, 5};
    private static final double[] FINEST = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    /** A number of more digits than that is not read digit by digit. */
    private static final double READ = 1e7;

    private Ticks() {}

    /** What is written along an axis. */
    static List<Tick> of(Unit unit, double low, double high) {
        return switch (unit) {
            case SIZE -> sizes(low, high);
            case DURATION -> durations(low, high);
            case COUNT -> high < READ ? ratios(low, high) : powers(low, high);
            case RATIO, BYTES -> ratios(low, high);
        };
    }

    /** Powers of two, as sizes are measured at. */
    static List<Tick> sizes(double low, double high) {
        int first = (int) Math.ceil(log2(low));
        int last = (int) Math.floor(log2(high));
        int step = Math.max(1, (int) Math.ceil((last - first) / 11.0));
        List<Tick> ticks = new ArrayList<>();
        for (int k = -Math.floorDiv(-first, step) * step; k <= last; k += step) {
            double value = Math.pow(2, k);
            ticks.add(new Tick(value, Numbers.size(value)));
        }
        return ticks;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** Powers of ten, with their doubles and fives, or all their multiples, where the range is short. */
    static List<Tick> ratios(double low, double high) {
        List<Tick> ticks = multiples(low, high, FINE, Numbers::count);
        return ticks.size() < 2 ? multiples(low, high, FINEST, Numbers::count) : ticks;
    }

    /** Powers of ten as such, for numbers too long to be read digit by digit. */
    static List<Tick> powers(double low, double high) {
        int step = Math.max(1, (int) Math.ceil(Math.log10(high / low) / MAX));
        List<Tick> ticks = new ArrayList<>();
        for (int k = -Math.floorDiv(-(int) Math.ceil(Math.log10(low)), step) * step; k <= Math.log10(high); k += step) {
            ticks.add(new Tick(Math.pow(10, k), "10" + superscript(k)));
        }
        return ticks;
    }

    private static String superscript(int exponent) {
        return Integer.toString(exponent)
                .chars()
                .mapToObj(c -> c == '-' ? "⁻" : SUPERSCRIPTS.substring(c - '0', c - '0' + 1))
                .collect(Collectors.joining());
    }

    private static List<Tick> multiples(double low, double high, double[] fine, DoubleFunction<String> label) {
        double decades = Math.log10(high / low);
        int step = Math.max(1, (int) Math.ceil(decades / MAX));
        int first = Math.floorDiv((int) Math.floor(Math.log10(low)), step) * step;
        List<Tick> ticks = new ArrayList<>();
        for (int k = first; k <= Math.log10(high); k += step) {
            for (double multiple : decades <= 3 ? fine : DECADE) {
                double value = multiple * Math.pow(10, k);
                if (value >= low && value <= high) {
                    ticks.add(new Tick(value, label.apply(value)));
                }
            }
        }
        return ticks;
    }

    /** Durations in nanoseconds: powers of ten up to seconds, then minutes, hours, days and years. */
    static List<Tick> durations(double low, double high) {
        List<Tick> ticks = durations(low, high, FINE);
        if (ticks.size() > MAX) {
            ticks = durations(low, high, DECADE);
        }
        if (ticks.size() > MAX) {
            ticks = units(low, high);
        }
        return ticks.size() < 2 ? multiples(low, high, FINE, Numbers::duration) : ticks;
    }

    private static List<Tick> durations(double low, double high, double[] multiples) {
        // A label too near to the next unit's first would touch it.
        double clearance = multiples.length == 1 ? 3 : 1.5;
        List<Tick> ticks = new ArrayList<>();
        for (DurationUnit unit : DurationUnit.values()) {
            for (double decade = 1; decade * clearance <= unit.inNext(); decade *= 10) {
                for (double multiple : multiples) {
                    double count = multiple * decade;
                    double value = count * unit.nanoseconds();
                    if (count * clearance <= unit.inNext() && value >= low && value <= high) {
                        ticks.add(new Tick(value, unit.label(count)));
                    }
                }
            }
        }
        return ticks;
    }

    private static List<Tick> units(double low, double high) {
        List<Tick> ticks = new ArrayList<>();
        for (DurationUnit unit : DurationUnit.values()) {
            if (unit.nanoseconds() >= low && unit.nanoseconds() <= high) {
                ticks.add(new Tick(unit.nanoseconds(), unit.label(1)));
            }
        }
        return ticks;
    }
}
