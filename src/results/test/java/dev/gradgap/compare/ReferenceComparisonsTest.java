package dev.gradgap.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.statistics.ChangeVerdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparisons of real forks under results/reference: they show what they are kept for, and are decided as they were. */
@Tag("thorough")
class ReferenceComparisonsTest {

    private static final Path INJECTED = Path.of("results/reference/compare/injected");
    private static final Path SELF = Path.of("results/reference/compare/self");

    @TempDir
    private Path folder;

    @Test
    void anEngineThatBecameTenPercentSlowerIsFoundInItsCellsAndInNoOther() {
        Comparison comparison = ComparisonFolder.read(INJECTED).compare();

        assertThat(comparison.with(ChangeVerdict.REGRESSION))
                .extracting(cell -> cell.cell().engine())
                .containsExactly("burning-reverse", "burning-reverse");
        assertThat(comparison.with(ChangeVerdict.IMPROVEMENT)).isEmpty();
        assertThat(comparison.cells())
                .extracting(CellComparison::cell)
                .filteredOn(cell -> !cell.engine().equals("burning-reverse"))
                .extracting(PlannedCell::engine)
                .hasSize(4);
        ComparisonFiles.write(folder, comparison);
        assertSameFiles(INJECTED, ComparisonFiles.MARKDOWN, ComparisonFiles.JSON, ComparisonFiles.CSV);
    }

    @Test
    void ofTwentyComparisonsOfAJarWithItselfAtMostOneIsFlagged() {
        Calibration calibration = CalibrationFolder.read(SELF).calibrate();

        assertThat(calibration.comparisons()).isEqualTo(20);
        assertThat(calibration.changes().count()).isLessThanOrEqualTo(1);
        CalibrationFiles.write(folder, calibration);
        assertSameFiles(SELF, CalibrationFiles.MARKDOWN, CalibrationFiles.JSON, CalibrationFiles.CSV);
    }

    private void assertSameFiles(Path kept, String... names) {
        assertThat(List.of(names))
                .allSatisfy(name -> assertThat(folder.resolve(name)).hasSameBinaryContentAs(kept.resolve(name)));
    }
}
