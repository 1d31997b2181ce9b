package dev.gradgap.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.WithAdjoint;
import dev.gradgap.engine.builtin.BuiltInEngines;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Tracer;
import dev.gradgap.verify.contract.ContractFunctions.Mixed;
import dev.gradgap.verify.contract.ContractFunctions.WeightedSquares;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.workload.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which code of a function the oracles run when they judge an engine. */
final class OraclesTest {

    private static final long SEED = 17;
    private static final Set<String> ASK_THE_ENGINE = Set.of(PointCheck.class.getName(), OperatorCall.class.getName());

    private final Set<String> run = new TreeSet<>(); // by oracles, not by the engine

    /** Notes who runs it, unless the check asks the engine. */
    private final class Watched implements ScalarFunction {

        private final ScalarFunction function = new WeightedSquares(3);

        @Override
        public int inputs() {
            return 3;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            note("generic code");
            return function.value(a, x);
        }
    }

    private void note(String what) {
        String asks = StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> name.startsWith("dev.gradgap.verify.") && !name.contains("Test"))
                .findFirst()
                .orElse(""));
        if (!asks.isEmpty() && !ASK_THE_ENGINE.contains(asks)) {
            run.add(what);
        }
    }

    private Workload byHand() {
        DifferentiableFunction function = new WithAdjoint(
                new Watched(),
                (x, y) -> {
                    note("plain");
                    y[0] = x[0] * x[0] + 2 * x[1] * x[1] + 3 * x[2] * x[2];
                },
                (x, w, y, adjoint) -> {
                    note("adjoint");
                    y[0] = x[0] * x[0] + 2 * x[1] * x[1] + 3 * x[2] * x[2];
                    Arrays.setAll(adjoint, i -> w[0] * 2 * (i + 1) * x[i]);
                });
        return new Workload("watched", function, new double[] {0.5, 1, 2});
    }

    private Set<String> judging(Engine engine, Workload workload) {
        Differentiator differentiator = engine.prepare(workload.function());
        run.clear();
        Verdict verdict =
                GradientCheck.of(engine, differentiator, workload, SEED).checkAll(Integer.MAX_VALUE);
        assertThat(verdict.ok()).as(verdict.message()).isTrue();
        return run;
    }

    @Test
    void noEngineIsJudgedByCodeOfItsOwn() {
        for (Engine engine : new BuiltInEngines().engines()) {
            Set<String> others =
                    switch (engine.name()) {
                        case "reference-adjoint" -> Set.of("generic code");
                        case "reference-differences" -> Set.of("adjoint");
                        default -> Set.of("adjoint", "plain");
                    };
            assertThat(judging(engine, byHand())).as(engine.name()).isEqualTo(others);
        }
    }

    @Test
    void aGraphThatIsGivenIsSweptByCodeThatNoEngineRuns() {
        for (DifferentiableFunction function : List.of(new WeightedSquares(3), new Mixed(3))) {
            Workload workload =
                    new Workload("given", new GraphFunction(Tracer.trace(function)), new double[] {0.5, 1, 2});
            assertThat(GradientCheck.needsExpectations(workload)).isFalse();
            for (Engine engine : new BuiltInEngines().engines()) {
                if (engine.refusal(workload.function()).isEmpty()) {
                    Verdict verdict = GradientCheck.of(engine, engine.prepare(workload.function()), workload, SEED)
                            .checkAll(Integer.MAX_VALUE);
                    assertThat(verdict.ok()).as(verdict.message()).isTrue();
                    assertThat(verdict.oracle()).isEqualTo("the adjoint sweep over the graph");
                }
            }
        }
    }
}
