package dev.gradgap.results.directory;

import static dev.gradgap.results.file.CsvColumn.label;
import static dev.gradgap.results.file.CsvColumn.number;
import static dev.gradgap.results.file.CsvColumn.text;
import static dev.gradgap.results.file.CsvColumn.whole;

import dev.gradgap.engine.Operator;
import dev.gradgap.results.Scaling;
import dev.gradgap.results.file.CsvRow;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.statistics.PowerLaw;
import dev.gradgap.text.UserError;
import java.nio.file.Path;
import java.util.List;

/** scaling.csv: the fitted growth of each engine's time per operation with the number of inputs. */
public final class ScalingCsv {

    private static final CsvTable<Scaling> TABLE = new CsvTable<Scaling>(
            List.of(
                    text("workload", Scaling::workload),
                    text("engine", Scaling::engine),
                    label("operator", Scaling::operator),
                    number("exponent", scaling -> scaling.fit().exponent().estimate()),
                    number("exponent_lo", scaling -> scaling.fit().exponent().low()),
                    number("exponent_hi", scaling -> scaling.fit().exponent().high()),
                    number("coefficient_ns", scaling -> scaling.fit().coefficient()),
                    number("r_squared", scaling -> scaling.fit().rSquared()),
                    whole("points", scaling -> scaling.fit().points())),
            ScalingCsv::scaling);

    private ScalingCsv() {}

    /** Writes the file whole or not at all. */
    public static void write(Path file, List<Scaling> scalings) {
        TABLE.write(file, scalings);
    }

    /**
     * Reads what {@link #write} wrote, or a later version with more columns.
     *
     * @throws UserError naming file, line and column, if it is not such a file
     */
    public static List<Scaling> read(Path file) {
        return TABLE.read(file);
    }

    private static Scaling scaling(CsvRow row) {
        return new Scaling(
                row.text("workload"),
                row.text("engine"),
                row.label("operator", Operator.class),
                new PowerLaw(
                        row.interval("exponent", "exponent_lo", "exponent_hi"),
                        row.positive("coefficient_ns"),
                        row.numberOrNaN("r_squared"),
                        row.integer("points")));
    }
}
