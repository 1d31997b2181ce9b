package dev.gradgap.engine.compiled;

import dev.gradgap.engine.compiled.Operand.Home;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The reverse sweep over the first iterations of a nest on 64-bit integers: every partial is a random odd number, so that
 * an edge left out, taken twice, or taken before its adjoint was complete changes the result.
 *
 * <p>What the sweep does with each operand is asked of a function, so that the plan's way can be compared with the plain
 * one, where each share is added to memory at once, one iteration after the other.
 */
final class AdjointSimulation {

    private final Nest nest;
    private final int rows;
    private final int count;
    private final int lanes;
    private final int adjointSlots;
    private final Function<Operand, Access> access;
    private final Optional<Operand> assigned;
    private final Map<Long, Long> memory = new HashMap<>();

    private final Map<Operand, Long> rowShares = new LinkedHashMap<>();
    private final Map<Operand, Long> rowSums = new HashMap<>();
    private final Map<Integer, Long> arriving = new HashMap<>();
    private final Map<Integer, Long> leaving = new LinkedHashMap<>();
    private long[][] itemAdjoints;
    private final List<Map<Operand, Long>> pending = new ArrayList<>();

    /**
     * A simulation of a nest's first rows and iterations.
     *
     * @param lanes how many iterations are done side by side
     * @param adjointSlots the number of slots with adjoints, which are the first
     * @param assigned the inputs whose adjoints are assigned instead of added to
     */
    AdjointSimulation(
            Nest nest,
            int rows,
            int count,
            int lanes,
            int adjointSlots,
            Function<Operand, Access> access,
            Optional<Operand> assigned) {
        this.nest = nest;
        this.rows = rows;
        this.count = count;
        this.lanes = lanes;
        this.adjointSlots = adjointSlots;
        this.access = access;
        this.assigned = assigned;
    }

    /** Sweeps from the last iteration to the first, and returns the adjoints by element. */
    Map<Long, Long> run() {
        for (int row = rows - 1; row >= 0; row--) {
            row(row);
        }
        return memory;
    }

    private void row(int row) {
        rowShares.clear();
        rowSums.clear();
        arriving.clear();
        leaving.clear();
        for (int j = 0; j < nest.size(); j++) {
            if (isSumTerm(j) && access.apply(nest.second[j]) == Access.ROW) {
                rowSums.put(nest.second[j], get(element(nest.second[j], row, 0)));
            }
        }
        int inVectors = lanes > 1 ? count - count % lanes : 0;
        for (int t = count - 1; t >= inVectors; t--) {
            block(row, t, 1);
        }
        for (int t = inVectors - lanes; t >= 0 && lanes > 1; t -= lanes) {
            block(row, t, lanes);
        }
        leaving.forEach((item, share) -> add(element(nest.slot(item), row, 0) - 1, share));
        rowShares.forEach((operand, share) -> store(operand, element(operand, row, 0), share));
    }

    /** Some iterations side by side, item by item. */
    private void block(int row, int from, int iterations) {
        arriving.clear();
        arriving.putAll(leaving);
        leaving.replaceAll((item, share) -> 0L);
        itemAdjoints = new long[iterations][nest.size()];
        pending.clear();
        for (int lane = 0; lane < iterations; lane++) {
            pending.add(new HashMap<>());
        }
        for (int j = nest.size() - 1; j >= 0; j--) {
            long[] adjoints = new long[iterations];
            for (int lane = 0; lane < iterations; lane++) {
                adjoints[lane] = adjoint(j, row, from + lane, lane);
            }
            for (int lane = 0; lane < iterations; lane++) {
                shares(j, row, from + lane, lane, adjoints[lane]);
            }
        }
        flush(row, from);
    }

    private boolean isSumTerm(int j) {
        return nest.isTerm(j) && !nest.isProduct(j);
    }

    private long adjoint(int j, int row, int t, int lane) {
        if (nest.isProduct(j)) {
            return get(element(nest.second[j], row, t));
        }
        if (nest.isTerm(j)) {
            Operand sum = nest.second[j];
            return access.apply(sum) == Access.ROW ? rowSums.get(sum) : get(element(sum, row, t));
        }
        long adjoint = itemAdjoints[lane][j];
        if (nest.hasSlot(j) && nest.slot(j).base() < adjointSlots) {
            adjoint += take(element(nest.slot(j), row, t));
        }
        return adjoint + arriving.getOrDefault(j, 0L);
    }

    private void shares(int j, int row, int t, int lane, long adjoint) {
        share(nest.first[j], row, t, lane, adjoint * partial(j, row, t, 0));
        if (!nest.isTerm(j) && Items.isBinary(nest.codes[j])) {
            share(nest.second[j], row, t, lane, adjoint * partial(j, row, t, 1));
        }
    }

    private static long partial(int j, int row, int t, int operand) {
        return SumCheck.ofNode(((row * 4096 + t) * 128 + j) * 2 + operand) | 1;
    }

    private void share(Operand operand, int row, int t, int lane, long share) {
        if (operand.isConstant()) {
            return;
        }
        switch (access.apply(operand)) {
            case BODY -> itemAdjoints[lane][operand.base()] += share;
            case CARRIED -> leaving.merge(operand.producer(), share, Long::sum);
            case ROW -> rowShares.merge(operand, share, Long::sum);
            case ITERATION -> pending.get(lane).merge(operand, share, Long::sum);
            case AT_ONCE -> add(element(operand, row, t), share);
        }
    }

    private void flush(int row, int from) {
        List<Operand> targets = new ArrayList<>(pending.get(0).keySet());
        targets.sort(Comparator.comparing(Operand::home).thenComparingInt(Operand::base));
        for (Operand target : targets) {
            for (int lane = 0; lane < pending.size(); lane++) {
                store(
                        target,
                        element(target, row, from + lane),
                        pending.get(lane).get(target));
            }
        }
    }

    private void store(Operand operand, long element, long share) {
        if (assigned.isPresent() && assigned.get().equals(operand)) {
            memory.put(element, share);
        } else {
            add(element, share);
        }
    }

    /** A number for each element of the slots' adjoints, from 0, and of the inputs', from -1 downwards. */
    private static long element(Operand operand, int row, int t) {
        long element = operand.base() + (long) row * operand.rowStride() + (long) t * operand.stride();
        return operand.home() == Home.INPUT ? -1 - element : element;
    }

    private void add(long element, long share) {
        memory.put(element, get(element) + share);
    }

    /** Takes an adjoint out of memory: what is added to it afterwards stays there and shows. */
    private long take(long element) {
        long adjoint = get(element);
        memory.put(element, 0L);
        return adjoint;
    }

    /** Before the sweep, a slot's adjoint is anything and an input's is zero. */
    private long get(long element) {
        return memory.computeIfAbsent(element, key -> key < 0 ? 0 : SumCheck.ofNode((int) (long) key));
    }
}
