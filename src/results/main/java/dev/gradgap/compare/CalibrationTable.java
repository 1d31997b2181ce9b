package dev.gradgap.compare;

import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.Proportion;
import dev.gradgap.statistics.noise.NoiseCause;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of a calibration, for a console and for Markdown alike. */
public final class CalibrationTable {

    /** Of all intervals of false alarms. */
    static final double INTERVAL_ALPHA = 0.05;

    private static final double UNREADABLE = 10; // a slowdown beyond 1000 % is no use to anybody

    private CalibrationTable() {}

    /** The headings of the table of cells. */
    public static List<String> headings(Calibration calibration) {
        List<String> headings =
                new ArrayList<>(List.of("gate", "cell", "time", "noise", "drift", "p <= alpha", "called"));
        calibration.pairCounts().forEach(pairs -> headings.add(pairs + " pairs find"));
        headings.add("why not");
        return headings;
    }

    /** A row of the table. */
    public static List<String> row(Calibration calibration, CellCalibration cell) {
        List<String> row = new ArrayList<>(List.of(
                cell.isGateable() ? "yes" : "no",
                ComparisonTable.name(cell.cell()),
                Numbers.duration(cell.timeNs()),
                percent(cell.deviation()),
                percent(cell.drift()),
                share(cell.uncorrected()),
                cell.changes().count() + " of " + cell.changes().of()));
        calibration.pairCounts().forEach(pairs -> row.add(findable(calibration.smallestFindable(cell, pairs))));
        row.add(why(cell));
        return row;
    }

    /** What the whole found, in sentences. */
    public static List<String> headline(Calibration calibration) {
        List<String> lines = new ArrayList<>();
        int pairs = calibration.settings().pairs();
        lines.add(calibration.jar() + " against itself, " + calibration.comparisons() + " of " + calibration.planned()
                + " comparisons of " + pairs + " pairs: "
                + calibration.regressions().count()
                + " called a regression " + range(calibration.regressions()) + ", "
                + calibration.changes().count() + " a change " + range(calibration.changes()) + ".");
        long gateable =
                calibration.cells().stream().filter(CellCalibration::isGateable).count();
        lines.add(gateable + " of " + calibration.cells().size() + " cells can be gated on: " + pairs
                + " pairs find a slowdown of " + percent(Calibration.WORTH_GATING) + " or less.");
        return lines;
    }

    /** How it was counted, in sentences. */
    public static List<String> method(Calibration calibration) {
        ComparisonSettings settings = calibration.settings();
        return List.of(
                "Noise is the standard deviation of the log-ratio of a pair of forks, drift how much longer the slowest"
                        + " comparison took than the fastest.",
                String.format(
                        Locale.ROOT,
                        "p <= alpha counts comparisons in which the cell alone would be called changed at %s %%, called those"
                                + " in which it was, after correction for %d cells and beyond the gate of %s %%.",
                        Numbers.plain(100 * settings.alpha()),
                        calibration.cells().size(),
                        Numbers.plain(100 * settings.gate())),
                "So many pairs find that slowdown of a single cell with " + percent(Calibration.POWER)
                        + " probability. Intervals are exact (Clopper and Pearson), 95 %.");
    }

    /** Why a cell cannot be gated on; empty if it can. */
    public static String why(CellCalibration cell) {
        String figures = cell.unsteady().stream()
                .map(figure -> figure.label() + " differ from comparison to comparison")
                .collect(Collectors.joining("; "));
        String cause = cell.cause().map(CalibrationTable::sentence).orElse("");
        return figures.isEmpty() || cause.isEmpty() ? figures + cause : figures + "; " + cause;
    }

    /** The name of a cause, as in the files. */
    static Optional<String> label(CellCalibration cell) {
        return cell.cause().map(cause -> {
            if (cause instanceof NoiseCause.OutlyingForks) {
                return "outlying forks";
            }
            if (cause instanceof NoiseCause.TwoModes) {
                return "two modes";
            }
            if (cause instanceof NoiseCause.Drift) {
                return "drift";
            }
            return cause instanceof NoiseCause.WithinForks ? "within forks" : "noise throughout";
        });
    }

    private static String sentence(NoiseCause cause) {
        if (cause instanceof NoiseCause.OutlyingForks forks) {
            return forks.count() + " of " + forks.pairs() + " pairs have an outlying fork, the farthest "
                    + Numbers.plain(forks.farthest()) + " times its partner; without them it could be calmer by half";
        }
        if (cause instanceof NoiseCause.TwoModes modes) {
            return "two modes: " + percent(modes.slower()) + " of the forks take " + Numbers.plain(modes.ratio())
                    + " times as long as the others, as when the compiler goes one of two ways";
        }
        if (cause instanceof NoiseCause.Drift drift) {
            return "the noise drifts: " + percent(drift.calm()) + " in " + drift.calmPairs() + " of " + drift.pairs()
                    + " pairs, " + percent(drift.restless()) + " in the others";
        }
        if (cause instanceof NoiseCause.WithinForks within) {
            return "iterations of one fork differ by " + percent(within.deviation()) + ", which explains "
                    + percent(within.explained()) + " of the variance: longer iterations, or more, would help";
        }
        return "simply noise: forks differ throughout";
    }

    private static String share(Proportion share) {
        return share.count() + " of " + share.of() + " " + range(share);
    }

    private static String range(Proportion share) {
        Interval interval = share.interval(INTERVAL_ALPHA);
        return "[" + percent(interval.low()) + ", " + percent(interval.high()) + "]";
    }

    private static String findable(double slowdown) {
        return slowdown > UNREADABLE ? "nothing" : percent(slowdown);
    }

    private static String percent(double fraction) {
        return Numbers.plain(100 * fraction) + " %";
    }
}
