package dev.gradgap.engine.compiled;

import dev.gradgap.engine.compiled.Operand.Home;
import dev.gradgap.graph.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Decides where everything lives: turns repetitions into nests whose operands are elements of the point, of slots and of
 * tables of constants.
 *
 * <p>Sums have the first slots, in the order of their first terms; a value that is read outside its iteration has
 * successive slots, so that a loop that follows its producer's iterations walks through memory in order. A loop that
 * reads the results of its own earlier iterations finds those from before its first iteration in the slots before.
 */
final class Planner {

    private static final int MOST_NESTS = 2000;
    private static final int MOST_STRAIGHT = 64; // items, before another order is tried
    private static final int LARGEST_REORDERED = 50_000_000; // items

    private final Items items;
    private final Deque<Repetition> waiting;
    private final List<Draft> drafts = new ArrayList<>();
    private final Doubles tables = new Doubles();
    private final List<Reference> references = new ArrayList<>();
    private final boolean products;
    private int slots;

    private Planner(Items items, List<Repetition> repetitions, boolean products) {
        this.items = items;
        this.products = products;
        waiting = new ArrayDeque<>(repetitions);
        slots = items.sums;
    }

    /**
     * The plan of a list of items; empty if it is too irregular for loops.
     *
     * @param longestStraight the most items in one piece of straight code
     * @param products whether running products may be split over the lanes of a vector
     */
    static Optional<Plan> plan(Items items, int longestStraight, boolean products) {
        Optional<Plan> traced = planInOrder(items, longestStraight, products);
        boolean regular = traced.isPresent() && traced.get().straightItems() <= MOST_STRAIGHT;
        if (regular || items.count > LARGEST_REORDERED) {
            return traced;
        }
        Optional<Plan> byLevels = planInOrder(LevelOrder.of(items), longestStraight, products);
        boolean better = byLevels.isPresent()
                && (traced.isEmpty()
                        || 2 * byLevels.get().straightItems() < traced.get().straightItems());
        return better ? byLevels : traced;
    }

    private static Optional<Plan> planInOrder(Items items, int longestStraight, boolean products) {
        return LoopFinder.find(items, longestStraight).flatMap(found -> new Planner(items, found, products).plan());
    }

    private Optional<Plan> plan() {
        while (!waiting.isEmpty()) {
            if (drafts.size() + waiting.size() > MOST_NESTS || !draft(waiting.pop())) {
                return Optional.empty();
            }
        }
        Operand[] outputs = new Operand[items.outputs.length];
        Reference[] outputReferences = new Reference[outputs.length];
        for (int j = 0; j < outputs.length; j++) {
            int node = items.outputs[j];
            if (items.isItem(node)) {
                outputReferences[j] = reference(node - items.firstItem);
                outputReferences[j].demand();
            } else {
                outputs[j] = simple(node, 0, 0);
            }
        }
        if (products) {
            drafts.forEach(this::findRunningProduct);
        }
        if (!allocate()) {
            return Optional.empty();
        }
        List<Nest> nests = new ArrayList<>();
        for (Draft draft : drafts) {
            nests.add(draft.finish());
        }
        for (int j = 0; j < outputs.length; j++) {
            if (outputReferences[j] != null) {
                outputs[j] = outputReferences[j].operand();
            }
        }
        return Optional.of(new Plan(items.inputs, items.sums, slots, tables.toArray(), List.copyOf(nests), outputs));
    }

    /** An item of another iteration or nest, as it moves with the iterations of its reader. */
    private final class Reference {
        final Draft owner;
        final int position;
        final int iteration; // may be negative: before the owner's first
        int rowStride; // in iterations of the owner
        int stride;

        Reference(Draft owner, int position, int iteration) {
            this.owner = owner;
            this.position = position;
            this.iteration = iteration;
        }

        void demand() {
            references.add(this);
            owner.demanded[position] = true;
            if (iteration < 0) {
                owner.lead[position] = Math.max(owner.lead[position], -iteration);
            }
        }

        Operand operand() {
            return Operand.element(Home.SLOT, owner.slots[position] + iteration, rowStride, stride);
        }
    }

    /** A nest in the making. */
    private final class Draft {
        final Repetition repetition;
        final Operand[] first;
        final Operand[] second;
        final Reference[] firstReference;
        final Reference[] secondReference;
        final boolean[] demanded;
        final int[] lead;
        final int[] slots;
        boolean parallel = true;
        int product = -1; // the position of a running product

        Draft(Repetition repetition) {
            this.repetition = repetition;
            int period = repetition.period();
            first = new Operand[period];
            second = new Operand[period];
            firstReference = new Reference[period];
            secondReference = new Reference[period];
            demanded = new boolean[period];
            lead = new int[period];
            slots = Nest.noSlots(period);
        }

        Nest finish() {
            int period = repetition.period();
            byte[] codes = new byte[period];
            System.arraycopy(items.codes, repetition.start(), codes, 0, period);
            for (int j = 0; j < period; j++) {
                if (firstReference[j] != null) {
                    first[j] = firstReference[j].operand();
                }
                if (secondReference[j] != null) {
                    second[j] = secondReference[j].operand();
                }
            }
            Optional<Operand> productStart = Optional.empty();
            if (product >= 0) {
                Reference own = firstReference[product] != null && firstReference[product].owner == this
                        ? firstReference[product]
                        : secondReference[product];
                productStart = Optional.of(Operand.element(Home.SLOT, productStartSlot(this), 0, 0));
                first[product] = own == firstReference[product] ? second[product] : first[product];
                second[product] = Operand.element(Home.SLOT, slots[product] + repetition.iterations() - 1, 0, 0);
                codes[product] = Items.PRODUCT_TERM;
            }
            int[] kept = slots.clone();
            if (product >= 0) {
                kept[product] = Nest.NO_SLOT; // the reverse sweep decides what to keep
            }
            return new Nest(repetition, codes, first, second, parallel, productStart, kept);
        }
    }

    /** Drafts a repetition, or puts its parts back in the queue; false if it cannot be done. */
    private boolean draft(Repetition repetition) {
        int reader = readerOfOwnSum(repetition);
        if (reader >= 0) {
            return splitBeforeReader(repetition, reader);
        }
        Draft draft = new Draft(repetition);
        for (int j = 0; j < repetition.period(); j++) {
            int k = repetition.start() + j;
            int end = operand(draft, items.first, j, draft.first, draft.firstReference);
            if (end == 0 && Items.isBinary(items.codes[k])) {
                end = operand(draft, items.second, j, draft.second, draft.secondReference);
            } else if (end == 0) {
                draft.second[j] = draft.first[j];
                draft.secondReference[j] = draft.firstReference[j];
            }
            if (end != 0) {
                return end > 0 && split(repetition, end);
            }
        }
        for (int j = 0; j < repetition.period(); j++) {
            demand(draft.firstReference[j]);
            demand(draft.secondReference[j]);
        }
        drafts.add(draft);
        return true;
    }

    /** The first item of the body that reads a sum to which the repetition itself adds, -1 if there is none. */
    private int readerOfOwnSum(Repetition repetition) {
        int lowest = Integer.MAX_VALUE;
        int highest = -1;
        for (int j = 0; j < repetition.period(); j++) {
            int k = repetition.start() + j;
            if (lowest <= highest
                    && (reads(items.first, k, repetition, lowest, highest)
                            || (!Items.isTerm(items.codes[k])
                                    && reads(items.second, k, repetition, lowest, highest)))) {
                return j;
            }
            if (Items.isTerm(items.codes[k])) {
                int first = items.second[k];
                int last = items.second[k + (repetition.iterations() - 1) * repetition.period()];
                lowest = Math.min(lowest, Math.min(first, last));
                highest = Math.max(highest, Math.max(first, last));
            }
        }
        return -1;
    }

    private static boolean reads(int[] nodes, int k, Repetition repetition, int lowest, int highest) {
        int first = nodes[k];
        int last = nodes[k + (repetition.iterations() - 1) * repetition.period()];
        return Math.max(first, last) >= lowest && Math.min(first, last) <= highest;
    }

    private boolean splitBeforeReader(Repetition repetition, int position) {
        if (!repetition.isStraight()) {
            return repetition.rows() > 1 && split(repetition, 1);
        }
        waiting.push(Repetition.straight(repetition.start() + position, repetition.period() - position));
        waiting.push(Repetition.straight(repetition.start(), position));
        return true;
    }

    private static void demand(Reference reference) {
        if (reference != null) {
            reference.demand();
        }
    }

    /** Splits a loop before an iteration, a nest into its rows. */
    private boolean split(Repetition repetition, int iteration) {
        int period = repetition.period();
        int width = period * repetition.count();
        if (repetition.rows() > 1) {
            for (int row = repetition.rows() - 1; row >= 0; row--) {
                waiting.push(new Repetition(repetition.start() + row * width, period, repetition.count(), 1));
            }
            return true;
        }
        waiting.push(
                new Repetition(repetition.start() + iteration * period, period, repetition.count() - iteration, 1));
        waiting.push(new Repetition(repetition.start(), period, iteration, 1));
        return true;
    }

    /**
     * Finds where an operand lies.
     *
     * @return 0 if found, the iteration to split before if its producers differ from there on, -1 if there is no way
     */
    private int operand(Draft draft, int[] nodes, int position, Operand[] operands, Reference[] references) {
        Repetition repetition = draft.repetition;
        int k = repetition.start() + position;
        int node = nodes[k];
        int stride = repetition.count() > 1 ? nodes[k + repetition.period()] - node : 0;
        int width = repetition.period() * repetition.count();
        int rowStride = repetition.rows() > 1 ? nodes[k + width] - node : 0;
        if (items.isConstant(node)) {
            operands[position] = constants(repetition, nodes, k);
            return 0;
        }
        if (!items.isItem(node)) {
            operands[position] = simple(node, rowStride, stride);
            return 0;
        }
        int item = node - items.firstItem;
        boolean moves = (repetition.count() == 1 || stride == repetition.period())
                && (repetition.rows() == 1 || rowStride == width);
        if (moves && item >= repetition.start()) {
            operands[position] = Operand.body(item - repetition.start());
            return 0;
        }
        int last = item + stride * (repetition.count() - 1) + rowStride * (repetition.rows() - 1);
        if (Math.max(item, last) >= repetition.start()) {
            if (!moves) {
                return repetition.rows() > 1 ? 1 : -1;
            }
            int before = item - repetition.start();
            Reference own = new Reference(
                    draft, Math.floorMod(before, repetition.period()), Math.floorDiv(before, repetition.period()));
            own.stride = 1;
            own.rowStride = repetition.count();
            draft.parallel = false;
            references[position] = own;
            return 0;
        }
        return foreign(repetition, item, rowStride, stride, references, position);
    }

    private int foreign(
            Repetition repetition, int item, int rowStride, int stride, Reference[] references, int position) {
        Reference reference = reference(item);
        int period = reference.owner.repetition.period();
        int lastInRow = item + stride * (repetition.count() - 1);
        int lastRow = rowStride * (repetition.rows() - 1);
        if (stride % period == 0
                && rowStride % period == 0
                && holds(reference.owner, lastInRow)
                && holds(reference.owner, item + lastRow)
                && holds(reference.owner, lastInRow + lastRow)) {
            reference.stride = stride / period;
            reference.rowStride = rowStride / period;
            references[position] = reference;
            return 0;
        }
        if (repetition.rows() > 1) {
            return 1;
        }
        int iteration = 1;
        if (stride % period == 0) {
            while (holds(reference.owner, item + iteration * stride)) {
                iteration++;
            }
        }
        return iteration;
    }

    private static boolean holds(Draft draft, int item) {
        return item >= draft.repetition.start() && item < draft.repetition.end();
    }

    /** The item as a result of the nest that computes it. */
    private Reference reference(int item) {
        int low = 0;
        int high = drafts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (drafts.get(middle).repetition.start() <= item) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Draft owner = drafts.get(low);
        int within = item - owner.repetition.start();
        int period = owner.repetition.period();
        return new Reference(owner, within % period, within / period);
    }

    private Operand simple(int node, int rowStride, int stride) {
        if (items.isConstant(node)) {
            return Operand.literal(items.constant(node));
        }
        return items.isInput(node)
                ? Operand.element(Home.INPUT, node, rowStride, stride)
                : Operand.element(Home.SLOT, node - items.firstSum, rowStride, stride);
    }

    /** A literal if all iterations use the same constant, otherwise a table by row or by iteration. */
    private Operand constants(Repetition repetition, int[] nodes, int k) {
        int period = repetition.period();
        int width = period * repetition.count();
        boolean same = true;
        boolean sameInRow = true;
        for (int row = 0; row < repetition.rows() && sameInRow; row++) {
            int start = k + row * width;
            same &= nodes[start] == nodes[k];
            for (int t = 1; t < repetition.count() && sameInRow; t++) {
                sameInRow = nodes[start + t * period] == nodes[start];
            }
        }
        if (same && sameInRow) {
            return Operand.literal(items.constant(nodes[k]));
        }
        int base = tables.size();
        for (int row = 0; row < repetition.rows(); row++) {
            int start = k + row * width;
            for (int t = 0; t < (sameInRow ? 1 : repetition.count()); t++) {
                tables.add(items.constant(nodes[start + t * period]));
            }
        }
        return sameInRow
                ? Operand.element(Home.TABLE, base, 1, 0)
                : Operand.element(Home.TABLE, base, repetition.count(), 1);
    }

    /**
     * Looks for a loop's product over its iterations of which only the last value is used, and makes it a term: the
     * iterations are then independent of one another.
     */
    private void findRunningProduct(Draft draft) {
        if (draft.parallel || draft.repetition.rows() > 1) {
            return;
        }
        int found = -1;
        for (int j = 0; j < draft.first.length; j++) {
            boolean firstOwn = isOwn(draft, draft.firstReference[j]);
            boolean secondOwn = isOwn(draft, draft.secondReference[j]);
            if (!firstOwn && !secondOwn) {
                continue;
            }
            Reference own = firstOwn ? draft.firstReference[j] : draft.secondReference[j];
            boolean running = items.codes[draft.repetition.start() + j] == Operation.MULTIPLY.code()
                    && firstOwn != secondOwn
                    && own.position == j
                    && own.iteration == -1;
            if (!running || found >= 0) {
                return;
            }
            found = j;
        }
        if (found < 0) {
            return;
        }
        int position = found;
        int last = draft.repetition.count() - 1;
        boolean onlyLast = references.stream()
                .filter(reference -> reference.owner == draft && reference.position == position)
                .allMatch(reference -> isOwnIn(draft, position, reference)
                        || (reference.iteration == last && reference.stride == 0 && reference.rowStride == 0));
        if (onlyLast && !isReadInBody(draft, position) && productStartItem(draft, position) >= 0) {
            draft.product = position;
            draft.parallel = true;
        }
    }

    private static boolean isOwn(Draft draft, Reference reference) {
        return reference != null && reference.owner == draft;
    }

    private static boolean isOwnIn(Draft draft, int position, Reference reference) {
        return reference == draft.firstReference[position] || reference == draft.secondReference[position];
    }

    private static boolean isReadInBody(Draft draft, int position) {
        for (int j = 0; j < draft.first.length; j++) {
            for (Operand operand : new Operand[] {draft.first[j], draft.second[j]}) {
                if (operand != null && operand.home() == Home.BODY && operand.base() == position) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The item that a running product starts from, -1 if it is not part of straight code. */
    private int productStartItem(Draft draft, int position) {
        int item = draft.repetition.start() + position - draft.repetition.period();
        return item >= 0 && reference(item).owner.repetition.isStraight() ? item : -1;
    }

    private int productStartSlot(Draft draft) {
        return reference(productStartItem(draft, draft.product)).operand().base();
    }

    /** Gives every demanded item its slots; false if two loops both want the item before their first. */
    private boolean allocate() {
        for (Draft draft : drafts) {
            for (int j = 0; j < draft.lead.length; j++) {
                if (draft.product == j) {
                    allocateProduct(draft);
                } else if (draft.lead[j] > 0 && !allocateWithLead(draft, j)) {
                    return false;
                }
            }
        }
        for (Draft draft : drafts) {
            for (int j = 0; j < draft.slots.length; j++) {
                if (draft.demanded[j] && draft.slots[j] == -1 && draft.product != j) {
                    draft.slots[j] = slots;
                    slots = Math.addExact(slots, draft.repetition.iterations());
                }
            }
        }
        return true;
    }

    /** A slot for the last value alone, as if it were the last of many. */
    private void allocateProduct(Draft draft) {
        reference(productStartItem(draft, draft.product)).demand();
        draft.slots[draft.product] = slots - (draft.repetition.iterations() - 1);
        slots++;
    }

    private boolean allocateWithLead(Draft draft, int position) {
        int lead = draft.lead[position];
        int base = slots + lead;
        for (int back = 1; back <= lead; back++) {
            int item = draft.repetition.start() + position - back * draft.repetition.period();
            if (item < 0) {
                return false;
            }
            Reference before = reference(item);
            if (!before.owner.repetition.isStraight() || before.owner.slots[before.position] != -1) {
                return false;
            }
            before.owner.slots[before.position] = base - back;
            before.owner.demanded[before.position] = true;
        }
        draft.slots[position] = base;
        slots = Math.addExact(base, draft.repetition.iterations());
        return true;
    }
}
