package dev.gradgap.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gradgap.results.file.FieldException;
import dev.gradgap.results.file.JsonFields;
import dev.gradgap.results.file.JsonFile;
import dev.gradgap.results.file.PrettyJson;
import dev.gradgap.text.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The folder of a calibration: that of one long comparison of a program with itself, and calibration-settings.json, which
 * says into how many comparisons it is to be cut.
 *
 * @param folder the long comparison, whose cells have all their pairs before its only look
 * @param comparisons how many it is cut into
 */
public record CalibrationFolder(ComparisonFolder folder, int comparisons) {

    /** The file that says how it is cut; written last, so that a folder that has it can be carried on. */
    public static final String SETTINGS = "calibration-settings.json";

    private static final int SCHEMA = 1;

    /**
     * The folder of a new calibration.
     *
     * @param jar what the user calls the program
     * @param single the settings of one comparison, which has as many pairs at its first look as at its last
     * @param budgetSeconds the time that measuring may take
     */
    public static CalibrationFolder of(
            Path directory, String jar, ComparisonSettings single, int comparisons, double budgetSeconds) {
        int pairs = comparisons * single.pairs();
        return new CalibrationFolder(
                new ComparisonFolder(
                        directory,
                        jar,
                        jar,
                        new ComparisonSettings(single.alpha(), single.gate(), pairs, pairs, single.seed()),
                        budgetSeconds),
                comparisons);
    }

    /** The settings of one comparison. */
    public ComparisonSettings single() {
        ComparisonSettings all = folder.settings();
        int pairs = all.pairs() / comparisons;
        return new ComparisonSettings(all.alpha(), all.gate(), pairs, pairs, all.seed());
    }

    /** Writes calibration-settings.json into a folder that has the rest. */
    public void write() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("comparisons", comparisons);
        json.put("pairs", single().pairs());
        PrettyJson.write(folder.directory().resolve(SETTINGS), json);
    }

    /**
     * Reads the settings of a calibration.
     *
     * @throws UserError naming file, line and field, if there are none or they cannot be right
     */
    public static CalibrationFolder read(Path directory) {
        Path file = directory.resolve(SETTINGS);
        if (!Files.exists(file)) {
            throw new UserError(directory + " is no calibration: " + SETTINGS + " is missing");
        }
        ComparisonFolder folder = ComparisonFolder.read(directory);
        return JsonFile.read(file, "the settings of a calibration", json -> of(folder, json));
    }

    private static CalibrationFolder of(ComparisonFolder folder, JsonNode json) {
        int all = folder.settings().pairs();
        int comparisons = JsonFields.integer(json, "comparisons", 1, all);
        int pairs = JsonFields.integer(json, "pairs", 2, all);
        if ((long) comparisons * pairs != all) {
            throw new FieldException(
                    "comparisons",
                    "is " + comparisons + ", which with " + pairs + " pairs each does not make up the " + all
                            + " pairs of this folder");
        }
        return new CalibrationFolder(folder, comparisons);
    }

    /** What its two runs say so far. */
    public Calibration calibrate() {
        return Calibrator.calibrate(
                ComparisonFolder.run(folder.base(), folder.baseDirectory()),
                ComparisonFolder.run(folder.head(), folder.headDirectory()),
                single(),
                comparisons);
    }
}
