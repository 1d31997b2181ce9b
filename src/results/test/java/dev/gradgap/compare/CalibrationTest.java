package dev.gradgap.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gradgap.compare.FigureChange.Figure;
import dev.gradgap.statistics.Proportion;
import dev.gradgap.statistics.noise.NoiseCause;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a calibration says of forks whose noise is known. */
@Tag("thorough")
final class CalibrationTest {

    private static final int COMPARISONS = 20;
    private static final int PAIRS = 10;

    @TempDir
    private Path folder;

    /** Lognormal forks, each cell with its own deviation of a fork's logarithm. */
    private static SelfComparison noisy(int comparisons, int pairs, long seed, double... deviations) {
        SplittableRandom random = new SplittableRandom(seed);
        SelfComparison runs = new SelfComparison(deviations.length);
        for (int round = 0; round < comparisons * pairs; round++) {
            for (int cell = 0; cell < deviations.length; cell++) {
                double base = 1000 * Math.exp(deviations[cell] * random.nextGaussian());
                double head = 1000 * Math.exp(deviations[cell] * random.nextGaussian());
                runs.pair(cell, round, base, head);
            }
        }
        return runs;
    }

    @Test
    void noiseFloorIsTheDeviationOfADifferenceOfTwoForks() {
        Calibration calibration = noisy(COMPARISONS, PAIRS, 1, 0.01, 0.05).calibrate(COMPARISONS, PAIRS);

        assertThat(calibration.comparisons()).isEqualTo(COMPARISONS);
        assertThat(calibration.cells())
                .extracting(CellCalibration::deviation)
                .satisfiesExactly(
                        calm -> assertThat(calm).isCloseTo(0.01 * Math.sqrt(2), within(0.0015)),
                        restless -> assertThat(restless).isCloseTo(0.05 * Math.sqrt(2), within(0.0075)));
        assertThat(calibration.cells()).extracting(CellCalibration::pairs).containsOnly(COMPARISONS * PAIRS);
        assertThat(calibration.cells().get(0).timeNs()).isCloseTo(1000, within(5.0));
        assertThat(calibration.cells().get(0).isGateable()).isTrue();
    }

    /** Without correction at 1 %, a cell is called changed in one comparison in a hundred. */
    @Test
    void alarmsWithoutCorrectionComeAtTheirNominalRate() {
        int comparisons = 500;
        Calibration calibration =
                noisy(comparisons, 4, 2, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02).calibrate(comparisons, 4);

        int alarms = calibration.cells().stream()
                .mapToInt(cell -> cell.uncorrected().count())
                .sum();
        assertThat(alarms).isBetween(15, 47); // 30 of 3000 expected, binomial 99.7 % limits
        // after correction at most 1 in 100 comparisons of all six; the gate lets even fewer through
        assertThat(calibration.changes().count()).isLessThanOrEqualTo(12);
        assertThat(calibration.regressions().count())
                .isLessThanOrEqualTo(calibration.changes().count());
    }

    @Test
    void eachComparisonIsDecidedOnItsOwnPairsAlone() {
        SelfComparison runs = new SelfComparison(2);
        for (int round = 0; round < COMPARISONS * PAIRS; round++) {
            double wobble = 1 + 0.001 * (round % 3);
            boolean slow = round / PAIRS == 7;
            boolean fast = round / PAIRS == 12;
            runs.pair(0, round, 100, 100 * wobble * (slow ? 1.2 : fast ? 0.8 : 1));
            runs.pair(1, round, 100, 100 * wobble);
        }

        Calibration calibration = runs.calibrate(COMPARISONS, PAIRS);

        assertThat(calibration.regressions()).isEqualTo(new Proportion(1, COMPARISONS));
        assertThat(calibration.changes()).isEqualTo(new Proportion(2, COMPARISONS));
        assertThat(calibration.cells().get(0).regressions()).isEqualTo(new Proportion(1, COMPARISONS));
        assertThat(calibration.cells().get(0).changes()).isEqualTo(new Proportion(2, COMPARISONS));
        assertThat(calibration.cells().get(1).changes()).isEqualTo(new Proportion(0, COMPARISONS));
        // of one comparison in twenty: the table of Clopper and Pearson
        assertThat(CalibrationTable.headline(calibration).get(0))
                .contains(
                        "20 of 20 comparisons of 10 pairs: 1 called a regression [0.127 %, 24.9 %], 2 a change [1.23 %");
    }

    /** For large samples the t quantiles are normal ones; here the gate decides: ln(1 + gate) + z(0.9) sigma / sqrt(pairs). */
    @Test
    void smallestFindableSlowdownFollowsFromTheNoiseFloor() {
        Calibration calibration = noisy(2, 1000, 3, 0.2).calibrate(2, 1000);

        CellCalibration cell = calibration.cells().get(0);
        double logarithm = Math.log(1.03) + 1.2816 * cell.deviation() / Math.sqrt(1000);
        assertThat(calibration.smallestFindable(cell, 1000)).isCloseTo(Math.expm1(logarithm), within(4e-4));
        assertThat(calibration.smallestFindable(cell, 40)).isGreaterThan(calibration.smallestFindable(cell, 1000));
        assertThat(calibration.pairCounts()).containsExactly(10, 20, 40, 1000);
    }

    /** A comparison that lacks pairs of a cell does not count, for any cell. */
    @Test
    void anUnfinishedComparisonDoesNotCount() {
        SelfComparison runs = new SelfComparison(2);
        for (int round = 0; round < 29; round++) {
            runs.pair(0, round, 100, 100 + round % 2);
            if (round < 28) {
                runs.pair(1, round, 100, 100 + round % 2);
            }
        }

        Calibration calibration = runs.calibrate(3, 10);

        assertThat(calibration.comparisons()).isEqualTo(2);
        assertThat(calibration.planned()).isEqualTo(3);
        assertThat(calibration.cells()).extracting(CellCalibration::pairs).containsExactly(29, 28);
    }

    @Test
    void beforeTheFirstComparisonIsFinishedNothingIsKnownOfAlarms() {
        SelfComparison runs = new SelfComparison(1);
        runs.pair(0, 0, 100, 101);
        runs.pair(0, 1, 100, 99);

        Calibration calibration = runs.calibrate(3, 10);

        assertThat(calibration.regressions()).isEqualTo(new Proportion(0, 0));
        assertThat(calibration.cells()).hasSize(1);
        CalibrationFiles.write(folder, calibration);
        assertThat(folder.resolve(CalibrationFiles.CSV)).content().doesNotContain("NaN");
    }

    @Test
    void aCellThatFailsIsNamedAndKeepsNobodyElse() {
        SelfComparison runs = noisy(2, 5, 4, 0.01, 0.01);
        runs.failure(1, 10);

        Calibration calibration = runs.calibrate(2, 5);

        assertThat(calibration.comparisons()).isEqualTo(2);
        assertThat(calibration.cells()).hasSize(1);
        assertThat(calibration.notCalibrated()).singleElement().satisfies(not -> {
            assertThat(not.cell().workload()).isEqualTo("w1");
            assertThat(not.reason()).isEqualTo("failed in round 10: it crashed");
        });
    }

    @Test
    void cellsWithoutForksAreNotCalibrated() {
        Calibration calibration = new SelfComparison(1).calibrate(2, 5);

        assertThat(calibration.cells()).isEmpty();
        assertThat(calibration.comparisons()).isZero();
        assertThat(calibration.notCalibrated()).singleElement().satisfies(not -> assertThat(not.reason())
                .contains("not measured"));
    }

    @Test
    void figuresThatDifferForbidGating() {
        SelfComparison runs = new SelfComparison(1);
        for (int round = 0; round < 20; round++) {
            runs.pairWithGarbage(0, round, 100, 1000, round < 10 ? 1000 : 2000);
        }

        Calibration calibration = runs.calibrate(2, 10);

        CellCalibration cell = calibration.cells().get(0);
        assertThat(cell.unsteady()).containsExactly(Figure.ALLOC_BYTES);
        assertThat(cell.isGateable()).isFalse();
        assertThat(CalibrationTable.why(cell)).isEqualTo("alloc_bytes differ from comparison to comparison");
        // that is what compare would exit with 1 for
        assertThat(calibration.regressions()).isEqualTo(new Proportion(1, 2));
    }

    /** Pairs hardly notice that the machine is half as fast in the end; the column says that it was. */
    @Test
    void driftOfTheMachineIsToldButNoNoise() {
        SelfComparison runs = new SelfComparison(1);
        for (int round = 0; round < 200; round++) {
            int comparison = round / 10;
            double level = 100 * Math.exp(Math.log(2) * comparison / 19);
            runs.pair(0, round, level, level * (1 + 0.001 * (round % 2)));
        }

        CellCalibration cell = runs.calibrate(COMPARISONS, PAIRS).cells().get(0);

        assertThat(cell.drift()).isCloseTo(1, within(1e-3));
        assertThat(cell.isGateable()).isTrue();
    }

    private static Calibration ofForks(DoubleUnaryOperator logarithmByRound) {
        SelfComparison runs = new SelfComparison(1);
        for (int round = 0; round < COMPARISONS * PAIRS; round++) {
            runs.pair(
                    0,
                    round,
                    Math.exp(logarithmByRound.applyAsDouble(round)),
                    Math.exp(logarithmByRound.applyAsDouble(round)));
        }
        return runs.calibrate(COMPARISONS, PAIRS);
    }

    private static String why(Calibration calibration) {
        return CalibrationTable.why(calibration.cells().get(0));
    }

    @Test
    void aCellThatIsTooNoisySaysWhy() {
        SplittableRandom random = new SplittableRandom(5);

        assertThat(why(ofForks(i -> 0.01 * random.nextGaussian()))).isEmpty();
        assertThat(why(ofForks(i -> 0.2 * random.nextGaussian()))).isEqualTo("simply noise: forks differ throughout");
        assertThat(why(ofForks(i -> random.nextInt(100) == 0 ? 2 : 0.01 * random.nextGaussian())))
                .matches("\\d of 200 pairs have an outlying fork, the farthest 7\\.\\d+ times its partner; .*");
        assertThat(why(ofForks(i -> random.nextInt(2) * 0.3 + 0.01 * random.nextGaussian())))
                .matches("two modes: [45]\\d\\.\\d % of the forks take 1\\.3\\d times as long as the others, .*");
        assertThat(why(ofForks(i -> (i < 100 ? 0.01 : 0.2) * random.nextGaussian())))
                .matches("the noise drifts: 1\\.\\d+ % in \\d+ of 200 pairs, (2|3)\\d\\.\\d % in the others");
    }

    @Test
    void aCellThatIsCalmEnoughHasNoCause() {
        Calibration calibration = noisy(COMPARISONS, PAIRS, 6, 0.01, 0.2).calibrate(COMPARISONS, PAIRS);

        assertThat(calibration.cells().get(0).cause()).isEmpty();
        assertThat(calibration.cells().get(1).cause()).contains(new NoiseCause.Throughout());
        assertThat(calibration.noisiestFirst().get(0).cell().workload()).isEqualTo("w1");
        assertThat(CalibrationTable.headline(calibration).get(1))
                .isEqualTo("1 of 2 cells can be gated on: 10 pairs find a slowdown of 10.0 % or less.");
    }

    @Test
    void filesAreTheSameForTheSameForksInAnyLocale() throws IOException {
        SelfComparison runs = noisy(3, 4, 7, 0.01, 0.3);
        runs.failure(0, 12);
        Locale before = Locale.getDefault();
        List<String> names = List.of(CalibrationFiles.MARKDOWN, CalibrationFiles.JSON, CalibrationFiles.CSV);
        try {
            CalibrationFiles.write(folder.resolve("a"), runs.calibrate(3, 4));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            CalibrationFiles.write(folder.resolve("b"), runs.calibrate(3, 4));
        } finally {
            Locale.setDefault(before);
        }

        for (String name : names) {
            assertThat(folder.resolve("b").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("a").resolve(name));
        }
    }

    @Test
    void everyPlannedCellIsInEveryFile() throws IOException {
        SelfComparison runs = noisy(3, 4, 7, 0.01, 0.3);
        runs.failure(0, 12);
        CalibrationFiles.write(folder, runs.calibrate(3, 4));

        assertThat(Files.readAllLines(folder.resolve(CalibrationFiles.CSV)))
                .hasSize(3)
                .satisfiesExactly(
                        header -> assertThat(header)
                                .startsWith("workload,inputs,engine,operator,gateable,time_ns,pairs,deviation,drift,")
                                .endsWith(",findable,findable_10,findable_20,findable_40,cause,reason"),
                        found -> assertThat(found)
                                .startsWith("w1,8,graph-reverse,gradient,false,")
                                .contains(",12,")
                                .endsWith("noise throughout,simply noise: forks differ throughout"),
                        failed -> assertThat(failed)
                                .startsWith("w0,8,graph-reverse,gradient,,,0,")
                                .endsWith("failed in round 12: it crashed"));
        JsonNode json = new ObjectMapper()
                .readTree(folder.resolve(CalibrationFiles.JSON).toFile());
        assertThat(json.path("cells").size()).isEqualTo(1);
        assertThat(json.path("cells").path(0).path("findable_by_pairs").fieldNames())
                .toIterable()
                .containsExactly("4", "10", "20", "40");
        assertThat(json.path("not_calibrated").path(0).path("workload").asText())
                .isEqualTo("w0");
        assertThat(Files.readString(folder.resolve(CalibrationFiles.MARKDOWN)))
                .contains("| no | w1 8 graph-reverse gradient | ")
                .contains("- w0 8 graph-reverse gradient: failed in round 12: it crashed")
                .contains("my\\|&lt;b&gt;.jar against itself")
                .doesNotContain("<b>");
    }

    @Test
    void aFolderRemembersIntoHowManyComparisonsItIsCut() {
        ComparisonSettings single = new ComparisonSettings(0.02, 0.05, 6, 6, 9);
        CalibrationFolder planned = CalibrationFolder.of(folder, "my.jar", single, 7, 60);
        planned.folder().write();
        planned.write();

        CalibrationFolder read = CalibrationFolder.read(folder);

        assertThat(read).isEqualTo(planned);
        assertThat(read.single()).isEqualTo(single);
        assertThat(read.folder().settings().pairs()).isEqualTo(42);
        assertThat(read.folder().settings().mostPairs()).isEqualTo(42);
    }

    @Test
    void aFolderThatIsNoneIsRefusedInOneLine() throws IOException {
        assertThatThrownBy(() -> CalibrationFolder.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is no calibration: calibration-settings.json is missing");

        CalibrationFolder planned =
                CalibrationFolder.of(folder, "my.jar", new ComparisonSettings(0.01, 0.03, 6, 6, 9), 7, 60);
        planned.folder().write();
        for (String damaged : List.of("{", "[]", "{\"comparisons\": 6, \"pairs\": 6}", "{\"comparisons\": 0}")) {
            Files.writeString(folder.resolve("calibration-settings.json"), damaged);
            assertThatThrownBy(() -> CalibrationFolder.read(folder))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("calibration-settings.json:1: ")
                    .message()
                    .hasLineCount(1);
        }
    }
}
