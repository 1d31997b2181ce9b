package dev.gradgap.engine.compiled.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.compiled.Traced;
import dev.gradgap.engine.compiled.plan.Access;
import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.ReversePlan;
import dev.gradgap.engine.compiled.plan.ReversePlan.Gap;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Tracer;
import dev.gradgap.workload.program.maker.RandomPrograms;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an adjoint plan may get wrong is found: each decision is changed once. */
@Tag("thorough")
class AdjointCheckTest {

    private static final int PROGRAMS = 300;
    private static final int SIMULATED = 40; // iterations

    private static Stream<DifferentiableFunction> functions() {
        return LongStream.range(0, PROGRAMS).mapToObj(RandomPrograms::of);
    }

    private static Stream<Plan> plans() {
        return functions().flatMap(function -> Traced.planUnlessRefused(function).stream());
    }

    private static long[] sweep(Nest nest, int lanes, Function<Operand, Access> access) {
        return new AdjointSimulation(nest, Math.min(nest.rows, 2), Math.min(nest.count, SIMULATED), 1 << 30)
                .run(lanes, access, Optional.empty());
    }

    @Test
    void aShareThatComesTooLateIsFound() {
        long late = plans().flatMap(plan -> plan.nests().stream())
                .filter(AdjointCheckTest::hasOwnResults)
                .peek(nest -> assertThat(sweep(nest, 1, operand -> late(nest, operand)))
                        .as("nest from item %d", nest.start)
                        .isNotEqualTo(sweep(nest, 1, operand -> Access.AT_ONCE)))
                .count();
        assertThat(late).isGreaterThan(10);
    }

    @Test
    void lanesThatDependOnEachOtherAreFound() {
        long dependent = plans().flatMap(plan -> plan.nests().stream())
                .filter(nest -> nest.mostLanes() < 8 && nest.count >= 16 && hasOwnResults(nest))
                .peek(nest -> assertThat(sweep(nest, 8, operand -> Access.AT_ONCE))
                        .as("nest from item %d", nest.start)
                        .isNotEqualTo(sweep(nest, 1, operand -> Access.AT_ONCE)))
                .count();
        assertThat(dependent).isGreaterThan(5);
    }

    @Test
    void asManyLanesAsThePlanAllowsChangeNothing() {
        plans().flatMap(plan -> plan.nests().stream())
                .filter(nest -> nest.mostLanes() > 1)
                .forEach(nest -> assertThat(sweep(nest, Math.min(nest.mostLanes(), 8), nest::access))
                        .isEqualTo(sweep(nest, 1, operand -> Access.AT_ONCE)));
    }

    /** Whether an item with an adjoint reads a result of an earlier iteration. */
    private static boolean hasOwnResults(Nest nest) {
        boolean[] hasAdjoint = new boolean[nest.size()];
        for (int j = nest.size() - 1; j >= 0; j--) {
            hasAdjoint[j] |= nest.isTerm(j) || nest.hasSlot(j);
            for (Operand operand : List.of(nest.first[j], nest.second[j])) {
                if (hasAdjoint[j] && operand.home() == Home.BODY) {
                    hasAdjoint[operand.base()] = true;
                }
            }
        }
        for (int j = 0; j < nest.size(); j++) {
            if (hasAdjoint[j] && (isOwnResult(nest, nest.first[j]) || isOwnResult(nest, nest.second[j]))) {
                return nest.product().isEmpty();
            }
        }
        return false;
    }

    private static boolean isOwnResult(Nest nest, Operand operand) {
        return operand.producer() >= 0 && operand.distance() < Math.min(nest.count, SIMULATED);
    }

    /** Own results treated as if they were somebody else's. */
    private static Access late(Nest nest, Operand operand) {
        return operand.isOwn() && operand.producer() >= 0 ? Access.ROW : nest.access(operand);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void anInputThatNothingSetsIsFound(DifferentiableFunction function) {
        Traced.planUnlessRefused(function).ifPresent(plan -> {
            ReversePlan reverse = new ReversePlan(plan);
            assertThat(InputAdjointCheck.fault(plan, reverse)).isEmpty();
            for (int g = 0; g < reverse.gaps().size(); g++) {
                Gap gap = reverse.gaps().get(g);
                reverse.gaps().set(g, new Gap(gap.from() + 1, gap.to()));
                assertThat(InputAdjointCheck.fault(plan, reverse))
                        .as("gap %s", gap)
                        .isPresent();
                reverse.gaps().set(g, gap);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aValueThatIsNotKeptIsFound(DifferentiableFunction function) {
        Traced.planUnlessRefused(function).ifPresent(plan -> {
            ReversePlan reverse = new ReversePlan(plan);
            assertThat(KeptValuesCheck.fault(plan, reverse)).isEmpty();
            for (int n = 0; n < plan.nests().size(); n++) {
                boolean[] computed = reverse.gradientItems(n);
                for (int j = 0; j < computed.length; j++) {
                    if (computed[j]) {
                        computed[j] = false;
                        assertThat(KeptValuesCheck.fault(plan, reverse))
                                .as("item %d of nest %d left out", j, n)
                                .isPresent();
                        computed[j] = true;
                    }
                }
            }
        });
    }

    @Test
    void aRightAdjointPlanPasses() {
        functions().forEach(function -> Traced.planUnlessRefused(function)
                .ifPresent(plan -> AdjointCheck.verify(Tracer.trace(function), plan, new ReversePlan(plan))));
    }
}
