package dev.gradgap.results.directory;

import static dev.gradgap.results.file.CsvColumn.label;
import static dev.gradgap.results.file.CsvColumn.number;
import static dev.gradgap.results.file.CsvColumn.text;
import static dev.gradgap.results.file.CsvColumn.whole;

import dev.gradgap.engine.Mode;
import dev.gradgap.results.CostRatioScaling;
import dev.gradgap.results.file.CsvRow;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.statistics.PowerLaw;
import dev.gradgap.text.UserError;
import java.nio.file.Path;
import java.util.List;

/** costratio.csv: the fitted growth of each engine's cost ratio with the number of inputs. */
public final class CostRatioCsv {

    private static final CsvTable<CostRatioScaling> TABLE = new CsvTable<CostRatioScaling>(
            List.of(
                    text("workload", CostRatioScaling::workload),
                    text("engine", CostRatioScaling::engine),
                    label("mode", CostRatioScaling::mode),
                    number("exponent", scaling -> scaling.fit().exponent().estimate()),
                    number("exponent_lo", scaling -> scaling.fit().exponent().low()),
                    number("exponent_hi", scaling -> scaling.fit().exponent().high()),
                    number("coefficient", scaling -> scaling.fit().coefficient()),
                    number("r_squared", scaling -> scaling.fit().rSquared()),
                    whole("points", scaling -> scaling.fit().points()),
                    whole("smallest_inputs", CostRatioScaling::smallestInputs),
                    whole("largest_inputs", CostRatioScaling::largestInputs)),
            CostRatioCsv::scaling);

    private CostRatioCsv() {}

    /** Writes the file whole or not at all. */
    public static void write(Path file, List<CostRatioScaling> scalings) {
        TABLE.write(file, scalings);
    }

    /**
     * Reads what {@link #write} wrote, or a later version with more columns.
     *
     * @throws UserError naming file, line and column, if it is not such a file
     */
    public static List<CostRatioScaling> read(Path file) {
        return TABLE.read(file);
    }

    private static CostRatioScaling scaling(CsvRow row) {
        return new CostRatioScaling(
                row.text("workload"),
                row.text("engine"),
                row.label("mode", Mode.class),
                new PowerLaw(
                        row.interval("exponent", "exponent_lo", "exponent_hi"),
                        row.positive("coefficient"),
                        row.numberOrNaN("r_squared"),
                        row.integer("points")),
                row.count("smallest_inputs"),
                row.count("largest_inputs"));
    }
}
