package dev.gradgap.compare;

import dev.gradgap.report.Markdown;
import java.util.List;
import java.util.stream.Collectors;

/** A calibration as Markdown, noisiest cell first. */
final class CalibrationMarkdown {

    private CalibrationMarkdown() {}

    /** The whole text; the same calibration gives the same bytes. */
    static String of(Calibration calibration) {
        StringBuilder text = new StringBuilder("## Calibration\n\n");
        CalibrationTable.headline(calibration)
                .forEach(line -> text.append(Markdown.escape(line)).append('\n'));
        List<String> headings = CalibrationTable.headings(calibration);
        text.append('\n').append(line(headings));
        text.append(line(headings.stream().map(heading -> "---").toList()));
        calibration.noisiestFirst().forEach(cell -> text.append(line(CalibrationTable.row(calibration, cell))));
        text.append('\n');
        CalibrationTable.method(calibration)
                .forEach(line -> text.append(Markdown.escape(line)).append('\n'));
        if (!calibration.notCalibrated().isEmpty()) {
            text.append("\nNot calibrated:\n\n");
            calibration.notCalibrated().forEach(cell -> text.append("- ")
                    .append(Markdown.escape(ComparisonTable.name(cell.cell()) + ": " + cell.reason()))
                    .append('\n'));
        }
        return text.toString();
    }

    private static String line(List<String> values) {
        return values.stream().map(Markdown::escape).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
