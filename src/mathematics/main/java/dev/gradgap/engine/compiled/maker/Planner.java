package dev.gradgap.engine.compiled.maker;

import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.Repetition;
import dev.gradgap.engine.compiled.proof.PlanCheck;
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
 *
 * <p>A repetition whose operands do not fit that is split: a nest into its rows, a loop before the iteration from which on
 * its operands come from elsewhere.
 */
public final class Planner {

    private static final int MOST_NESTS = 2000;
    private static final int MOST_STRAIGHT = 64; // items, before another order is tried
    private static final int LARGEST_REORDERED = 50_000_000; // items
    private static final int MOST_PEELED = 256; // items of a loop's first iterations that become straight code

    private final Items items;
    private final int longestStraight;
    private final int width;
    private final Deque<Repetition> waiting;
    private final List<Draft> drafts = new ArrayList<>();
    private final Doubles tables = new Doubles();
    private final List<Reference> references = new ArrayList<>();
    private int slots;

    private Planner(Items items, List<Repetition> repetitions, int longestStraight, int width) {
        this.items = items;
        this.longestStraight = longestStraight;
        this.width = width;
        waiting = new ArrayDeque<>(repetitions);
        slots = items.sums;
    }

    /**
     * The plan of a list of items.
     *
     * @param longestStraight the most items in one piece of straight code
     * @param products whether running products may be split over the lanes of a vector
     * @param width the numbers in a vector; 1 if there are none
     * @throws RefusedException if the items are too irregular for loops
     * @throws dev.gradgap.graph.WrongPlanException if the plan is not the graph's, which is an error of this class
     */
    public static Plan plan(Items items, int longestStraight, boolean products, int width) {
        Proposal proposal = proposal(items, longestStraight, products, width);
        PlanCheck.verify(proposal.items, proposal.plan);
        return proposal.plan;
    }

    /** A plan that nobody has checked, and the items in the order that it was made for. */
    public record Proposal(Items items, Plan plan) {}

    /** The plan before it is checked. */
    public static Proposal proposal(Items items, int longestStraight, boolean products, int width) {
        Optional<Plan> traced = planInOrder(items, longestStraight, products, width);
        boolean regular = traced.isPresent() && traced.get().straightItems() <= MOST_STRAIGHT;
        if (!regular && items.count <= LARGEST_REORDERED) {
            Items sorted = LevelOrder.of(items);
            Optional<Plan> byLevels = planInOrder(sorted, longestStraight, products, width);
            boolean better = byLevels.isPresent()
                    && (traced.isEmpty()
                            || 2 * byLevels.get().straightItems() < traced.get().straightItems());
            if (better) {
                return new Proposal(sorted, byLevels.get());
            }
        }
        return new Proposal(
                items,
                traced.orElseThrow(() -> new RefusedException(
                        "the function's graph is too irregular to be compiled: neither in its own order nor by depth are its "
                                + items.graph.operations() + " operations at most " + MOST_NESTS + " loops and "
                                + LoopFinder.MOST_STRAIGHT + " operations outside of loops")));
    }

    private static Optional<Plan> planInOrder(Items items, int longestStraight, boolean products, int width) {
        return LoopFinder.find(items, longestStraight)
                .flatMap(found -> new Planner(items, found, longestStraight, width).plan(products));
    }

    private Optional<Plan> plan(boolean products) {
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
                outputReferences[j] = reference(node - items.firstItem, 0, 0);
                outputReferences[j].owner.demand(outputReferences[j].position);
                references.add(outputReferences[j]);
            } else {
                outputs[j] = simple(node, 0, 0);
            }
        }
        if (products) {
            drafts.forEach(this::findRunningProduct);
        }
        allocate();
        List<Nest> nests = new ArrayList<>();
        for (Draft draft : drafts) {
            nests.add(draft.finish(productStart(draft), width));
        }
        for (int j = 0; j < outputs.length; j++) {
            if (outputReferences[j] != null) {
                outputs[j] = Operand.element(
                        Home.SLOT, outputReferences[j].operand(null).base(), 0, 0);
            }
        }
        return Optional.of(
                new Plan(items.inputs, items.sums, slots, tables.toArray(), List.copyOf(nests), outputs, width));
    }

    // Nests

    /** Drafts a repetition, or puts its parts back in the queue; false if it cannot be done. */
    private boolean draft(Repetition repetition) {
        Draft draft = new Draft(items, repetition);
        int constants = tables.size();
        List<Reference> found = new ArrayList<>();
        for (int j = 0; j < repetition.period(); j++) {
            int k = repetition.start() + j;
            int end = operand(draft, j, false, found);
            if (end == 0 && Items.isBinary(items.codes[k])) {
                end = operand(draft, j, true, found);
            } else if (end == 0) {
                draft.repeatFirst(j);
            }
            if (end != 0) {
                tables.truncate(constants);
                split(repetition, end);
                return true;
            }
        }
        int lead = unreachableLead(draft);
        if (lead > 0) {
            tables.truncate(constants);
            return peel(repetition, lead);
        }
        claimLeads(draft);
        draft.demandAll();
        references.addAll(found);
        drafts.add(draft);
        return true;
    }

    /** Splits a loop before an iteration, a nest into its rows. */
    private void split(Repetition repetition, int iteration) {
        int period = repetition.period();
        int rowLength = period * repetition.count();
        if (repetition.rows() > 1) {
            for (int row = repetition.rows() - 1; row >= 0; row--) {
                waiting.push(new Repetition(repetition.start() + row * rowLength, period, repetition.count(), 1));
            }
        } else {
            int rest = repetition.count() - iteration;
            waiting.push(new Repetition(repetition.start() + iteration * period, period, rest, 1));
            waiting.push(new Repetition(repetition.start(), period, iteration, 1));
        }
    }

    /** Makes the first iterations straight code; a nest is split into its rows. False if that is too much code. */
    private boolean peel(Repetition repetition, int iterations) {
        int peeled = iterations * repetition.period();
        if (repetition.rows() > 1) {
            split(repetition, 1);
            return true;
        }
        if (peeled > MOST_PEELED) {
            return false;
        }
        int from = repetition.start();
        int to = from + peeled;
        if (iterations < repetition.count()) {
            waiting.push(new Repetition(to, repetition.period(), repetition.count() - iterations, 1));
        }
        for (int end = to; end > from; end = from + (end - from - 1) / longestStraight * longestStraight) {
            int start = from + (end - from - 1) / longestStraight * longestStraight;
            waiting.push(Repetition.straight(start, end - start));
        }
        return true;
    }

    /**
     * How many iterations a loop needs results of from before its own first one, if these are not all of straight code
     * and still free to be placed before its own; else 0.
     */
    private int unreachableLead(Draft draft) {
        int most = 0;
        for (int j = 0; j < draft.size(); j++) {
            int lead = draft.lead(j);
            for (int back = 1; back <= lead; back++) {
                Reference before = before(draft, j, back);
                if (!before.owner.repetition.isStraight() || before.owner.isClaimed(before.position)) {
                    most = Math.max(most, lead);
                }
            }
        }
        return most;
    }

    private void claimLeads(Draft draft) {
        for (int j = 0; j < draft.size(); j++) {
            for (int back = draft.lead(j); back > 0; back--) {
                Reference before = before(draft, j, back);
                before.owner.claim(before.position);
            }
        }
    }

    /** What was computed some iterations before a loop's first one. */
    private Reference before(Draft draft, int position, int back) {
        int item = draft.repetition.start() + position - back * draft.repetition.period();
        return reference(item, 0, 0);
    }

    // Operands

    /**
     * Finds where an operand lies.
     *
     * @param found receives the reference to a result, if it is one
     * @return 0 if found, else the iteration to split before
     */
    private int operand(Draft draft, int position, boolean isSecond, List<Reference> found) {
        Repetition repetition = draft.repetition;
        int[] nodes = isSecond ? items.second : items.first;
        int k = repetition.start() + position;
        int node = nodes[k];
        int stride = repetition.count() > 1 ? nodes[k + repetition.period()] - node : 0;
        int rowLength = repetition.period() * repetition.count();
        int rowStride = repetition.rows() > 1 ? nodes[k + rowLength] - node : 0;
        if (items.isConstant(node)) {
            draft.place(position, isSecond, constants(repetition, nodes, k));
            return 0;
        }
        if (!items.isItem(node)) {
            draft.place(position, isSecond, simple(node, rowStride, stride));
            return 0;
        }
        int item = node - items.firstItem;
        int highest = item
                + Math.max(0, stride * (repetition.count() - 1))
                + Math.max(0, rowStride * (repetition.rows() - 1));
        if (highest < repetition.start()) {
            return foreign(draft, position, isSecond, item, rowStride, stride, found);
        }
        boolean moves = (repetition.count() == 1 || stride == repetition.period())
                && (repetition.rows() == 1 || rowStride == rowLength);
        if (!moves) {
            return 1; // one and the same result of an earlier iteration for several: no place moves like that
        }
        if (item >= repetition.start()) {
            draft.place(position, isSecond, Operand.body(item - repetition.start()));
            return 0;
        }
        int before = item - repetition.start();
        Reference own = new Reference(
                draft,
                Math.floorMod(before, repetition.period()),
                Math.floorDiv(before, repetition.period()),
                repetition.count(),
                1);
        draft.refer(position, isSecond, own);
        found.add(own);
        return 0;
    }

    private int foreign(
            Draft draft, int position, boolean isSecond, int item, int rowStride, int stride, List<Reference> found) {
        Repetition repetition = draft.repetition;
        Draft owner = owner(item);
        int period = owner.repetition.period();
        int lastInRow = stride * (repetition.count() - 1);
        int lastRow = rowStride * (repetition.rows() - 1);
        if (stride % period == 0
                && rowStride % period == 0
                && owner.holds(item + lastInRow)
                && owner.holds(item + lastRow)
                && owner.holds(item + lastInRow + lastRow)) {
            Reference reference = reference(item, rowStride / period, stride / period);
            draft.refer(position, isSecond, reference);
            found.add(reference);
            return 0;
        }
        int iteration = 1;
        if (repetition.rows() == 1 && stride % period == 0) {
            while (owner.holds(item + iteration * stride)) {
                iteration++;
            }
        }
        return iteration;
    }

    /** An item as a result of the nest that computes it. */
    private Reference reference(int item, int rowStride, int stride) {
        Draft owner = owner(item);
        int within = item - owner.repetition.start();
        int period = owner.repetition.period();
        return new Reference(owner, within % period, within / period, rowStride, stride);
    }

    private Draft owner(int item) {
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
        return drafts.get(low);
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
        int rowLength = period * repetition.count();
        boolean same = true;
        boolean sameInRow = true;
        for (int row = 0; row < repetition.rows() && sameInRow; row++) {
            int start = k + row * rowLength;
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
            int start = k + row * rowLength;
            for (int t = 0; t < (sameInRow ? 1 : repetition.count()); t++) {
                tables.add(items.constant(nodes[start + t * period]));
            }
        }
        return sameInRow
                ? Operand.element(Home.TABLE, base, 1, 0)
                : Operand.element(Home.TABLE, base, repetition.count(), 1);
    }

    // Running products

    /**
     * Looks for a loop's product over its iterations of which only the last value is used, and makes it a term: the
     * iterations are then independent of one another.
     */
    private void findRunningProduct(Draft draft) {
        int position = draft.runningProduct();
        if (position < 0) {
            return;
        }
        int last = draft.repetition.count() - 1;
        boolean onlyLast = references.stream()
                .filter(reference -> reference.owner == draft && reference.position == position)
                .allMatch(reference -> draft.isOwnReference(reference, position)
                        || (reference.iteration == last && reference.stride == 0 && reference.rowStride == 0));
        if (onlyLast && !draft.isClaimed(position)) {
            draft.setProduct(position);
        }
    }

    private Optional<Operand> productStart(Draft draft) {
        return draft.product() < 0
                ? Optional.empty()
                : Optional.of(before(draft, draft.product(), 1).operand(draft));
    }

    // Slots

    /** Gives every demanded item its slots. */
    private void allocate() {
        for (Draft draft : drafts) {
            for (int j = 0; j < draft.size(); j++) {
                if (draft.product() == j) {
                    // A slot for the last value alone, as if it were the last of many.
                    draft.setSlot(j, slots - (draft.repetition.iterations() - 1));
                    slots++;
                } else if (draft.lead(j) > 0) {
                    allocateWithLead(draft, j);
                }
            }
        }
        for (Draft draft : drafts) {
            for (int j = 0; j < draft.size(); j++) {
                if (draft.isDemanded(j) && draft.slot(j) == Nest.NO_SLOT && draft.product() != j) {
                    draft.setSlot(j, slots);
                    slots = Math.addExact(slots, draft.repetition.iterations());
                }
            }
        }
    }

    private void allocateWithLead(Draft draft, int position) {
        int lead = draft.lead(position);
        int base = slots + lead;
        for (int back = 1; back <= lead; back++) {
            Reference before = before(draft, position, back);
            before.owner.setSlot(before.position, base - back);
        }
        draft.setSlot(position, base);
        slots = Math.addExact(base, draft.repetition.iterations());
    }
}
