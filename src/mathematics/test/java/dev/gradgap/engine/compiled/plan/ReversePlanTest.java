package dev.gradgap.engine.compiled.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.compiled.Traced;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import dev.gradgap.engine.compiled.plan.ReversePlan.Gap;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Operation;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.program.maker.RandomPrograms;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReversePlanTest {

    private static final int INPUTS = 1000;
    private static final int[] SIZES = {2, 3, 20, 37, 100, 330, INPUTS};
    private static final int[] WIDTHS = {1, 2, 4, 8};

    @Test
    void theFirstShareOfAnAdjointIsAssigned() {
        ReversePlan reverse = new ReversePlan(Traced.plan("rosenbrock", INPUTS));
        assertThat(reverse.assigned(0)).contains(Operand.element(Home.INPUT, 0, 0, 1));
        assertThat(reverse.gaps()).containsExactly(new Gap(INPUTS - 1, INPUTS));
    }

    @Test
    void inputsWithoutAReaderAreZeroBefore() {
        GraphBuilder builder = new GraphBuilder(50);
        int sum = builder.constant(0);
        for (int i = 10; i < 30; i++) {
            sum = builder.apply(Operation.ADD, sum, builder.apply(Operation.SIN, i));
        }
        ReversePlan reverse = new ReversePlan(plan(builder, sum));
        assertThat(reverse.gaps()).containsExactly(new Gap(0, 10), new Gap(30, 50));
    }

    @Test
    void whereGapsAreManyAllInputsAreZeroBefore() {
        GraphBuilder builder = new GraphBuilder(INPUTS);
        int sum = builder.constant(0);
        for (int loop = 0, i = 1; loop < 40; loop++, i += 12 + loop % 5) { // irregular, so that no nest arises
            for (int j = i; j < i + 12; j++) {
                sum = builder.apply(Operation.ADD, sum, builder.apply(Operation.SIN, j));
            }
            sum = builder.apply(Operation.TANH, sum);
        }
        Plan plan = plan(builder, sum);
        ReversePlan reverse = new ReversePlan(plan);
        assertThat(reverse.gaps()).containsExactly(new Gap(0, INPUTS));
        for (int n = 0; n < plan.nests().size(); n++) {
            assertThat(reverse.assigned(n)).isEmpty();
        }
    }

    static Stream<Named<WorkloadFamily>> families() {
        return Traced.families().stream().map(family -> Named.of(family.name(), family));
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyInputIsSetOnceBeforeItIsAddedTo(WorkloadFamily family) {
        for (int inputs : SIZES) {
            if (inputs >= family.minInputs() && inputs <= family.maxInputs()) {
                Traced.planUnlessRefused(family.create(inputs, 1).function())
                        .ifPresent(ReversePlanTest::assertInputsAreSet);
            }
        }
    }

    @Test
    void everyInputIsSetOnceBeforeItIsAddedToInRandomPrograms() {
        for (int seed = 0; seed < 300; seed++) {
            Traced.planUnlessRefused(RandomPrograms.of(seed)).ifPresent(ReversePlanTest::assertInputsAreSet);
        }
    }

    @Test
    void aLoopThatNoOutputReadsAssignsNothing() {
        GraphBuilder builder = new GraphBuilder(20);
        int sum = builder.constant(0);
        for (int i = 0; i < 20; i++) {
            sum = builder.apply(Operation.ADD, sum, builder.apply(Operation.SQUARE, i));
        }
        for (int i = 0; i < 20; i++) {
            builder.apply(Operation.SIN, i);
        }
        assertInputsAreSet(plan(builder, sum));
    }

    @Test
    void anItemThatNoOutputReadsAssignsNothing() {
        GraphBuilder builder = new GraphBuilder(41);
        int sum = builder.constant(0);
        for (int i = 0; i < 20; i++) {
            builder.apply(Operation.SIN, i + 20);
            sum = builder.apply(Operation.ADD, sum, builder.apply(Operation.SQUARE, i));
        }
        assertInputsAreSet(plan(builder, sum));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rosenbrock", "sum-of-squares"})
    void aGradientThatNeedsNoValuesHasNoForwardSweep(String family) {
        Plan plan = Traced.plan(family, INPUTS);
        ReversePlan reverse = new ReversePlan(plan);
        for (int n = 0; n < plan.nests().size(); n++) {
            assertThat(reverse.gradientItems(n)).containsOnly(false);
        }
    }

    @Test
    void aGradientComputesWhatItsPartialsAreMadeOf() {
        Plan plan = Traced.plan("log-sum-exp", INPUTS);
        ReversePlan reverse = new ReversePlan(plan);
        for (int n = 0; n < plan.nests().size(); n++) {
            Nest nest = plan.nests().get(n);
            for (int j = 0; j < nest.size(); j++) {
                boolean leadsToTheOutputOnly = n == plan.nests().size() - 1;
                assertThat(reverse.gradientItems(n)[j])
                        .as("item %d of nest %d", j, n)
                        .isEqualTo(!leadsToTheOutputOnly);
            }
        }
    }

    @Test
    void rosenbrockKeepsNoValue() {
        Plan plan = Traced.plan("rosenbrock", INPUTS);
        assertThat(plan.slots()).as("the sum alone").isEqualTo(1);
        assertThat(new ReversePlan(plan).valueSlots()).isEqualTo(plan.slots());
    }

    @Test
    void aChainKeepsOneNumberAnIterationBesidesWhatItHandsOn() {
        Plan plan = Traced.plan("chain", INPUTS);
        ReversePlan reverse = new ReversePlan(plan);
        assertThat(plan.slots()).isEqualTo(INPUTS);
        assertThat(reverse.valueSlots() - plan.slots()).isEqualTo(INPUTS - 2);
    }

    @Test
    void logSumExpKeepsItsExponentials() {
        Plan plan = Traced.plan("log-sum-exp", INPUTS);
        ReversePlan reverse = new ReversePlan(plan);
        assertThat(reverse.valueSlots() - plan.slots()).isEqualTo(INPUTS);
        for (Nest nest : plan.nests()) {
            for (int j = 0; j < nest.size(); j++) {
                boolean kept = nest.hasSlot(j) && nest.slot(j).base() >= plan.slots();
                assertThat(kept).isEqualTo(nest.codes[j] == Operation.EXP.code());
            }
        }
    }

    private static Plan plan(GraphBuilder builder, int output) {
        builder.output(output);
        Graph graph = builder.build();
        return Traced.plan(new GraphFunction(graph));
    }

    private static void assertInputsAreSet(Plan plan) {
        ReversePlan reverse = new ReversePlan(plan);
        for (int width : WIDTHS) {
            Shares shares = new Shares(plan, width);
            reverse.gaps().forEach(shares::clear);
            for (int n = plan.nests().size() - 1; n >= 0; n--) {
                shares.sweep(plan.nests().get(n), reverse.assigned(n));
            }
            assertThat(shares.isSet).as("adjoints in the end").doesNotContain(false);
        }
    }

    /** The order in which a reverse sweep touches the adjoints of the inputs, vectors of iterations included. */
    private static final class Shares {

        private final Plan plan;
        private final int width;
        private final boolean[] isSet;

        Shares(Plan plan, int width) {
            this.plan = plan;
            this.width = width;
            isSet = new boolean[plan.inputs()];
        }

        void clear(Gap gap) {
            for (int i = gap.from(); i < gap.to(); i++) {
                set(i);
            }
        }

        private void set(int input) {
            assertThat(isSet[input]).as("input %d set before", input).isFalse();
            isSet[input] = true;
        }

        void sweep(Nest nest, Optional<Operand> assigned) {
            List<Operand> targets = targets(nest);
            boolean inVectors = targets.stream().allMatch(operand -> operand.stride() == 0 || operand.stride() == 1);
            int step = inVectors ? width : 1;
            for (int row = nest.rows - 1; row >= 0; row--) {
                int iteration = nest.count;
                while (iteration > 0) {
                    int lanes = iteration % step == 0 ? step : 1;
                    iteration -= lanes;
                    for (Operand target : targets) {
                        if (!isFixed(nest, target)) {
                            touch(target, row, iteration, lanes, assigned);
                        }
                    }
                }
                for (Operand target : targets) {
                    if (isFixed(nest, target)) {
                        touch(target, row, 0, 1, assigned);
                    }
                }
            }
        }

        private static boolean isFixed(Nest nest, Operand operand) {
            return operand.stride() == 0 || nest.count == 1;
        }

        private void touch(Operand target, int row, int iteration, int lanes, Optional<Operand> assigned) {
            for (int lane = 0; lane < lanes; lane++) {
                int input = target.base() + row * target.rowStride() + (iteration + lane) * target.stride();
                if (assigned.equals(Optional.of(target))) {
                    set(input);
                } else {
                    assertThat(isSet[input])
                            .as("input %d set before it is added to", input)
                            .isTrue();
                }
            }
        }

        /** The inputs that items with an adjoint read, the lowest first. */
        private List<Operand> targets(Nest nest) {
            boolean[] hasAdjoint = new boolean[nest.size()];
            for (int j = nest.size() - 1; j >= 0; j--) {
                boolean inSlot = nest.hasSlot(j) && nest.slot(j).base() < plan.slots();
                hasAdjoint[j] |= nest.isTerm(j) || inSlot;
                for (Operand operand : List.of(nest.first[j], nest.second[j])) {
                    if (hasAdjoint[j] && operand.home() == Home.BODY) {
                        hasAdjoint[operand.base()] = true;
                    }
                }
            }
            return Stream.iterate(0, j -> j < nest.size(), j -> j + 1)
                    .filter(j -> hasAdjoint[j])
                    .flatMap(j -> Stream.of(nest.first[j], nest.second[j]))
                    .filter(operand -> operand.home() == Home.INPUT)
                    .distinct()
                    .sorted(Comparator.comparingInt(Operand::base))
                    .toList();
        }
    }
}
