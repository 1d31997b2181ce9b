package dev.gradgap.engine.compiled.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.Repetition;
import dev.gradgap.graph.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeedRangesTest {

    private static final int INPUTS = 60;
    private static final int TRIES = 2000;

    private final Random random = new Random(7);

    @Test
    void theRangeOfALoopIsTheSmallestThatHoldsAllReaders() {
        for (int run = 0; run < TRIES; run++) {
            assertSmallest(nest(1, 1 + random.nextInt(9), 3, 3));
        }
    }

    @Test
    void theRangeOfRowsIsTheSmallestThatHoldsAllReadersWhereRowsReadNeighbours() {
        for (int run = 0; run < TRIES; run++) {
            assertSmallest(nest(2 + random.nextInt(4), 1 + random.nextInt(4), 5, 1));
        }
    }

    @Test
    void theRangeOfRowsHoldsAllReadersWhereRowsLeaveGaps() {
        for (int run = 0; run < TRIES; run++) {
            Nest nest = nest(2 + random.nextInt(4), 1 + random.nextInt(4), 4, 3);
            int first = random.nextInt(INPUTS);
            int last = Math.min(INPUTS - 1, first + random.nextInt(16));
            int[] range = new SeedRanges(plan(nest)).of(first, last);
            int[] expected = bruteForce(nest, first, last);
            if (expected[0] < expected[1]) {
                assertThat(range[0]).isLessThanOrEqualTo(expected[0]);
                assertThat(range[1]).isGreaterThanOrEqualTo(expected[1]);
            }
        }
    }

    @Test
    void everyNestHasItsOwnRange() {
        Nest ascending = nest(1, 10, Operand.element(Home.INPUT, 0, 0, 1));
        Nest descending = nest(1, 10, Operand.element(Home.INPUT, 9, 0, -1));
        Nest rows = nest(5, 2, Operand.element(Home.INPUT, 0, 2, 1));
        SeedRanges ranges = new SeedRanges(plan(ascending, descending, rows));
        assertThat(ranges.of(4, 4)).containsExactly(4, 5, 5, 6, 2, 3);
        assertThat(ranges.of(8, 15)).containsExactly(8, 10, 0, 2, 4, 5);
        assertThat(ranges.of(20, 27)).containsExactly(0, 0, 0, 0, 0, 0);
        assertThat(ranges.everything()).containsExactly(0, 10, 0, 10, 0, 5);
    }

    @Test
    void slotsAndTablesHaveNoSeeds() {
        Nest nest = nest(1, 10, Operand.element(Home.SLOT, 0, 0, 1), Operand.element(Home.TABLE, 0, 0, 1));
        assertThat(SeedRanges.readsInputs(nest)).isFalse();
        assertThat(new SeedRanges(plan(nest)).of(0, 5)).containsExactly(0, 0);
        assertThat(SeedRanges.readsInputs(nest(1, 10, Operand.literal(2), Operand.element(Home.INPUT, 3, 0, 0))))
                .isTrue();
    }

    private void assertSmallest(Nest nest) {
        SeedRanges ranges = new SeedRanges(plan(nest));
        int width = 1 + random.nextInt(16);
        for (int first = 0; first < INPUTS; first += width) {
            int last = Math.min(INPUTS - 1, first + width - 1);
            assertThat(ranges.of(first, last))
                    .as("%s x %s of %s, inputs %s to %s", nest.rows, nest.count, operands(nest), first, last)
                    .isEqualTo(bruteForce(nest, first, last));
        }
    }

    /** The smallest range of rows, of iterations if there are no rows, that holds all readers; from 0 to 0 if none. */
    private static int[] bruteForce(Nest nest, int first, int last) {
        boolean[] reads = new boolean[nest.rows > 1 ? nest.rows : nest.count];
        for (int row = 0; row < nest.rows; row++) {
            for (int iteration = 0; iteration < nest.count; iteration++) {
                for (Operand operand : operands(nest)) {
                    int element = operand.base() + row * operand.rowStride() + iteration * operand.stride();
                    if (operand.home() == Home.INPUT && element >= first && element <= last) {
                        reads[nest.rows > 1 ? row : iteration] = true;
                    }
                }
            }
        }
        int from = 0;
        while (from < reads.length && !reads[from]) {
            from++;
        }
        int to = reads.length;
        while (to > 0 && !reads[to - 1]) {
            to--;
        }
        return to == 0 ? new int[] {0, 0} : new int[] {from, to};
    }

    private static List<Operand> operands(Nest nest) {
        List<Operand> operands = new ArrayList<>(Arrays.asList(nest.first));
        operands.addAll(Arrays.asList(nest.second));
        return operands;
    }

    private Nest nest(int rows, int count, int largestRowStride, int largestStride) {
        Operand[] operands = new Operand[2 * (1 + random.nextInt(3))];
        for (int j = 0; j < operands.length; j++) {
            Operand moved = Operand.element(
                    Home.INPUT,
                    0,
                    rows == 1 ? 0 : random.nextInt(2 * largestRowStride + 1) - largestRowStride,
                    count == 1 ? 0 : random.nextInt(2 * largestStride + 1) - largestStride);
            int span = moved.highest(rows, count) - moved.lowest(rows, count);
            int base = random.nextInt(INPUTS - span) - moved.lowest(rows, count);
            operands[j] = random.nextInt(5) == 0
                    ? Operand.literal(1)
                    : Operand.element(Home.INPUT, base, moved.rowStride(), moved.stride());
        }
        return nest(rows, count, operands);
    }

    /** A nest of multiplications of neighbours in a list of operands. */
    private static Nest nest(int rows, int count, Operand... operands) {
        int period = operands.length / 2 + operands.length % 2;
        byte[] codes = new byte[period];
        Arrays.fill(codes, Operation.MULTIPLY.code());
        Operand[] first = new Operand[period];
        Operand[] second = new Operand[period];
        for (int j = 0; j < period; j++) {
            first[j] = operands[2 * j];
            second[j] = operands[Math.min(2 * j + 1, operands.length - 1)];
        }
        Repetition repetition = new Repetition(0, period, count, rows);
        return new Nest(repetition, codes, first, second, Optional.empty(), Nest.noSlots(period));
    }

    private static Plan plan(Nest... nests) {
        return new Plan(INPUTS, 0, 0, new double[0], List.of(nests), new Operand[0], 1);
    }
}
