package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before anything is measured. */
class CalibrateCommandTest {

    @TempDir
    private Path folder;

    private String jar;

    /** A file that passes for a jar of the suite, as far as its entries go. */
    @BeforeEach
    void packJar() throws IOException {
        Path file = folder.resolve("suite.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("dev/gradgap/cli/Main.class"));
            out.putNextEntry(new ZipEntry("dev/gradgap/cli/MeasureCommand.class"));
        }
        jar = file.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    JAR --pairs 1           | --pairs: '1' is not a number of pairs; give 2 or more
                    JAR --comparisons 0     | --comparisons is at least 1, and at most 100000 pairs in all, not 0 of 10 pairs
                    JAR --comparisons 2147483647 | --comparisons is at least 1, and at most 100000 pairs in all, not 2147483647 of 10 pairs
                    JAR --alpha 0           | --alpha: '0' is not a share between 0 and 1, such as 3% or 0.03
                    JAR --gate 100%         | --gate: '100%' is not a share between 0 and 1, such as 3% or 0.03
                    JAR --budget 3          | --budget: '3' is not a duration such as 90s, 10m or 2h
                    JAR --engine reference-differences | nothing to measure: no cell of suite pr is left
                    JAR JAR                 | unexpected argument 'JAR' (calibrate --help shows how)
                    JAR --resume x          | --resume carries on the calibration as it was planned; leave out the other arguments
                    --resume x --pairs 3    | --resume carries on the calibration as it was planned; leave out the other arguments
                    --resume nowhere        | nowhere is no calibration: calibration-settings.json is missing
                    missing.jar             | missing.jar does not exist
                    --pairs 3               | give a JAR to compare with itself
                    """)
    void aWrongCommandLineIsAnsweredInOneLine(String arguments, String message) {
        Outcome.ofLine("calibrate " + arguments.replace("JAR", jar))
                .isRefusedWith(message.replace("'JAR'", "'" + jar + "'"));
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("suite.jar"));
    }

    @Test
    void aFolderWithSomethingInItIsNotWrittenInto() {
        Outcome.ofLine("calibrate " + jar + " --out " + folder)
                .isRefusedWith("--out: " + folder
                        + " is not empty; name a new folder: without a file 'calibration-settings.json' there is nothing to"
                        + " carry on in it");
    }

    @Test
    void aCalibrationThatWasBegunCanBeCarriedOn() throws IOException {
        Files.writeString(folder.resolve("calibration-settings.json"), "{}");
        Outcome.ofLine("calibrate " + jar + " --out " + folder)
                .isRefusedWith("--out: " + folder
                        + " is not empty; name a new folder, or carry that run on with --resume " + folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "comparisons" : 20 | "comparisons" : 0  | 3 | 'comparisons' is 0, which is less than 1
                    "comparisons" : 20 | "comparisons" : 19 | 3 | 'comparisons' is 19, which with 6 pairs each does not make up the 120 pairs of this folder
                    "pairs" : 6        | "pairs" : 1        | 4 | 'pairs' is 1, which is less than 2
                    "pairs" : 6        | "pears" : 6        | 1 | 'pairs' is missing
                    """)
    void settingsThatCannotBeAreRefusedWithTheirLine(String right, String wrong, int line, String problem)
            throws IOException {
        Path committed = Path.of("results/reference/compare/self");
        Files.copy(committed.resolve("settings.json"), folder.resolve("settings.json"));
        String text = Files.readString(committed.resolve("calibration-settings.json"));
        assertThat(text).contains(right);
        Path settings = Files.writeString(folder.resolve("calibration-settings.json"), text.replace(right, wrong));

        Outcome.ofLine("calibrate --resume " + folder)
                .isRefusedWith(settings + ":" + line + ": not the settings of a calibration: " + problem);
    }

    @Test
    void helpHasExamples() {
        assertThat(Outcome.ofLine("calibrate --help").isFine().out())
                .contains("Usage: java -jar benchmarks.jar calibrate")
                .contains("Examples:\n  calibrate benchmarks.jar");
    }
}
