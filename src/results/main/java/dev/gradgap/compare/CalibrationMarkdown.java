package dev.gradgap.compare;

import dev.gradgap.text.MarkdownText;

/** A calibration as Markdown, noisiest cell first. */
final class CalibrationMarkdown {

    private CalibrationMarkdown() {}

    /** The whole text; the same calibration gives the same bytes. */
    static String of(Calibration calibration) {
        MarkdownText text = new MarkdownText().markup("## Calibration\n\n");
        CalibrationTable.headline(calibration).forEach(line -> text.text(line).markup("\n"));
        text.markup("\n")
                .table(
                        CalibrationTable.headings(calibration),
                        calibration.noisiestFirst().stream()
                                .map(cell -> CalibrationTable.row(calibration, cell))
                                .toList());
        text.markup("\n");
        CalibrationTable.method(calibration).forEach(line -> text.text(line).markup("\n"));
        if (!calibration.notCalibrated().isEmpty()) {
            text.markup("\nNot calibrated:\n\n");
            calibration
                    .notCalibrated()
                    .forEach(cell -> text.item(ComparisonTable.name(cell.cell()) + ": " + cell.reason()));
        }
        return text.toString();
    }
}
