package dev.gradgap.engine.compiled.maker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gradgap.engine.compiled.Traced;
import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.Repetition;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import dev.gradgap.workload.WorkloadFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopFinderTest {

    private static final int INPUTS = 1000;
    private static final int MOST_STRAIGHT = 3000;

    @Test
    void rosenbrockIsOneLoop() {
        int itemsOfATerm = 8; // six operations, and two additions to the sum
        assertThat(find(Traced.items("rosenbrock", INPUTS)))
                .containsExactly(new Repetition(0, itemsOfATerm, INPUTS - 1, 1));
    }

    @Test
    void everyLayerOfAPerceptronIsANestOfLoops() {
        int hidden = 22; // floor(sqrt(1000 / 2))
        int product = 2; // a multiplication and an addition to a sum
        assertThat(find(Traced.items("mlp", INPUTS)).stream().filter(loop -> loop.rows() > 1))
                .extracting(Repetition::rows, Repetition::count, Repetition::period)
                .containsExactly(tuple(hidden, hidden, product), tuple(hidden, hidden, product));
    }

    @Test
    void aLoopThatReadsOnlyInputsHandsNothingOn() {
        Nest loop = longest(Traced.plan("bratu", INPUTS));
        assertThat(loop.count).isEqualTo(INPUTS - 2);
        assertThat(loop.mostLanes()).isEqualTo(loop.count);
    }

    @Test
    void aRecurrenceHandsItsStateOn() {
        Nest loop = longest(Traced.plan("chain", INPUTS));
        assertThat(loop.count).isEqualTo(INPUTS - 2);
        assertThat(loop.mostLanes()).isEqualTo(1);
    }

    @Test
    void aTreeIsALoopForEachLevelOnceItIsInTheirOrder() {
        int leaves = 4096;
        Items tree = Traced.items("tree", leaves);
        assertThat(LoopFinder.find(tree, Traced.LONGEST_STRAIGHT)).isEmpty();

        List<Integer> expected = new ArrayList<>();
        for (int level = 0, pairs = leaves / 2; pairs > 15; level++, pairs /= 2) {
            for (int operation = 0; operation < 1 + level % 2; operation++) {
                expected.add(pairs);
            }
        }
        List<Repetition> found = find(LevelOrder.of(tree));
        List<Repetition> loops = found.subList(0, expected.size());
        assertThat(loops).allMatch(loop -> loop.period() == 1 && loop.rows() == 1);
        assertThat(loops).extracting(Repetition::count).isEqualTo(expected);
    }

    @Test
    void constantsThatDifferAreNoObstacle() {
        GraphBuilder builder = new GraphBuilder(INPUTS);
        int last = 0;
        for (int i = 0; i < INPUTS; i++) {
            int constant = builder.constant(2 + i * i % 7); // equal ones share a node
            last = builder.apply(Operation.SIN, builder.apply(Operation.MULTIPLY, i, constant));
        }
        assertThat(find(items(builder, last))).containsExactly(new Repetition(0, 2, INPUTS, 1));
    }

    @Test
    void anOperandThatDoesNotMoveByAStrideEndsTheLoop() {
        GraphBuilder builder = new GraphBuilder(INPUTS);
        int last = 0;
        for (int i = 0; i < 200; i++) {
            last = builder.apply(Operation.SIN, i < 100 ? i : 2 * i);
        }
        assertThat(find(items(builder, last)))
                .containsExactly(new Repetition(0, 1, 100, 1), new Repetition(100, 1, 100, 1));
    }

    @Test
    void loopsWithEqualStridesAreRowsOfANest() {
        assertThat(find(rows(new int[] {2, 2, 2, 2}))).containsExactly(new Repetition(0, 1, 20, 4));
    }

    @Test
    void loopsWithDifferentStridesAreNoRowsOfANest() {
        assertThat(find(rows(new int[] {1, 2, 3, 4})))
                .allMatch(loop -> loop.rows() == 1 && loop.count() == 20)
                .hasSize(4);
    }

    /** A row for each stride; row r reads input 100 r first, and 19 more at this stride. */
    private static Items rows(int[] strides) {
        GraphBuilder builder = new GraphBuilder(INPUTS);
        int last = 0;
        for (int row = 0; row < strides.length; row++) {
            for (int i = 0; i < 20; i++) {
                last = builder.apply(Operation.SIN, 100 * row + i * strides[row]);
            }
        }
        return items(builder, last);
    }

    @Test
    void aConstantInPlaceOfAnInputEndsTheLoop() {
        GraphBuilder builder = new GraphBuilder(INPUTS);
        int last = 0;
        for (int i = 0; i < 200; i++) {
            last = builder.apply(Operation.MULTIPLY, i, i < 100 ? i + 1 : builder.constant(2));
        }
        assertThat(find(items(builder, last)))
                .containsExactly(new Repetition(0, 1, 100, 1), new Repetition(100, 1, 100, 1));
    }

    @Test
    void aLoopBeginsWhereLeastIsHandedOn() {
        GraphBuilder builder = new GraphBuilder(INPUTS);
        int last = builder.apply(Operation.COS, 0); // no part of the loop, but like one of its items
        for (int i = 1; i < 100; i++) {
            int sine = builder.apply(Operation.SIN, i);
            int square = builder.apply(Operation.SQUARE, i);
            last = builder.apply(Operation.COS, builder.apply(Operation.MULTIPLY, sine, square));
        }
        Items items = items(builder, last);
        assertThat(find(items)).containsExactly(Repetition.straight(0, 1), new Repetition(1, 4, 99, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 4096})
    void aRandomGraphIsIrregular(int inputs) {
        assertThat(LoopFinder.find(Traced.items("random", inputs), Traced.LONGEST_STRAIGHT))
                .isEmpty();
    }

    @Test
    void someThousandIrregularItemsAreStraightCode() {
        List<Repetition> found = find(irregular(MOST_STRAIGHT, 0));
        assertThat(found).allMatch(Repetition::isStraight);
        assertThat(found).allMatch(piece -> piece.period() <= Traced.LONGEST_STRAIGHT);
        assertThat(LoopFinder.find(irregular(MOST_STRAIGHT + 1, 0), Traced.LONGEST_STRAIGHT))
                .isEmpty();
    }

    /** The unread items have a code that no operation has, so that the comparison of two of them would throw. */
    @Test
    void anIrregularListIsNotReadToItsEnd() {
        assertThat(LoopFinder.find(irregular(MOST_STRAIGHT + 200, 1_000_000), Traced.LONGEST_STRAIGHT))
                .isEmpty();
    }

    static Stream<Named<WorkloadFamily>> families() {
        return Traced.families().stream().map(family -> Named.of(family.name(), family));
    }

    @ParameterizedTest
    @MethodSource("families")
    void repetitionsCoverEveryItemOnceAndRepeat(WorkloadFamily family) {
        for (int inputs : new int[] {2, 3, 37, 100, 330, INPUTS}) {
            if (inputs >= family.minInputs() && inputs <= family.maxInputs()) {
                Items traced = Traced.items(family.name(), inputs);
                for (Items items : List.of(traced, LevelOrder.of(traced))) {
                    LoopFinder.find(items, Traced.LONGEST_STRAIGHT)
                            .ifPresent(found -> assertCoversAndRepeats(items, found));
                }
            }
        }
    }

    private static void assertCoversAndRepeats(Items items, List<Repetition> found) {
        int at = 0;
        for (Repetition repetition : found) {
            assertThat(repetition.start()).isEqualTo(at);
            at = repetition.end();
            for (int k = repetition.start(); k < repetition.end(); k++) {
                assertThat(isRepeated(items, repetition, k))
                        .as("item %d of %s", k, repetition)
                        .isTrue();
            }
        }
        assertThat(at).isEqualTo(items.count);
    }

    /** Whether an item is its first iteration's, moved by constant strides. */
    private static boolean isRepeated(Items items, Repetition repetition, int k) {
        int period = repetition.period();
        int within = k - repetition.start();
        int first = repetition.start() + within % period;
        int iteration = within / period % repetition.count();
        int row = within / period / repetition.count();
        return items.codes[k] == items.codes[first]
                && isMoved(items, items.first, repetition, first, k, row, iteration)
                && (!Items.isBinary(items.codes[k])
                        || isMoved(items, items.second, repetition, first, k, row, iteration));
    }

    private static boolean isMoved(
            Items items, int[] operands, Repetition repetition, int first, int k, int row, int iteration) {
        if (items.kind(operands[k]) != items.kind(operands[first])) {
            return false;
        }
        if (items.isConstant(operands[k])) {
            return true;
        }
        int period = repetition.period();
        int stride = iteration > 0 ? operands[first + period] - operands[first] : 0;
        int rowStride = row > 0 ? operands[first + period * repetition.count()] - operands[first] : 0;
        return operands[k] == operands[first] + row * rowStride + iteration * stride;
    }

    private static List<Repetition> find(Items items) {
        return LoopFinder.find(items, Traced.LONGEST_STRAIGHT).orElseThrow();
    }

    private static Nest longest(Plan plan) {
        return plan.nests().stream().reduce((a, b) -> a.count > b.count ? a : b).orElseThrow();
    }

    private static Items items(GraphBuilder builder, int output) {
        builder.output(output);
        return Contraction.of(builder.build());
    }

    /** Unary operations on random inputs in random order, then items of no known code. */
    private static Items irregular(int operations, int unknown) {
        Operation[] choice = {Operation.SIN, Operation.COS, Operation.EXP, Operation.TANH, Operation.SQUARE};
        Random random = new Random(operations);
        GraphBuilder builder = new GraphBuilder(INPUTS);
        for (int k = 0; k < operations + unknown; k++) {
            builder.apply(choice[random.nextInt(choice.length)], random.nextInt(INPUTS));
        }
        builder.output(0);
        Graph graph = builder.build();
        Items items = Contraction.of(graph);
        Arrays.fill(items.codes, operations, operations + unknown, Byte.MAX_VALUE);
        return items;
    }
}
