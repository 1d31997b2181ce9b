package dev.gradgap.results.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.results.Cell;
import dev.gradgap.results.CostRatioScaling;
import dev.gradgap.results.Crossover;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Method;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Scaling;
import dev.gradgap.results.Status;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.MadeUpCell;
import dev.gradgap.results.journal.MadeUpFork;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    private static final Offset<Double> ROUNDING = within(1e-9);

    /** The 0.975 quantile of Student's t with one degree of freedom, from printed tables. */
    private static final double T1 = 12.706204736;

    @Test
    void aForkCountsAsTheMedianOfItsIterations() {
        Cell cell = onlyCell(
                Runs.run(List.of(Runs.FORWARD), Runs.measured(0, 0, 100.0, 9e9, 90.0), Runs.measured(0, 1, 400.0)));
        double halfWidth = T1 * Math.log(2);
        assertThat(cell.time()).hasValueSatisfying(time -> {
            assertThat(time.estimate()).isCloseTo(200, ROUNDING);
            assertThat(Math.log(time.high() / 200)).isCloseTo(halfWidth, within(1e-6));
            assertThat(Math.log(200 / time.low())).isCloseTo(halfWidth, within(1e-6));
        });
        assertThat(cell.timing().forks()).isEqualTo(2);
        assertThat(cell.timing().iterations()).isEqualTo(4);
    }

    @Test
    void aSampledForkCountsAsTheMeanOfItsIterations() {
        Cell cell = onlyCell(Runs.run(List.of(Runs.FORWARD), Runs.sampled(0, 0, 10.0, 20.0, 90.0)));
        assertThat(cell.time()).hasValueSatisfying(time -> {
            assertThat(time.estimate()).isCloseTo(40, ROUNDING);
            assertThat(time.isKnown()).isFalse();
        });
        assertThat(cell.method()).contains(Method.SAMPLED);
    }

    @Test
    void theForksGiveTheCellEverythingElse() {
        Cell cell = onlyCell(Runs.run(List.of(Runs.FORWARD), Runs.measured(0, 0, 50.0)));
        assertThat(cell.operations()).hasValue(10);
        assertThat(cell.passes()).hasValue(4);
        assertThat(cell.timing().nsPerOperation().orElseThrow()).isCloseTo(5, ROUNDING);
        assertThat(cell.memory().allocBytes()).hasValue(16.5);
        assertThat(cell.memory().tapeBytes()).hasValue(80);
        assertThat(cell.memory().predictedBytes()).hasValue(100);
        assertThat(cell.memory().liveBytes()).hasValue(96);
        assertThat(cell.check().verified()).isTrue();
        assertThat(cell.check().maxRelError()).hasValue(1e-16);
        assertThat(cell.reason()).isEmpty();
    }

    @Test
    void everyPlannedCellEndsInOneStatus() {
        List<PlannedCell> plan = List.of(Runs.FORWARD, Runs.REVERSE, Runs.PRIMAL, Runs.sampledToo(Runs.FORWARD));
        RunResults results = Analysis.of(Runs.run(
                plan,
                Runs.measured(0, 0, 1.0),
                Runs.ended(1, 0, Status.SKIPPED, "too large"),
                Runs.ended(2, 0, Status.FAILED, "killed")));
        assertThat(results.cells()).hasSize(5);
        assertThat(results.count(Status.OK)).isEqualTo(1);
        assertThat(results.count(Status.SKIPPED)).isEqualTo(1);
        assertThat(results.count(Status.FAILED)).isEqualTo(3);
        assertThat(results.cells())
                .extracting(Cell::reason)
                .containsExactly(
                        "",
                        "too large",
                        "killed",
                        "not measured: the run was interrupted",
                        "not measured: the run was interrupted");
        assertThat(results.cells().get(1).time()).isEmpty();
        assertThat(results.cells().get(1).method()).isEmpty();
        assertThat(results.cells().get(1).check().verified()).isFalse();
    }

    @Test
    void aFailedForkDoesNotTakeAwayWhatOthersMeasured() {
        Cell cell = onlyCell(
                Runs.run(List.of(Runs.FORWARD), Runs.measured(0, 0, 50.0), Runs.ended(0, 1, Status.FAILED, "killed")));
        assertThat(cell.status()).isEqualTo(Status.OK);
        assertThat(cell.time().map(Interval::estimate).orElseThrow()).isCloseTo(50, ROUNDING);
        assertThat(cell.reason()).isEqualTo("1 of 2 forks not ok: killed");
    }

    @Test
    void aCellThatFailedInOneForkAndWasSkippedInAnotherFailed() {
        Cell cell = onlyCell(Runs.run(
                List.of(Runs.FORWARD),
                Runs.ended(0, 0, Status.SKIPPED, "too large"),
                Runs.ended(0, 1, Status.FAILED, "killed"),
                Runs.ended(0, 2, Status.FAILED, "killed")));
        assertThat(cell.status()).isEqualTo(Status.FAILED);
        assertThat(cell.reason()).isEqualTo("too large; killed");
    }

    @Test
    void aCellWhoseForksCouldNotBeJudgedIsUnverifiedAndNotAFailure() {
        Cell cell = onlyCell(Runs.run(
                List.of(Runs.FORWARD),
                Runs.ended(0, 0, Status.UNVERIFIED, "not verified"),
                Runs.ended(0, 1, Status.UNVERIFIED, "not verified")));
        assertThat(cell.status()).isEqualTo(Status.UNVERIFIED);
        assertThat(cell.reason()).isEqualTo("not verified");
        assertThat(cell.check().verified()).isFalse();
        assertThat(cell.time()).isEmpty();
    }

    @Test
    void timesThatCannotBeCalculatedWithAreAFailure() {
        for (ForkResult fork : List.of(
                Runs.measured(0, 0),
                Runs.measured(0, 0, 1.0, Double.NaN),
                Runs.measured(0, 0, 0.0),
                Runs.measured(0, 0, Double.POSITIVE_INFINITY))) {
            RunData run = Runs.run(List.of(Runs.FORWARD), fork);
            assertThat(onlyCell(run).status()).isEqualTo(Status.FAILED);
            assertThat(onlyCell(run).reason()).isEqualTo("the fork reported no usable time");
            assertThat(Sample.of(run)).isEmpty();
        }
    }

    @Test
    void whatWasTimedButNotVerifiedIsNoFigure() {
        RunData run = Runs.run(List.of(Runs.FORWARD), Runs.notVerified(0, 0, 3.0));
        assertThat(onlyCell(run).status()).isEqualTo(Status.FAILED);
        assertThat(onlyCell(run).reason()).isEqualTo("the fork timed what it had not verified");
        assertThat(Sample.of(run)).isEmpty();
    }

    @Test
    void operationsKnownFromOneForkFillAllRowsOfTheirSize() {
        PlannedCell larger = Runs.cell("rosenbrock", 8, "graph-reverse", Mode.REVERSE, Operator.GRADIENT);
        List<Cell> cells = Analysis.of(Runs.run(
                        List.of(Runs.FORWARD, Runs.REVERSE, larger),
                        Runs.ended(0, 0, Status.FAILED, "killed"),
                        Runs.measured(1, 0, 1.0)))
                .cells();
        assertThat(cells)
                .extracting(Cell::operations)
                .containsExactly(OptionalLong.of(10), OptionalLong.of(10), OptionalLong.empty());
    }

    @Test
    void thePlainPrimalIsTheYardstickAndTheGraphsOwnTheSubstitute() {
        PlannedCell plain = Runs.cell("rosenbrock", 4, "reference-adjoint", Mode.REVERSE, Operator.PRIMAL);
        List<PlannedCell> plan = List.of(Runs.PRIMAL, Runs.REVERSE, plain);
        ForkResult graphPrimal = Runs.measured(0, 0, 20.0);
        ForkResult gradient = Runs.measured(1, 0, 100.0);
        assertThat(ratios(Runs.run(plan, graphPrimal, gradient, Runs.measured(2, 0, 10.0))))
                .containsExactly(2.0, 10.0, 1.0);
        assertThat(ratios(Runs.run(plan, graphPrimal, gradient, Runs.ended(2, 0, Status.FAILED, "killed"))))
                .containsExactly(1.0, 5.0, Double.NaN);
        assertThat(ratios(Runs.run(plan, gradient))).containsOnly(Double.NaN);
    }

    @Test
    void theHandWrittenAdjointIsTheLimitOfTheSameOperator() {
        PlannedCell adjoint = Runs.cell("rosenbrock", 4, "reference-adjoint", Mode.REVERSE, Operator.GRADIENT);
        PlannedCell larger = Runs.cell("rosenbrock", 8, "graph-reverse", Mode.REVERSE, Operator.GRADIENT);
        List<Cell> cells = Analysis.of(Runs.run(
                        List.of(Runs.REVERSE, Runs.FORWARD, Runs.PRIMAL, adjoint, larger),
                        Runs.measured(0, 0, 30.0),
                        Runs.sampled(1, 0, 80.0),
                        Runs.measured(2, 0, 7.0),
                        Runs.measured(3, 0, 20.0),
                        Runs.measured(4, 0, 60.0)))
                .cells();
        assertThat(cells)
                .extracting(cell -> cell.timing().ratioToAdjoint())
                .extracting(AnalysisTest::round)
                .containsExactly(1.5, 4.0, Double.NaN, 1.0, Double.NaN);
    }

    @Test
    void theSmallestLiveHeapOfTheForksCounts() {
        ForkResult other = Runs.measured(0, 1, 50.0);
        ForkResult polluted = MadeUpFork.like(other).liveBytes(1 << 20).fork();
        Cell cell = onlyCell(Runs.run(List.of(Runs.FORWARD), Runs.measured(0, 0, 50.0), polluted));
        assertThat(cell.memory().liveBytes()).hasValue(96);
    }

    @Test
    void theGapPairsForksOfOneRound() {
        // The machine is twice as slow in round 1, which falls on both engines alike.
        Gap gap = onlyGap(Runs.run(
                List.of(Runs.FORWARD, Runs.REVERSE),
                Runs.measured(0, 0, 200.0),
                Runs.measured(1, 1, 200.0),
                Runs.measured(1, 0, 100.0),
                Runs.measured(0, 1, 400.0)));
        assertThat(gap.gap().estimate()).isCloseTo(2, ROUNDING);
        assertThat(gap.gap().low()).isCloseTo(2, ROUNDING);
        assertThat(gap.gap().high()).isCloseTo(2, ROUNDING);
        assertThat(gap.forwardNs()).isCloseTo(200 * Math.sqrt(2), ROUNDING);
        assertThat(gap.reverseNs()).isCloseTo(100 * Math.sqrt(2), ROUNDING);
        assertThat(gap.passes()).isEqualTo(4);
        assertThat(gap.operations()).hasValue(10);
        assertThat(gap.method()).isEqualTo(Method.MEASURED);
    }

    @Test
    void forksWithoutASharedRoundAreComparedAllAgainstAll() {
        Gap gap = onlyGap(
                Runs.run(List.of(Runs.FORWARD, Runs.REVERSE), Runs.measured(0, 0, 300.0), Runs.measured(1, 1, 100.0)));
        assertThat(gap.gap().estimate()).isCloseTo(3, ROUNDING);
        assertThat(gap.gap().isKnown()).isFalse();
    }

    @Test
    void theGapPrefersTheWholeMeasurementToTheSample() {
        Gap gap = onlyGap(Runs.run(
                List.of(Runs.sampledToo(Runs.FORWARD), Runs.REVERSE),
                Runs.sampled(0, 0, 900.0),
                Runs.measured(0, 0, 300.0),
                Runs.measured(1, 0, 100.0)));
        assertThat(gap.gap().estimate()).isCloseTo(3, ROUNDING);
        assertThat(gap.method()).isEqualTo(Method.MEASURED);
    }

    @Test
    void aGapFromASampleSaysSo() {
        Gap gap = onlyGap(
                Runs.run(List.of(Runs.FORWARD, Runs.REVERSE), Runs.sampled(0, 0, 900.0), Runs.measured(1, 0, 100.0)));
        assertThat(gap.method()).isEqualTo(Method.SAMPLED);
    }

    @Test
    void everyForwardEngineMeetsEveryReverseEngineOfItsTechnologyOnly() {
        List<PlannedCell> plan = List.of(
                Runs.cell("tree", 4, "graph-forward", Mode.FORWARD, Operator.GRADIENT),
                Runs.cell("tree", 4, "graph-vector-8", Mode.FORWARD, Operator.GRADIENT),
                Runs.cell("tree", 4, "graph-reverse", Mode.REVERSE, Operator.GRADIENT),
                Runs.cell("tree", 4, "reference-adjoint", Mode.REVERSE, Operator.GRADIENT),
                Runs.cell("tree", 4, "graph-forward", Mode.FORWARD, Operator.PRIMAL),
                Runs.cell("tree", 8, "graph-reverse", Mode.REVERSE, Operator.GRADIENT));
        assertThat(Analysis.of(allMeasured(plan)).gaps())
                .extracting(Gap::forwardEngine, Gap::reverseEngine, Gap::inputs)
                .containsExactly(
                        tuple("graph-forward", "graph-reverse", 4), tuple("graph-vector-8", "graph-reverse", 4));
    }

    @Test
    void workloadsWithSeveralOutputsAreComparedByTheirJacobian() {
        List<PlannedCell> plan = Stream.of(Mode.FORWARD, Mode.REVERSE)
                .map(mode -> MadeUpCell.of("bratu", 4, "graph-" + mode.label())
                        .outputs(4)
                        .mode(mode)
                        .operator(Operator.JACOBIAN)
                        .planned())
                .toList();
        assertThat(Analysis.of(allMeasured(plan)).gaps()).hasSize(1);
    }

    @Test
    void theCrossoverLiesWhereTheGapPassesOne() {
        // Gap 1/2 at 1 input and 2 at 4: on log-log axes the line passes 1 halfway, at 2.
        List<PlannedCell> plan = new ArrayList<>();
        for (int inputs : List.of(4, 1)) {
            plan.add(Runs.cell("tree", inputs, "graph-forward", Mode.FORWARD, Operator.GRADIENT));
            plan.add(Runs.cell("tree", inputs, "graph-reverse", Mode.REVERSE, Operator.GRADIENT));
        }
        List<Crossover> crossovers = Analysis.of(Runs.run(
                        plan,
                        Runs.measured(0, 0, 200.0),
                        Runs.measured(1, 0, 100.0),
                        Runs.measured(2, 0, 50.0),
                        Runs.measured(3, 0, 100.0)))
                .crossovers();
        assertThat(crossovers).singleElement().satisfies(crossover -> {
            assertThat(crossover.forwardEngine()).isEqualTo("graph-forward");
            assertThat(crossover.reverseEngine()).isEqualTo("graph-reverse");
            assertThat(crossover.estimate().status()).isEqualTo(CrossoverEstimate.Status.FOUND);
            assertThat(crossover.estimate().at().orElseThrow().estimate()).isCloseTo(2, ROUNDING);
        });
    }

    @Test
    void scalingFitsTheTimePerOperationFrom64InputsOn() {
        List<PlannedCell> plan = new ArrayList<>();
        List<ForkResult> forks = new ArrayList<>();
        for (int inputs : List.of(1, 2, 64, 128, 256)) {
            // All workloads here have 10 operations; 3 N nanoseconds for each, but for small N an overhead.
            double timeNs = 10 * 3.0 * inputs + (inputs < 64 ? 5000 : 0);
            for (Operator operator : List.of(Operator.GRADIENT, Operator.PREPARE)) {
                forks.add(Runs.measured(plan.size(), 0, timeNs));
                plan.add(Runs.cell("tree", inputs, "graph-forward", Mode.FORWARD, operator));
            }
            if (inputs != 64) {
                forks.add(Runs.measured(plan.size(), 0, timeNs));
                plan.add(Runs.cell("tree", inputs, "graph-reverse", Mode.REVERSE, Operator.GRADIENT));
            }
        }
        List<Scaling> scalings =
                Analysis.of(Runs.run(plan, forks.toArray(ForkResult[]::new))).scalings();
        assertThat(scalings).singleElement().satisfies(scaling -> {
            assertThat(scaling.engine()).isEqualTo("graph-forward");
            assertThat(scaling.operator()).isEqualTo(Operator.GRADIENT);
            assertThat(scaling.fit().points()).isEqualTo(3);
            assertThat(scaling.fit().exponent().estimate()).isCloseTo(1, ROUNDING);
            assertThat(scaling.fit().coefficient()).isCloseTo(3, ROUNDING);
        });
    }

    @Test
    void theCostRatiosGrowthIsFittedFromAThousandInputsOn() {
        List<PlannedCell> plan = new ArrayList<>();
        List<ForkResult> forks = new ArrayList<>();
        for (int inputs : List.of(512, 1024, 4096, 16_384)) {
            // The primal takes N ns; the gradient of one engine 3 N, of the other as N to the power of 1.25.
            double disturbance = inputs < 1000 ? 10 : 1;
            forks.add(Runs.measured(plan.size(), 0, 1.0 * inputs));
            plan.add(Runs.cell("tree", inputs, "reference-adjoint", Mode.REVERSE, Operator.PRIMAL));
            forks.add(Runs.measured(plan.size(), 0, disturbance * 3 * inputs));
            plan.add(Runs.cell("tree", inputs, "graph-reverse", Mode.REVERSE, Operator.GRADIENT));
            forks.add(Runs.sampled(plan.size(), 0, disturbance * Math.pow(inputs, 1.25)));
            plan.add(Runs.cell("tree", inputs, "graph-forward", Mode.FORWARD, Operator.GRADIENT));
        }
        List<CostRatioScaling> scalings =
                Analysis.of(Runs.run(plan, forks.toArray(ForkResult[]::new))).costRatios();
        assertThat(scalings).extracting(CostRatioScaling::engine).containsExactly("graph-reverse", "graph-forward");
        assertThat(scalings.get(0)).satisfies(scaling -> {
            assertThat(scaling.mode()).isEqualTo(Mode.REVERSE);
            assertThat(scaling.fit().exponent().estimate()).isCloseTo(0, ROUNDING);
            assertThat(scaling.fit().coefficient()).isCloseTo(3, ROUNDING);
            assertThat(scaling.fit().points()).isEqualTo(3);
            assertThat(scaling.smallestInputs()).isEqualTo(1024);
            assertThat(scaling.largestInputs()).isEqualTo(16_384);
        });
        assertThat(scalings.get(1).fit().exponent().estimate()).isCloseTo(0.25, ROUNDING);
    }

    @Test
    void aCellToBeSampledTooGivesTwoRowsAndTheirAgreement() {
        RunData run = Runs.run(
                List.of(Runs.sampledToo(Runs.FORWARD)),
                Runs.measured(0, 0, 100.0, 100.0),
                Runs.sampled(0, 0, 110.0, 130.0),
                Runs.measured(0, 1, 200.0),
                Runs.sampled(0, 1, 240.0));
        List<Cell> cells = Analysis.of(run).cells();
        assertThat(cells)
                .extracting(Cell::method)
                .containsExactly(Optional.of(Method.MEASURED), Optional.of(Method.SAMPLED));
        assertThat(cells).extracting(cell -> cell.timing().forks()).containsExactly(2, 2);
        assertThat(Analysis.agreement(run)).singleElement().satisfies(agreement -> {
            assertThat(agreement.ratio().estimate()).isCloseTo(1.2, ROUNDING);
            assertThat(agreement.ratio().low()).isCloseTo(1.2, ROUNDING);
            assertThat(agreement.measuredNs()).isCloseTo(100 * Math.sqrt(2), ROUNDING);
            assertThat(agreement.sampledNs()).isCloseTo(120 * Math.sqrt(2), ROUNDING);
        });
    }

    @Test
    void withoutBothMethodsThereIsNoAgreement() {
        assertThat(Analysis.agreement(Runs.run(List.of(Runs.FORWARD), Runs.sampled(0, 0, 1.0))))
                .isEmpty();
    }

    @Test
    void aCellTooLongToMeasureWholeSaysThatItWasSampledInstead() {
        List<Cell> cells = Analysis.of(Runs.run(List.of(Runs.sampledToo(Runs.FORWARD)), Runs.sampled(0, 0, 110.0)))
                .cells();
        assertThat(cells).extracting(Cell::status).containsExactly(Status.SKIPPED, Status.OK);
        assertThat(cells).extracting(Cell::reason).containsExactly("too long to measure whole: sampled instead", "");
    }

    @Test
    void aFailedSampleFailsItsRowAndLeavesTheWholeMeasurement() {
        List<Cell> cells = Analysis.of(Runs.run(
                        List.of(Runs.sampledToo(Runs.FORWARD)),
                        Runs.measured(0, 0, 100.0),
                        Runs.ended(0, 0, Status.FAILED, "killed")))
                .cells();
        assertThat(cells).extracting(Cell::status).containsExactly(Status.OK, Status.FAILED);
        assertThat(cells).extracting(Cell::reason).containsExactly("1 of 2 forks not ok: killed", "killed");
    }

    private static RunData allMeasured(List<PlannedCell> plan) {
        ForkResult[] forks = new ForkResult[plan.size()];
        for (int i = 0; i < forks.length; i++) {
            forks[i] = Runs.measured(i, 0, 1.0 + i);
        }
        return Runs.run(plan, forks);
    }

    private static Cell onlyCell(RunData run) {
        List<Cell> cells = Analysis.of(run).cells();
        assertThat(cells).hasSize(1);
        return cells.get(0);
    }

    private static Gap onlyGap(RunData run) {
        List<Gap> gaps = Analysis.of(run).gaps();
        assertThat(gaps).hasSize(1);
        return gaps.get(0);
    }

    private static List<Double> ratios(RunData run) {
        return Analysis.of(run).cells().stream()
                .map(cell -> cell.timing().ratioToPrimal())
                .map(AnalysisTest::round)
                .toList();
    }

    private static double round(OptionalDouble ratio) {
        return ratio.isEmpty() ? Double.NaN : Math.rint(ratio.getAsDouble() * 1e9) / 1e9;
    }
}
