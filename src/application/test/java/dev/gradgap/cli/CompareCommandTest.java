package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finished runs, those of a committed comparison: what can still be decided, and what of them cannot be right. */
@Tag("thorough")
class CompareCommandTest {

    private static final Path REFERENCE = Path.of("results/reference/compare/injected");

    @TempDir
    private Path folder;

    private Path settings;

    @BeforeEach
    void copyTheComparison() throws IOException {
        settings = folder.resolve("settings.json");
        Files.copy(REFERENCE.resolve("settings.json"), settings);
        for (String side : List.of("base", "head")) {
            Files.createDirectory(folder.resolve(side));
            for (String file : List.of("journal", "environment.json")) {
                Files.copy(
                        REFERENCE.resolve(side).resolve(file),
                        folder.resolve(side).resolve(file));
            }
        }
    }

    private Outcome compare(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "compare";
        arguments[1] = folder.resolve("base").toString();
        arguments[2] = folder.resolve("head").toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Outcome.of(arguments);
    }

    private void change(Path file, String right, String wrong) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(right);
        Files.writeString(file, text.replace(right, wrong));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--suite=pr",
                "--workload=mlp",
                "--engine=graph-*",
                "--inputs=4",
                "--plugin=x.jar",
                "--base-plugin=x.jar",
                "--head-plugin=x.jar",
                "--pairs=4",
                "--max-pairs=9",
                "--budget=1h"
            })
    void whatWasDecidedWhenTheRunsWereMeasuredIsRefused(String option) throws IOException {
        Files.delete(settings);
        compare(option)
                .isRefusedWith(option.replaceFirst("=.*", "") + " has no effect on two finished runs; leave it out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--alpha=5%", "--gate=5%", "--seed=2"})
    void whatTheFolderOfAComparisonSaysIsRefused(String option) {
        compare(option)
                .isRefusedWith(option.replaceFirst("=.*", "")
                        + " has no effect on two runs that were measured together, which settings.json says how to compare;"
                        + " leave it out");
    }

    @Test
    void whatHasAnEffectIsTaken() throws IOException {
        assertThat(compare("--strict", "--out=" + folder.resolve("out")).err()).isEmpty();
        Files.delete(settings);
        assertThat(compare("--alpha=5%", "--gate=5%", "--seed=2", "--strict").err())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "alpha" : 0.01    | "alpha" : 2       | 5 | 'alpha' is 2.0, which is not below 1
                    "alpha" : 0.01    | "alpha" : 0       | 5 | 'alpha' is 0.0, which is not above 0
                    "alpha" : 0.01    | "alpha" : "1%"    | 5 | 'alpha' is not a number
                    "gate" : 0.03     | "gate" : -0.03    | 6 | 'gate' is -0.03, which is not above 0
                    "pairs" : 20      | "pairs" : 1       | 7 | 'pairs' is 1, which is less than 2
                    "pairs" : 20      | "pairs" : 20.5    | 7 | 'pairs' is not a whole number
                    "most_pairs" : 60 | "most_pairs" : 19 | 8 | 'most_pairs' is 19, which is less than 20
                    "most_pairs" : 60 | "most_pairs" : 2000000000 | 8 | 'most_pairs' is 2000000000, which is more than 100000
                    "budget_s" : 900  | "budget_s" : -900 | 10 | 'budget_s' is -900.0, which is not above 0
                    "schema" : 1      | "schema" : 2      | 2 | 'schema' is 2, which is more than 1
                    """)
    void settingsThatCannotBeAreRefusedWithTheirLine(String right, String wrong, int line, String problem)
            throws IOException {
        change(settings, right, wrong);

        compare().isRefusedWith(settings + ":" + line + ": not the settings of a comparison: " + problem);
    }

    @Test
    void settingsThatWereCutOffAreRefusedWithTheirLine() throws IOException {
        Files.writeString(settings, "{\n  \"schema\" : 1,\n  \"base\"");

        compare().isRefusedWith(settings + ":3: not a JSON object in UTF-8");
    }

    @Test
    void aDamagedLineOfAJournalIsSaid() throws IOException {
        Path journal = folder.resolve("head/journal");
        change(journal, "\"cell\":0,\"round\":0,", "\"cell\":0,\"round\":-1,");

        assertThat(compare().err())
                .startsWith(journal + ":")
                .contains(": 'round' is -1, which is less than 0; the line is skipped")
                .hasLineCount(1);
    }
}
