package dev.gradgap.engine.compiled.maker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.PrimalSweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContractionTest {

    private static final int FEWEST_TERMS = 6;
    private static final int INPUTS = 20;

    private final GraphBuilder builder = new GraphBuilder(INPUTS);

    @Test
    void aChainOfSixTermsIsASum() {
        int sum = sumOfInputs(0, FEWEST_TERMS);
        Items items = items(sum);
        assertThat(items.sums).isEqualTo(1);
        assertThat(items.outputs).containsExactly(items.firstSum);
        assertThat(terms(items, 0)).containsExactly("+x0", "+x1", "+x2", "+x3", "+x4", "+x5");
        assertThat(items.count).isEqualTo(FEWEST_TERMS);
    }

    @Test
    void aChainOfFiveTermsStaysAsItIs() {
        Items items = items(sumOfInputs(0, FEWEST_TERMS - 1));
        assertThat(items.sums).isZero();
        assertThat(items.codes).containsOnly(Operation.ADD.code()).hasSize(FEWEST_TERMS - 2);
    }

    @Test
    void aTreeOfAdditionsIsASum() {
        int left = add(add(0, 1), add(2, 3));
        int right = add(add(4, 5), add(6, 7));
        Items items = items(add(left, right));
        assertThat(terms(items, 0)).containsExactly("+x0", "+x1", "+x2", "+x3", "+x4", "+x5", "+x6", "+x7");
        assertThat(items.count).isEqualTo(8);
    }

    @Test
    void nestedSubtractionsTurnTheSigns() {
        // x0 - (x1 - (x2 + (x3 - (x4 - x5)))) - x6
        int inner = add(2, subtract(3, subtract(4, 5)));
        Items items = items(subtract(subtract(0, subtract(1, inner)), 6));
        assertThat(terms(items, 0)).containsExactlyInAnyOrder("+x0", "-x1", "+x2", "+x3", "-x4", "+x5", "-x6");
    }

    @Test
    void theSignOfATermThatIsComputedForTheSumAloneIsRight() {
        int sine = builder.apply(Operation.SIN, 5);
        Items items = items(subtract(sumOfInputs(0, 5), subtract(sine, builder.apply(Operation.COS, 6))));
        assertThat(terms(items, 0)).contains("-sin", "+cos").hasSize(7);
    }

    @Test
    void aTermIsAddedRightWhereItIsComputed() {
        int sum = builder.apply(Operation.SIN, 0);
        for (int i = 1; i < 8; i++) {
            sum = add(sum, builder.apply(Operation.SIN, i));
        }
        Items items = items(sum);
        for (int k = 0; k < items.count; k += 2) {
            assertThat(items.codes[k]).isEqualTo(Operation.SIN.code());
            assertThat(items.codes[k + 1]).isEqualTo(Items.ADD_TERM);
            assertThat(items.first[k + 1]).isEqualTo(items.firstItem + k);
        }
    }

    @Test
    void anOperandThatIsAddedTwiceIsTwoTerms() {
        int sine = builder.apply(Operation.SIN, 0);
        Items items = items(add(add(add(add(sine, 1), add(sine, 2)), 3), 3));
        assertThat(terms(items, 0)).containsExactlyInAnyOrder("+sin", "+sin", "+x1", "+x2", "+x3", "+x3");
    }

    @Test
    void aPartialSumWithTwoReadersIsASumOfItsOwn() {
        int part = sumOfInputs(0, FEWEST_TERMS);
        int sine = builder.apply(Operation.SIN, part);
        int whole = part;
        for (int i = FEWEST_TERMS; i < 12; i++) {
            whole = add(whole, i);
        }
        Items items = items(sine, whole);
        assertThat(items.sums).isEqualTo(2);
        assertThat(terms(items, 0)).hasSize(FEWEST_TERMS);
        assertThat(terms(items, 1)).containsExactly("+sum 0", "+x6", "+x7", "+x8", "+x9", "+x10", "+x11");
    }

    @Test
    void aPartialSumThatIsAnOutputIsASumOfItsOwn() {
        int part = sumOfInputs(0, FEWEST_TERMS);
        int whole = part;
        for (int i = FEWEST_TERMS; i < 12; i++) {
            whole = add(whole, i);
        }
        Items items = items(part, whole);
        assertThat(terms(items, 1)).containsExactly("+sum 0", "+x6", "+x7", "+x8", "+x9", "+x10", "+x11");
        assertThat(items.outputs).containsExactly(items.firstSum, items.firstSum + 1);
    }

    @Test
    void aSumAndTwiceThatSumAreTwoSums() {
        int part = sumOfInputs(0, FEWEST_TERMS);
        Items items = items(add(add(add(add(part, part), 10), 11), add(12, 13)));
        assertThat(terms(items, 1)).containsExactlyInAnyOrder("+sum 0", "+sum 0", "+x10", "+x11", "+x12", "+x13");
    }

    @Test
    void itemsOfRandomGraphsFollowTheirOperandsAndHaveTheValuesOfTheGraph() {
        for (int seed = 0; seed < 300; seed++) {
            Graph graph = randomGraph(new Random(seed));
            double[] x = new double[graph.inputs()];
            Arrays.setAll(x, i -> Math.cos(i + 0.5));
            double[] values = new double[graph.nodes()];
            PrimalSweep.evaluate(graph, x, values);
            Items items = Contraction.of(graph);
            assertHasValuesOf(graph, values, evaluate(items, x), items);
            Items byLevels = LevelOrder.of(items);
            assertHasValuesOf(graph, values, evaluate(byLevels, x), byLevels);
        }
    }

    private static void assertHasValuesOf(Graph graph, double[] expected, double[] actual, Items items) {
        for (int j = 0; j < graph.outputs(); j++) {
            assertThat(actual[items.outputs[j]]).as("output %d", j).isCloseTo(expected[graph.output(j)], within(1e-11));
        }
    }

    /** Interprets items, a term only while no reader of its sum has come. */
    private static double[] evaluate(Items items, double[] x) {
        double[] values = new double[items.firstSum + items.sums];
        boolean[] isRead = new boolean[items.sums];
        System.arraycopy(x, 0, values, 0, x.length);
        for (int node = items.inputs; node < items.firstItem; node++) {
            values[node] = items.constant(node);
        }
        for (int k = 0; k < items.count; k++) {
            read(items, items.first[k], k, isRead);
            if (Items.isTerm(items.codes[k])) {
                int sum = items.second[k];
                assertThat(isRead[sum - items.firstSum])
                        .as("item %d adds to a sum that has been read", k)
                        .isFalse();
                values[sum] += items.codes[k] == Items.SUBTRACT_TERM ? -values[items.first[k]] : values[items.first[k]];
            } else {
                read(items, items.second[k], k, isRead);
                values[items.firstItem + k] =
                        Operation.of(items.codes[k]).value(values[items.first[k]], values[items.second[k]]);
            }
        }
        return values;
    }

    private static void read(Items items, int node, int k, boolean[] isRead) {
        if (items.isSum(node)) {
            isRead[node - items.firstSum] = true;
        } else {
            assertThat(node).as("operand of item %d", k).isBetween(0, items.firstItem + k - 1);
        }
    }

    /** Additions and subtractions mostly, of nodes that are recent mostly, so that long sums arise. */
    private static Graph randomGraph(Random random) {
        GraphBuilder graph = new GraphBuilder(INPUTS);
        List<Integer> nodes = new ArrayList<>();
        for (int i = 0; i < INPUTS; i++) {
            nodes.add(i);
        }
        nodes.add(graph.constant(0.75));
        for (int k = 0; k < 150; k++) {
            int x = pick(nodes, random);
            int y = pick(nodes, random);
            nodes.add(
                    switch (random.nextInt(12)) {
                        case 0 -> graph.apply(Operation.SIN, x);
                        case 1 -> graph.apply(Operation.ATAN2, x, y);
                        case 2, 3, 4 -> graph.apply(Operation.SUBTRACT, x, y);
                        default -> graph.apply(Operation.ADD, x, y);
                    });
        }
        for (int j = 0; j < 1 + random.nextInt(4); j++) {
            graph.output(pick(nodes, random));
        }
        return graph.build();
    }

    private static int pick(List<Integer> nodes, Random random) {
        int back = random.nextInt(3) > 0 ? 1 + random.nextInt(2) : 1 + random.nextInt(nodes.size());
        return nodes.get(nodes.size() - back);
    }

    private int add(int x, int y) {
        return builder.apply(Operation.ADD, x, y);
    }

    private int subtract(int x, int y) {
        return builder.apply(Operation.SUBTRACT, x, y);
    }

    private int sumOfInputs(int from, int to) {
        int sum = from;
        for (int i = from + 1; i < to; i++) {
            sum = add(sum, i);
        }
        return sum;
    }

    private Items items(int... outputs) {
        for (int output : outputs) {
            builder.output(output);
        }
        return Contraction.of(builder.build());
    }

    /** The terms of a sum in their order, each with its sign. */
    private static List<String> terms(Items items, int sum) {
        List<String> terms = new ArrayList<>();
        for (int k = 0; k < items.count; k++) {
            if (Items.isTerm(items.codes[k]) && items.second[k] == items.firstSum + sum) {
                terms.add((items.codes[k] == Items.ADD_TERM ? "+" : "-") + name(items, items.first[k]));
            }
        }
        return terms;
    }

    private static String name(Items items, int node) {
        if (items.isSum(node)) {
            return "sum " + (node - items.firstSum);
        }
        return items.isInput(node)
                ? "x" + node
                : Operation.of(items.codes[node - items.firstItem]).symbol();
    }
}
