package dev.gradgap.engine.compiled.plan;

import dev.gradgap.engine.compiled.plan.Operand.Home;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What reverse mode adds to a plan: the values to keep for the reverse sweep, the part of the forward sweep that it
 * needs, and which shares of the inputs' adjoints come first.
 *
 * <p>A gradient needs no function value, so that what only leads to the output, and what the reverse sweep computes again
 * from the inputs, drops out of its forward sweep: often all of it.
 */
public final class ReversePlan {

    private static final int MOST_GAPS = 32;

    /** Inputs whose adjoints no sweep assigns, so that they must be zero before: from, to (exclusive). */
    public record Gap(int from, int to) {}

    private final Plan plan;
    private final List<ReverseNeeds> needs = new ArrayList<>();
    private final List<boolean[]> gradientItems = new ArrayList<>();
    private final List<Optional<Operand>> assigned = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private int valueSlots;

    public ReversePlan(Plan plan) {
        this.plan = plan;
        valueSlots = plan.slots();
        for (Nest nest : plan.nests()) {
            ReverseNeeds own = new ReverseNeeds(nest);
            needs.add(own);
            for (int j = 0; j < nest.size(); j++) {
                boolean loaded = nest.isProduct(j) || (!nest.isTerm(j) && own.isLoaded(j));
                if (loaded && !nest.hasSlot(j)) {
                    nest.setSlot(j, valueSlots);
                    int extra = nest.isProduct(j) ? nest.product().orElseThrow().extraSlots() : 0;
                    valueSlots = Math.addExact(valueSlots, nest.iterations() + extra);
                }
            }
        }
        new Liveness().run();
        assign();
    }

    public ReverseNeeds needs(int nest) {
        return needs.get(nest);
    }

    /** The items that a gradient's forward sweep computes. */
    public boolean[] gradientItems(int nest) {
        return gradientItems.get(nest);
    }

    /** The inputs whose adjoints the nest assigns. */
    public Optional<Operand> assigned(int nest) {
        return assigned.get(nest);
    }

    public List<Gap> gaps() {
        return gaps;
    }

    /** The slots of all values, of which the first {@code plan.slots()} have adjoints. */
    public int valueSlots() {
        return valueSlots;
    }

    /** Finds, from the last nest to the first, the items that the reverse sweep needs. */
    private final class Liveness {

        private final BitSet sums = new BitSet(plan.sums());
        private final NavigableMap<Integer, boolean[]> flags = new TreeMap<>();

        void run() {
            for (Nest nest : plan.nests()) {
                for (int j = 0; j < nest.size(); j++) {
                    if (nest.hasSlot(j)) {
                        flags.put(nest.slot(j).base(), new boolean[1]);
                    }
                    if (nest.isProduct(j)) {
                        flags.put(nest.second[j].base(), new boolean[1]);
                    }
                }
            }
            for (int n = 0; n < plan.nests().size(); n++) {
                readByReverse(plan.nests().get(n), needs.get(n));
            }
            for (int n = plan.nests().size() - 1; n >= 0; n--) {
                gradientItems.add(0, wanted(plan.nests().get(n)));
            }
        }

        private void readByReverse(Nest nest, ReverseNeeds own) {
            for (int j = 0; j < nest.size(); j++) {
                if (nest.isProduct(j)) {
                    need(nest, nest.first[j]);
                    need(nest, nest.product().orElseThrow().start());
                }
                if (nest.isTerm(j)) {
                    continue;
                }
                boolean again = own.isRead(j) && own.isComputedAgain(j);
                if (own.isLoaded(j)) {
                    flags.get(nest.slot(j).base())[0] = true;
                }
                if (own.readsFirst(j) || again) {
                    need(nest, nest.first[j]);
                }
                if (own.readsSecond(j) || again) {
                    need(nest, nest.second[j]);
                }
            }
        }

        /** Marks what a nest reads outside its body; returns whether that is new. */
        private boolean need(Nest nest, Operand operand) {
            if (operand.home() != Home.SLOT) {
                return false;
            }
            int low = operand.lowest(nest.rows, nest.count);
            int high = operand.highest(nest.rows, nest.count);
            if (low < plan.sums()) {
                boolean isNew = sums.nextClearBit(low) <= high;
                sums.set(low, high + 1);
                return isNew;
            }
            boolean isNew = false;
            for (boolean[] flag :
                    flags.subMap(flags.floorKey(low), true, high, true).values()) {
                isNew |= !flag[0];
                flag[0] = true;
            }
            return isNew;
        }

        private boolean[] wanted(Nest nest) {
            boolean[] wanted = new boolean[nest.size()];
            boolean changed = true;
            while (changed) {
                changed = false;
                for (int j = nest.size() - 1; j >= 0; j--) {
                    if (wanted[j] || isRoot(nest, j)) {
                        wanted[j] = true;
                        changed |= want(nest, nest.first[j], wanted);
                        if (!nest.isTerm(j)) {
                            changed |= want(nest, nest.second[j], wanted);
                        }
                    }
                }
            }
            return wanted;
        }

        private boolean isRoot(Nest nest, int j) {
            if (nest.isProduct(j)) {
                return true;
            }
            if (nest.isTerm(j)) {
                Operand sum = nest.second[j];
                int needed = sums.nextSetBit(sum.lowest(nest.rows, nest.count));
                return needed >= 0 && needed <= sum.highest(nest.rows, nest.count);
            }
            return nest.hasSlot(j) && flags.get(nest.slot(j).base())[0];
        }

        private boolean want(Nest nest, Operand operand, boolean[] wanted) {
            if (operand.home() == Home.BODY) {
                boolean isNew = !wanted[operand.base()];
                wanted[operand.base()] = true;
                return isNew;
            }
            return need(nest, operand);
        }
    }

    /** A range of inputs. */
    private record Range(int low, int high) {

        boolean meets(Range other) {
            return low <= other.high && other.low <= high;
        }
    }

    /** Chooses for every nest, in the order of the reverse sweep, the adjoints that are assigned. */
    private void assign() {
        List<Range> touched = new ArrayList<>();
        List<Range> assignedRanges = new ArrayList<>();
        for (int n = plan.nests().size() - 1; n >= 0; n--) {
            Nest nest = plan.nests().get(n);
            List<Operand> inputs = inputs(nest);
            Optional<Operand> first = inputs.stream()
                    .filter(operand -> comesFirst(nest, operand, inputs, touched))
                    .findFirst();
            first.ifPresent(operand -> assignedRanges.add(range(nest, operand)));
            assigned.add(0, first);
            inputs.forEach(operand -> touched.add(range(nest, operand)));
        }
        findGaps(assignedRanges);
        if (gaps.size() > MOST_GAPS) {
            gaps.clear();
            gaps.add(new Gap(0, plan.inputs()));
            assigned.replaceAll(operand -> Optional.empty());
        }
    }

    /** The inputs whose adjoints get a share: none from an item that no output depends on. */
    private List<Operand> inputs(Nest nest) {
        boolean[] hasAdjoint = new boolean[nest.size()];
        for (int j = nest.size() - 1; j >= 0; j--) {
            hasAdjoint[j] |= nest.isTerm(j) || (nest.hasSlot(j) && nest.slot(j).base() < plan.slots());
            if (hasAdjoint[j]) {
                mark(nest.first[j], hasAdjoint);
                mark(nest.second[j], hasAdjoint);
            }
        }
        List<Operand> inputs = new ArrayList<>();
        for (int j = 0; j < nest.size(); j++) {
            for (Operand operand : new Operand[] {nest.first[j], nest.second[j]}) {
                if (hasAdjoint[j] && operand.home() == Home.INPUT && !inputs.contains(operand)) {
                    inputs.add(operand);
                }
            }
        }
        return inputs;
    }

    private static void mark(Operand operand, boolean[] items) {
        if (operand.home() == Home.BODY) {
            items[operand.base()] = true;
        }
    }

    private static Range range(Nest nest, Operand operand) {
        return new Range(operand.lowest(nest.rows, nest.count), operand.highest(nest.rows, nest.count));
    }

    /** Whether no adjoint of these inputs has got a share before it gets this one, iterations running backwards. */
    private boolean comesFirst(Nest nest, Operand operand, List<Operand> inputs, List<Range> touched) {
        Range range = range(nest, operand);
        if (!operand.isContiguous(nest.rows, nest.count) || touched.stream().anyMatch(range::meets)) {
            return false;
        }
        return inputs.stream()
                .allMatch(other -> other.equals(operand)
                        || !range(nest, other).meets(range)
                        || (other.stride() == operand.stride()
                                && other.rowStride() == operand.rowStride()
                                && other.base() > operand.base()));
    }

    private void findGaps(List<Range> ranges) {
        ranges.sort((a, b) -> Integer.compare(a.low, b.low));
        int from = 0;
        for (Range range : ranges) {
            if (range.low > from) {
                gaps.add(new Gap(from, range.low));
            }
            from = range.high + 1;
        }
        if (from < plan.inputs()) {
            gaps.add(new Gap(from, plan.inputs()));
        }
    }
}
