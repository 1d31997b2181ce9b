package dev.gradgap.run.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.text.UserError;
import dev.gradgap.workload.WorkloadFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    private static final Catalog CATALOG = Catalog.load(List.of());

    private static Suite suite(Suite.Entry... entries) {
        return new Suite("test", "", "", Settings.DEFAULT, List.of(entries));
    }

    private static Suite.Entry entry(String workload, String engine, Operator operator, Integer... inputs) {
        return new Suite.Entry(List.of(workload), List.of(engine), List.of(operator), List.of(inputs), false, Map.of());
    }

    private static List<PlannedCell> plan(Suite suite, Plan.Selection selection) {
        return Plan.of(suite, CATALOG, selection);
    }

    private static List<PlannedCell> plan(Suite.Entry... entries) {
        return plan(suite(entries), Plan.Selection.everything());
    }

    @Test
    void sizesOutsideAFamilysRangeBecomeTheNearestInRange() {
        assertThat(plan(entry("rosenbrock", "graph-reverse", Operator.GRADIENT, 1, 2, 8)))
                .extracting(PlannedCell::inputs)
                .containsExactly(2, 8);
        assertThat(plan(entry("lecture", "graph-reverse", Operator.GRADIENT, 1, 1024)))
                .extracting(PlannedCell::inputs)
                .containsExactly(2);
    }

    @Test
    void aGradientOfSeveralOutputsIsAJacobian() {
        assertThat(plan(entry("bratu", "graph-reverse", Operator.GRADIENT, 4)))
                .extracting(PlannedCell::operator, PlannedCell::outputs)
                .containsExactly(tuple(Operator.JACOBIAN, 4));
        assertThat(plan(entry("rosenbrock", "graph-reverse", Operator.JACOBIAN, 4)))
                .isEmpty();
    }

    @Test
    void anOperatorThatAnEngineLacksMakesNoCell() {
        assertThat(plan(entry("rosenbrock", "graph-*", Operator.RECORD, 4)))
                .extracting(PlannedCell::engine)
                .containsExactly("graph-reverse");
    }

    @Test
    void aCellNamedTwiceIsMeasuredOnceAndSampledIfEitherAsksForIt() {
        Suite.Entry plain = entry("rosenbrock", "graph-forward", Operator.GRADIENT, 4);
        Suite.Entry sampled =
                new Suite.Entry(plain.workloads(), plain.engines(), plain.operators(), plain.inputs(), true, Map.of());

        assertThat(plan(plain, sampled)).singleElement().matches(PlannedCell::sampleAlso);
        assertThat(plan(sampled, plain)).singleElement().matches(PlannedCell::sampleAlso);
    }

    @Test
    void aCellKeepsTheSettingsOfItsEntryButNotItsForksIfTheCommandLineSaysOtherwise() {
        Suite suite = suite(new Suite.Entry(
                List.of("mlp"),
                List.of("graph-reverse"),
                List.of(Operator.GRADIENT),
                List.of(4),
                false,
                Map.of("heap", "16g", "forks", "2")));

        assertThat(plan(suite, Plan.Selection.everything()))
                .extracting(PlannedCell::settings)
                .containsExactly(Map.of("heap", "16g", "forks", "2"));
        assertThat(plan(suite.withForks(7), Plan.Selection.everything()))
                .extracting(PlannedCell::settings)
                .containsExactly(Map.of("heap", "16g"));
        assertThat(suite.withForks(7).settings().forks()).isEqualTo(7);
    }

    @Test
    void reverseEnginesAreNeverSampled() {
        assertThat(plan(new Suite.Entry(
                        List.of("rosenbrock"), List.of("*"), List.of(Operator.values()), List.of(4), true, Map.of())))
                .filteredOn(PlannedCell::sampleAlso)
                .extracting(PlannedCell::mode)
                .containsOnly(Mode.FORWARD);
    }

    @Test
    void theCommandLineNarrowsASuite() {
        Suite suite = suite(
                entry("rosenbrock", "graph-*", Operator.GRADIENT, 4, 8), entry("mlp", "graph-*", Operator.GRADIENT, 4));

        assertThat(plan(suite, new Plan.Selection(List.of("mlp"), List.of("*-reverse"), List.of(16))))
                .extracting(PlannedCell::workload, PlannedCell::engine, PlannedCell::inputs)
                .containsExactly(tuple("mlp", "graph-reverse", 16));
    }

    @Test
    void aWorkloadThatNoEntryNamesIsMeasuredAsEveryEntrySays() {
        Suite suite = suite(
                entry("rosenbrock", "graph-reverse", Operator.GRADIENT, 4),
                entry("rosenbrock", "graph-reverse", Operator.PRIMAL, 8));

        assertThat(plan(suite, new Plan.Selection(List.of("random:operations=8"), List.of(), List.of())))
                .extracting(PlannedCell::workload, PlannedCell::inputs)
                .containsExactly(tuple("random:operations=8", 4), tuple("random:operations=8", 8));
    }

    @Test
    void shardsTakeEveryCellOnce() {
        List<PlannedCell> all = plan(entry("*", "*", Operator.GRADIENT, 4, 8, 16));
        List<PlannedCell> together = new ArrayList<>();
        IntStream.rangeClosed(1, 7).forEach(i -> together.addAll(Plan.shard(all, i, 7)));

        assertThat(together).containsExactlyInAnyOrderElementsOf(all);
        assertThat(Plan.shard(all, 7, 7).size()).isGreaterThan(all.size() / 7 - 2);
    }

    @Test
    void theOrderOfARoundIsAPermutationThatDependsOnSeedAndRound() {
        assertThat(Plan.order(100, 1, 0))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).boxed().toList())
                .isEqualTo(Plan.order(100, 1, 0))
                .isNotEqualTo(Plan.order(100, 1, 1))
                .isNotEqualTo(Plan.order(100, 2, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smoke", "quick", "pr", "jacobian", "standard", "frontier", "function", "full"})
    void everyBundledSuiteHasAPlan(String name) {
        Suite suite = Suites.find(name);

        assertThat(suite.title()).isNotBlank();
        assertThat(suite.description()).isNotBlank();
        assertThat(plan(suite, Plan.Selection.everything())).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick", "standard", "full"})
    void everyFamilyIsMeasuredFromItsSmallestSizeToAMillion(String name) {
        List<PlannedCell> cells = plan(Suites.find(name), Plan.Selection.everything());

        for (WorkloadFamily family : CATALOG.workloads()) {
            List<Integer> sizes = cells.stream()
                    .filter(cell -> cell.workload().equals(family.name()))
                    .map(PlannedCell::inputs)
                    .distinct()
                    .collect(Collectors.toList());
            boolean matrix = family.outputs(1024) > 1;
            boolean tooLongForQuick =
                    name.equals("quick") && List.of("random", "random-program").contains(family.name());
            int largest = matrix ? 256 : Math.min(tooLongForQuick ? 1 << 16 : 1 << 20, family.maxInputs());
            assertThat(sizes).as(family.name()).contains(largest);
            assertThat(sizes).as(family.name()).anyMatch(size -> size <= 4);
        }
    }

    @Test
    void anUnknownSuiteIsAnsweredWithTheNearestName() {
        assertThatThrownBy(() -> Suites.find("standart"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("did you mean 'standard'");
    }
}
