package dev.gradgap.results.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Crossover;
import dev.gradgap.results.Gap;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.results.journal.JournalJson;
import dev.gradgap.results.journal.MadeUpCell;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries are one technology and many families: a gap is taken between engines of one of them, never between strangers. */
class FamiliesTest {

    @TempDir
    private Path folder;

    private static PlannedCell cell(String engine, Mode mode, String family, int inputs) {
        return MadeUpCell.of("rosenbrock", inputs, engine)
                .technology(Technology.LIBRARY)
                .mode(mode)
                .family(family)
                .planned();
    }

    private static RunData run() {
        return Runs.run(
                List.of(
                        cell("acme-forward", Mode.FORWARD, "acme", 4),
                        cell("acme-reverse", Mode.REVERSE, "acme", 4),
                        cell("others-tape", Mode.REVERSE, "others", 4),
                        cell("acme-forward", Mode.FORWARD, "acme", 64),
                        cell("acme-reverse", Mode.REVERSE, "acme", 64)),
                Runs.measured(0, 0, 30.0),
                Runs.measured(1, 0, 60.0),
                Runs.measured(2, 0, 1.0),
                Runs.measured(3, 0, 600.0),
                Runs.measured(4, 0, 60.0));
    }

    @Test
    void gapsAndCrossoversAreTakenInsideAFamily() {
        RunResults results = Analysis.of(run());

        assertThat(results.gaps())
                .allSatisfy(gap -> assertThat(gap.family()).isEqualTo("acme"))
                .extracting(Gap::forwardEngine, Gap::reverseEngine, Gap::inputs)
                .containsExactly(tuple("acme-forward", "acme-reverse", 4), tuple("acme-forward", "acme-reverse", 64));
        assertThat(results.crossovers()).extracting(Crossover::family).containsExactly("acme");
        assertThat(results.cells()).extracting(Cell::family).contains("acme", "others");
    }

    @Test
    void filesAndJournalKeepTheFamily() throws IOException {
        RunResults results = Analysis.of(run());
        Path cells = folder.resolve("cells.csv");
        Path gaps = folder.resolve("gap.csv");
        Path crossovers = folder.resolve("crossover.csv");

        CsvTable.write(cells, Cell.class, results.cells());
        CsvTable.write(gaps, Gap.class, results.gaps());
        CsvTable.write(crossovers, Crossover.class, results.crossovers());

        assertThat(CsvTable.read(cells, Cell.class)).isEqualTo(results.cells());
        assertThat(CsvTable.read(gaps, Gap.class)).isEqualTo(results.gaps());
        assertThat(CsvTable.read(crossovers, Crossover.class)).isEqualTo(results.crossovers());
        assertThat(JournalJson.header(JournalJson.line(run().header()))).isEqualTo(run().header());
    }

    @Test
    void whereAFileDoesNotSayTheTechnologyIsTheFamily() throws IOException {
        Path gaps = folder.resolve("gap.csv");
        CsvTable.write(gaps, Gap.class, Analysis.of(run()).gaps());
        Files.writeString(gaps, Files.readString(gaps).replace(",family", "").replace(",acme\r\n", "\r\n"));

        assertThat(CsvTable.read(gaps, Gap.class)).extracting(Gap::family).containsOnly("library");
    }
}
