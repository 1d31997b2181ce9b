package dev.gradgap.engine.compiled.proof;

import dev.gradgap.engine.compiled.plan.Access;
import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The reverse sweep over the first iterations of a nest on 64-bit integers: every partial is a random odd number, so that
 * an edge left out, taken twice, or taken before its adjoint was complete changes the result.
 *
 * <p>What the sweep does with each operand is asked of a function, so that the plan's way can be compared with the plain
 * one, where each share is added to memory at once, one iteration after the other.
 *
 * <p>The elements that the nest may touch are numbered once, for all sweeps, so that a sweep works on arrays.
 */
final class AdjointSimulation {

    private static final int NONE = -1;

    private final Nest nest;
    private final int rows;
    private final int count;
    private final List<Operand> targets = new ArrayList<>(); // places in memory, in the order of the sweep
    private final int[] first; // the target of each item's first operand; NONE if it is none
    private final int[] second;
    private final int[] own; // the target of each item's own adjoint
    private final int[][] numbers; // of the elements of each target, by row and iteration
    private final NumberedElements elements;
    private final long[] before; // the sweep: a slot's adjoint is anything, an input's is zero
    private final int[] byPlace; // the targets in the order in which an iteration's end adds to them

    // The present sweep.
    private Access[] accesses = {};
    private int assigned;
    private long[] memory = {};
    private long[] rowShares = {}; // by target
    private long[] rowSums = {}; // by target
    private long[] arriving = {}; // by item
    private long[] leaving = {}; // by item
    private long[][] itemAdjoints = {}; // by lane and item
    private long[][] pending = {}; // by lane and target

    /**
     * Simulations of a nest's first rows and iterations.
     *
     * @param adjointSlots the number of slots with adjoints, which are the first
     */
    AdjointSimulation(Nest nest, int rows, int count, int adjointSlots) {
        this.nest = nest;
        this.rows = rows;
        this.count = count;
        first = new int[nest.size()];
        second = new int[nest.size()];
        own = new int[nest.size()];
        for (int j = nest.size() - 1; j >= 0; j--) {
            first[j] = target(nest.first[j]);
            second[j] = target(nest.second[j]);
        }
        for (int j = 0; j < nest.size(); j++) {
            boolean hasAdjoint = nest.hasSlot(j) && nest.slot(j).base() < adjointSlots;
            own[j] = hasAdjoint ? target(nest.slot(j)) : NONE;
        }
        elements = new NumberedElements(targets.size() * rows * count);
        numbers = new int[targets.size()][rows * count];
        for (int target = 0; target < numbers.length; target++) {
            for (int row = 0; row < rows; row++) {
                for (int t = 0; t < count; t++) {
                    numbers[target][row * count + t] = elements.number(element(targets.get(target), row, t));
                }
            }
        }
        before = new long[elements.size()];
        for (int i = 0; i < before.length; i++) {
            before[i] = element(i) < 0 ? 0 : SumCheck.ofNode((int) element(i));
        }
        byPlace = byPlace();
    }

    /** The number of a target, known or new. */
    private int target(Operand operand) {
        if (operand.isConstant() || operand.home() == Home.BODY) {
            return NONE;
        }
        int known = targets.indexOf(operand); // bodies are short
        if (known >= 0) {
            return known;
        }
        targets.add(operand);
        return targets.size() - 1;
    }

    /** Inputs before slots, each from the lowest on. */
    private int[] byPlace() {
        long[] keys = new long[targets.size()];
        for (int target = 0; target < keys.length; target++) {
            Operand operand = targets.get(target);
            long base = operand.base() - (long) Integer.MIN_VALUE; // a base before a loop's own results may be negative
            long place = operand.home() == Home.INPUT ? base : base + (1L << 32);
            keys[target] = (place << 16) + target;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        Arrays.setAll(order, i -> (int) keys[i] & 0xFFFF);
        return order;
    }

    /** A number for each element of the slots' adjoints, from 0, and of the inputs', from -1 downwards. */
    private static long element(Operand operand, int row, int t) {
        long element = operand.base() + (long) row * operand.rowStride() + (long) t * operand.stride();
        return operand.home() == Home.INPUT ? -1 - element : element;
    }

    /** The element that adjoint i of a sweep belongs to: a slot, or -1 minus an input. */
    long element(int i) {
        return elements.element(i);
    }

    /**
     * Sweeps from the last iteration to the first.
     *
     * @param lanes how many iterations are done side by side
     * @param access what is done with each operand
     * @param assignedInputs the inputs whose adjoints are assigned instead of added to
     * @return the adjoints of all elements
     */
    long[] run(int lanes, Function<Operand, Access> access, Optional<Operand> assignedInputs) {
        accesses = new Access[targets.size()];
        Arrays.setAll(accesses, target -> access.apply(targets.get(target)));
        assigned = assignedInputs.map(targets::indexOf).orElse(NONE);
        memory = before.clone();
        rowShares = new long[accesses.length];
        rowSums = new long[accesses.length];
        arriving = new long[nest.size()];
        leaving = new long[nest.size()];
        itemAdjoints = new long[lanes][nest.size()];
        pending = new long[lanes][accesses.length];
        for (int row = rows - 1; row >= 0; row--) {
            row(row, lanes);
        }
        return memory;
    }

    private void row(int row, int lanes) {
        for (int target = 0; target < accesses.length; target++) {
            rowShares[target] = 0;
            rowSums[target] = memory[numbers[target][row * count]];
        }
        int inVectors = lanes > 1 ? count - count % lanes : 0;
        for (int t = count - 1; t >= inVectors; t--) {
            block(row * count + t, 1);
        }
        for (int t = inVectors - lanes; t >= 0 && lanes > 1; t -= lanes) {
            block(row * count + t, lanes);
        }
        for (int target = 0; target < accesses.length; target++) {
            if (accesses[target] == Access.CARRIED) {
                int item = targets.get(target).producer();
                memory[numbers[target][row * count]] += leaving[item];
                leaving[item] = 0;
            }
        }
        for (int target = 0; target < accesses.length; target++) {
            if (accesses[target] == Access.ROW) {
                store(target, row * count, rowShares[target]);
            }
        }
    }

    /** Some iterations side by side, item by item, from one on, counted through all rows. */
    private void block(int from, int iterations) {
        long[] left = arriving;
        arriving = leaving;
        leaving = left;
        Arrays.fill(leaving, 0);
        for (int lane = 0; lane < iterations; lane++) {
            Arrays.fill(itemAdjoints[lane], 0);
            Arrays.fill(pending[lane], 0);
        }
        long[] adjoints = new long[iterations];
        for (int j = nest.size() - 1; j >= 0; j--) {
            for (int lane = 0; lane < iterations; lane++) {
                adjoints[lane] = adjoint(j, from + lane, lane);
            }
            for (int lane = 0; lane < iterations; lane++) {
                shares(j, from + lane, lane, adjoints[lane]);
            }
        }
        for (int target : byPlace) {
            for (int lane = 0; lane < iterations && accesses[target] == Access.ITERATION; lane++) {
                store(target, from + lane, pending[lane][target]);
            }
        }
    }

    private long adjoint(int j, int iteration, int lane) {
        if (nest.isTerm(j)) {
            boolean isOfRow = !nest.isProduct(j) && accesses[second[j]] == Access.ROW;
            return isOfRow ? rowSums[second[j]] : memory[numbers[second[j]][iteration]];
        }
        long adjoint = itemAdjoints[lane][j] + arriving[j];
        if (own[j] != NONE) { // taken out of memory: what is added to it afterwards stays there and shows
            int number = numbers[own[j]][iteration];
            adjoint += memory[number];
            memory[number] = 0;
        }
        return adjoint;
    }

    private void shares(int j, int iteration, int lane, long adjoint) {
        share(nest.first[j], first[j], iteration, lane, adjoint * partial(j, iteration, 0));
        if (!nest.isTerm(j) && Items.isBinary(nest.codes[j])) {
            share(nest.second[j], second[j], iteration, lane, adjoint * partial(j, iteration, 1));
        }
    }

    private long partial(int j, int iteration, int operand) {
        return SumCheck.ofNode((iteration * nest.size() + j) * 2 + operand) | 1;
    }

    private void share(Operand operand, int target, int iteration, int lane, long share) {
        if (target == NONE) {
            if (operand.home() == Home.BODY) {
                itemAdjoints[lane][operand.base()] += share;
            }
            return;
        }
        switch (accesses[target]) {
            case CARRIED -> leaving[operand.producer()] += share;
            case ROW -> rowShares[target] += share;
            case ITERATION -> pending[lane][target] += share;
            default -> memory[numbers[target][iteration]] += share;
        }
    }

    private void store(int target, int iteration, long share) {
        int number = numbers[target][iteration];
        memory[number] = target == assigned ? share : memory[number] + share;
    }
}
