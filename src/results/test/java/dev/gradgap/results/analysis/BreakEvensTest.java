package dev.gradgap.results.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.BreakEven;
import dev.gradgap.results.Method;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.MadeUpCell;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.statistics.BreakEvenEstimate;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BreakEvensTest {

    private final List<PlannedCell> plan = new ArrayList<>();
    private final List<ForkResult> forks = new ArrayList<>();

    /** Two forks, alike; the times in nanoseconds. */
    private void measured(String engine, Operator operator, double ns) {
        measured(engine, 1, operator, ns, ns);
    }

    private void measured(String engine, int tangents, Operator operator, double... nsByRound) {
        Technology technology =
                Technology.valueOf(engine.substring(0, engine.indexOf('-')).toUpperCase(Locale.ROOT));
        Mode mode = engine.contains("forward") ? Mode.FORWARD : Mode.REVERSE;
        for (int round = 0; round < nsByRound.length; round++) {
            forks.add(Runs.measured(plan.size(), round, nsByRound[round]));
        }
        plan.add(MadeUpCell.of("mlp", 8, engine)
                .technology(technology)
                .mode(mode)
                .tangents(tangents)
                .operator(operator)
                .planned());
    }

    private List<BreakEven> breakEvens() {
        return Analysis.of(Runs.run(plan, forks.toArray(ForkResult[]::new))).breakEvens();
    }

    @Test
    void whatPreparesMeetsEveryEngineOfItsModeThatPreparesLess() {
        for (String technology : List.of("overloading", "graph", "compiled", "library", "reference")) {
            for (String mode : List.of("-forward", "-reverse")) {
                measured(technology + mode, Operator.GRADIENT, 10);
                measured(technology + mode, Operator.PREPARE, 10);
            }
        }
        assertThat(breakEvens())
                .extracting(BreakEven::engine, BreakEven::rival)
                .containsExactly(
                        tuple("graph-forward", "overloading-forward"),
                        tuple("compiled-forward", "overloading-forward"),
                        tuple("compiled-forward", "graph-forward"),
                        tuple("graph-reverse", "overloading-reverse"),
                        tuple("compiled-reverse", "overloading-reverse"),
                        tuple("compiled-reverse", "graph-reverse"));
    }

    @Test
    void theExtraPreparationIsDividedByWhatAGradientSaves() {
        measured("graph-reverse", Operator.PREPARE, 400);
        measured("graph-reverse", Operator.GRADIENT, 30);
        measured("compiled-reverse", Operator.PREPARE, 1000);
        measured("compiled-reverse", Operator.GRADIENT, 10);

        assertThat(breakEvens()).singleElement().satisfies(breakEven -> {
            assertThat(breakEven.prepareNs()).isCloseTo(1000, within(1e-9));
            assertThat(breakEven.gradientNs()).isCloseTo(10, within(1e-9));
            assertThat(breakEven.rivalPrepareNs().orElseThrow()).isCloseTo(400, within(1e-9));
            assertThat(breakEven.rivalGradientNs()).isCloseTo(30, within(1e-9));
            assertThat(breakEven.operations()).hasValue(10);
            assertThat(breakEven.estimate().status()).isEqualTo(BreakEvenEstimate.Status.PAYS);
            assertThat(breakEven.estimate().uses()).contains(new Interval(30, 30, 30));
        });
    }

    @Test
    void anOverloadingEngineIsTakenToPrepareNothingUnlessThatWasMeasured() {
        measured("overloading-reverse", Operator.GRADIENT, 30);
        measured("graph-reverse", Operator.PREPARE, 1000);
        measured("graph-reverse", Operator.GRADIENT, 10);

        assertThat(breakEvens()).singleElement().satisfies(breakEven -> {
            assertThat(breakEven.rivalPrepareNs()).isEqualTo(OptionalDouble.empty());
            assertThat(breakEven.estimate().uses()).contains(new Interval(50, 50, 50));
        });
    }

    @Test
    void aGraphThatWasNotTimedAtPreparingIsNoRival() {
        measured("graph-reverse", Operator.GRADIENT, 30);
        measured("compiled-reverse", Operator.PREPARE, 1000);
        measured("compiled-reverse", Operator.GRADIENT, 10);

        assertThat(breakEvens()).isEmpty();
    }

    @Test
    void onlyEnginesOfOneWidthMeet() {
        measured("overloading-forward", 1, Operator.GRADIENT, 30);
        measured("overloading-forward-8", 8, Operator.GRADIENT, 20);
        measured("compiled-forward-8", 8, Operator.PREPARE, 100);
        measured("compiled-forward-8", 8, Operator.GRADIENT, 10);

        assertThat(breakEvens()).extracting(BreakEven::rival).containsExactly("overloading-forward-8");
    }

    @Test
    void roundsAreKeptTogether() {
        // The machine gets slower from round to round, which changes nothing: every round says 50.
        measured("overloading-reverse", 1, Operator.GRADIENT, 30, 33, 36);
        measured("graph-reverse", 1, Operator.PREPARE, 1000, 1100, 1200);
        measured("graph-reverse", 1, Operator.GRADIENT, 10, 11, 12, 1e9); // the others had no fourth round

        assertThat(breakEvens()).singleElement().satisfies(breakEven -> {
            Interval uses = breakEven.estimate().uses().orElseThrow();
            assertThat(uses.estimate()).isEqualTo(50);
            assertThat(uses.low()).isCloseTo(50, within(1.0)); // rounded up
            assertThat(uses.high()).isCloseTo(50, within(1.0));
        });
    }

    @Test
    void withoutASharedRoundThereAreNoBounds() {
        measured("overloading-reverse", 1, Operator.GRADIENT, 30);
        measured("graph-reverse", 1, Operator.PREPARE, 1000);
        plan.add(MadeUpCell.of("mlp", 8, "graph-reverse").planned());
        forks.add(Runs.measured(2, 1, 10.0));

        assertThat(breakEvens()).singleElement().satisfies(breakEven -> {
            assertThat(breakEven.estimate().status()).isEqualTo(BreakEvenEstimate.Status.PAYS);
            assertThat(breakEven.estimate().uses().orElseThrow().estimate()).isEqualTo(50);
            assertThat(breakEven.estimate().uses().orElseThrow().isKnown()).isFalse();
        });
    }

    @Test
    void aSampledGradientMakesTheBreakEvenSampled() {
        measured("overloading-forward", Operator.GRADIENT, 30);
        measured("graph-forward", Operator.PREPARE, 1000);
        plan.add(MadeUpCell.of("mlp", 8, "graph-forward").mode(Mode.FORWARD).planned());
        forks.add(Runs.sampled(2, 0, 10.0));

        assertThat(breakEvens()).extracting(BreakEven::method).containsExactly(Method.SAMPLED);
    }
}
