package dev.gradgap.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.compare.ComparedRuns.MadeUp;
import dev.gradgap.compare.FigureChange.Figure;
import dev.gradgap.results.Status;
import dev.gradgap.statistics.ChangeVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComparerTest {

    private static final ComparisonSettings SETTINGS = ComparisonSettings.DEFAULT;

    private static CellComparison only(Comparison comparison, String engine) {
        return comparison.cells().stream()
                .filter(cell -> cell.cell().engine().equals(engine))
                .findFirst()
                .orElseThrow();
    }

    private static Comparison together(MadeUp[] base, MadeUp... head) {
        return Comparer.together(
                ComparedRuns.run("base.jar", 1, 20, base), ComparedRuns.run("head.jar", 2, 20, head), SETTINGS);
    }

    private static MadeUp[] fine() {
        return new MadeUp[] {MadeUp.ok("a", 1), MadeUp.ok("b", 1), MadeUp.ok("c", 1)};
    }

    @Test
    void slowerCellsAreRegressionsFasterOnesImprovementsTheRestIsEquivalent() {
        Comparison comparison = together(fine(), MadeUp.ok("a", 1.1), MadeUp.ok("b", 1), MadeUp.ok("c", 0.8));
        assertThat(comparison.cells())
                .extracting(CellComparison::verdict)
                .containsExactly(ChangeVerdict.REGRESSION, ChangeVerdict.EQUIVALENT, ChangeVerdict.IMPROVEMENT);
        assertThat(comparison.verdict()).isEqualTo(ChangeVerdict.REGRESSION);
        assertThat(only(comparison, "a").time().orElseThrow().estimate().ratio())
                .isCloseTo(1.1, within(0.02));
    }

    @Test
    void aChangeBelowTheGateIsNoRegression() {
        assertThat(together(fine(), MadeUp.ok("a", 1.015), MadeUp.ok("b", 1), MadeUp.ok("c", 1))
                        .with(ChangeVerdict.REGRESSION))
                .isEmpty();
    }

    @Test
    void moreTapeOrGarbageIsARegressionWhateverTheTime() {
        Comparison comparison = together(
                fine(),
                new MadeUp("a", 1, 1000, 65, Status.OK),
                new MadeUp("b", 1, 1017, 64, Status.OK),
                new MadeUp("c", 1, 1030, 64, Status.OK));
        assertThat(only(comparison, "a").changedFigures()).containsExactly(new FigureChange(Figure.TAPE_BYTES, 64, 65));
        assertThat(only(comparison, "a").verdict()).isEqualTo(ChangeVerdict.REGRESSION);
        assertThat(only(comparison, "b").changedFigures()).isEmpty();
        assertThat(only(comparison, "c").changedFigures())
                .containsExactly(new FigureChange(Figure.ALLOC_BYTES, 1000, 1030));
    }

    /** The harness's garbage, shared by the calls of an iteration: medians differ by chance. */
    @Test
    void garbageThatDiffersBetweenForksIsNoRegression() {
        ComparedRun base = ComparedRuns.run("base", 1, 10, MadeUp.ok("a", 1));
        ComparedRun head = ComparedRuns.run("head", 2, 10, MadeUp.ok("a", 1));
        Comparison scattered = Comparer.together(
                ComparedRuns.withAllocation(base, round -> 800 + 40 * round),
                ComparedRuns.withAllocation(head, round -> 880 + 40 * round),
                SETTINGS);
        Comparison apart = Comparer.together(
                ComparedRuns.withAllocation(base, round -> 800 + 4 * round),
                ComparedRuns.withAllocation(head, round -> round == 0 ? 90_000 : 880 + 4 * round),
                SETTINGS);

        assertThat(only(scattered, "a").changedFigures()).isEmpty();
        assertThat(only(apart, "a").verdict()).isEqualTo(ChangeVerdict.REGRESSION);
    }

    @Test
    void aCellThatBreaksIsToldApartFromOneThatNeverWorked() {
        Comparison comparison = together(
                new MadeUp[] {MadeUp.ok("a", 1), new MadeUp("b", 1, 0, 0, Status.FAILED), MadeUp.ok("gone", 1)},
                new MadeUp("a", 1, 0, 0, Status.FAILED),
                new MadeUp("b", 1, 0, 0, Status.FAILED),
                MadeUp.ok("new", 1));
        assertThat(only(comparison, "a").broken()).isTrue();
        assertThat(only(comparison, "a").reason()).isEqualTo("head: failed: broken by hand");
        assertThat(only(comparison, "b").broken()).isFalse();
        assertThat(only(comparison, "gone").reason()).isEqualTo("only in base");
        assertThat(only(comparison, "new").reason()).isEqualTo("only in head");
        assertThat(comparison.notCompared()).hasSize(4);
    }

    @Test
    void runsMeasuredApartAreComparedWithoutPairsAndSaidToBe() {
        Comparison comparison = Comparer.apart(
                ComparedRuns.run("monday", 1, 8, fine()),
                ComparedRuns.run("tuesday", 2, 12, MadeUp.ok("a", 1.2), MadeUp.ok("b", 1), MadeUp.ok("c", 1)),
                SETTINGS);
        assertThat(only(comparison, "a").verdict()).isEqualTo(ChangeVerdict.REGRESSION);
        assertThat(only(comparison, "b").verdict()).isNotEqualTo(ChangeVerdict.REGRESSION);
        assertThat(ComparisonTable.method(comparison)).first().asString().contains("not measured together");
    }

    @Test
    void aSinglePairIsInconclusive() {
        Comparison comparison = Comparer.together(
                ComparedRuns.run("base", 1, 1, MadeUp.ok("a", 1)),
                ComparedRuns.run("head", 2, 1, MadeUp.ok("a", 2)),
                SETTINGS);
        assertThat(comparison.verdict()).isEqualTo(ChangeVerdict.INCONCLUSIVE);
        assertThat(ComparisonTable.row(comparison.cells().get(0))).contains("fewer than two pairs");
    }

    @Test
    void inconclusiveCellsSayHowManyMorePairsWouldSettleThem() {
        Comparison comparison = Comparer.together(
                ComparedRuns.run("base", 1, 3, MadeUp.ok("a", 1)),
                ComparedRuns.run("head", 2, 3, MadeUp.ok("a", 1.01)),
                SETTINGS);
        assertThat(ComparisonTable.row(comparison.cells().get(0)).get(9))
                .matches("about \\d+ more pairs would settle it");
    }

    @Test
    void markdownFromUsersNamesIsNoMarkup() {
        String markdown = ComparisonMarkdown.of(Comparer.together(
                ComparedRuns.run("base", 1, 3, MadeUp.ok("<script>|*x*", 1)),
                ComparedRuns.run("head", 2, 3, MadeUp.ok("<script>|*x*", 1)),
                SETTINGS));
        assertThat(markdown).contains("&lt;script&gt;\\|\\*x\\*").doesNotContain("<script>");
    }

    @Test
    void theWorstStandsFirst() {
        Comparison comparison = together(fine(), MadeUp.ok("a", 1), MadeUp.ok("b", 1.2), MadeUp.ok("c", 1.5));
        List<String> engines = ComparisonTable.worstFirst(comparison).stream()
                .map(cell -> cell.cell().engine())
                .toList();
        assertThat(engines).containsExactly("c", "b", "a");
    }
}
