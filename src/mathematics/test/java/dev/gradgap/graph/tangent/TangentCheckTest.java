package dev.gradgap.graph.tangent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.RandomGraphs;
import dev.gradgap.graph.WrongPlanException;
import java.lang.reflect.Field;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number of a plan changed, one at a time, is found. */
@Tag("thorough")
final class TangentCheckTest {

    private static Graph graph(long seed) {
        if (seed == 0) {
            GraphBuilder builder = new GraphBuilder(3);
            int product = builder.apply(Operation.MULTIPLY, 0, 0);
            int sum = builder.apply(Operation.ADD, 2, builder.apply(Operation.SIN, product));
            builder.output(1);
            builder.output(builder.apply(Operation.MULTIPLY, sum, builder.constant(2)));
            builder.output(product);
            return builder.build();
        }
        return RandomGraphs.of(7, 3, 40, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 6, 10, 41, 58})
    void everyChangedSlotIsFoundUnlessNoOperationReadsIt(long seed) {
        Graph graph = graph(seed);
        TangentSlots slots = new TangentSlots(graph);
        SeedEdges seeds = new SeedEdges(graph, 3);
        BitSet read = read(graph);
        assertChangesFound(slots, "first", k -> true, () -> TangentCheck.check(graph, slots, seeds, 3));
        assertChangesFound(slots, "second", k -> true, () -> TangentCheck.check(graph, slots, seeds, 3));
        assertChangesFound(slots, "result", read::get, () -> TangentCheck.check(graph, slots, seeds, 3));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 6, 10, 41, 58})
    void everyChangedEdgeIsFound(long seed) {
        Graph graph = graph(seed);
        for (int chunk : new int[] {1, 3, 8}) {
            TangentSlots slots = new TangentSlots(graph);
            SeedEdges seeds = new SeedEdges(graph, chunk);
            assertChangesFound(seeds, "starts", c -> true, () -> TangentCheck.check(graph, slots, seeds, chunk));
            assertChangesFound(seeds, "edges", edge -> true, () -> TangentCheck.check(graph, slots, seeds, chunk));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 6, 10, 41, 58})
    void everyChangedReaderIsFound(long seed) {
        Graph graph = graph(seed);
        Readers readers = new Readers(graph);
        assertChangesFound(readers, "starts", i -> true, () -> TangentCheck.check(graph, readers));
        assertChangesFound(readers, "readers", i -> true, () -> TangentCheck.check(graph, readers));
    }

    /** The operations that other operations read; a slot that only an output reads may as well be another one. */
    private static BitSet read(Graph graph) {
        BitSet read = new BitSet();
        int base = graph.firstOperationNode();
        for (int k = 0; k < graph.operations(); k++) {
            for (int operand : new int[] {graph.first(k), graph.second(k)}) {
                if (operand >= base) {
                    read.set(operand - base);
                }
            }
        }
        return read;
    }

    private static void assertChangesFound(Object plan, String array, IntPredicate matters, Runnable check) {
        int[] numbers = array(plan, array);
        check.run();
        int found = 0;
        for (int i = 0; i < numbers.length; i++) {
            for (int change : new int[] {-1, 1, ~numbers[i] - numbers[i]}) {
                numbers[i] += change;
                boolean isFound = isFound(check);
                numbers[i] -= change;
                assertThat(isFound || !matters.test(i))
                        .as("%s %s by %s", array, i, change)
                        .isTrue();
                found += isFound ? 1 : 0;
            }
        }
        assertThat(found).isPositive();
    }

    private static boolean isFound(Runnable check) {
        try {
            check.run();
            return false;
        } catch (WrongPlanException e) {
            return true;
        }
    }

    private static int[] array(Object plan, String name) {
        try {
            Field field = plan.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return (int[]) field.get(plan);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
