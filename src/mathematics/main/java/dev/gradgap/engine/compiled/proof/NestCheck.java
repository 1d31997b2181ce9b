package dev.gradgap.engine.compiled.proof;

import dev.gradgap.engine.compiled.plan.Access;
import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.RunningProduct;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.WrongPlanException;

/**
 * Unrolls one nest on node numbers, see {@link PlanCheck}. The iterations are taken in blocks; where a block's operations
 * follow one another in the graph at a constant distance, as those of a traced loop do, an operand takes one comparison an
 * iteration, otherwise each is looked up.
 */
final class NestCheck {

    /** The content of a slot that has not been written. */
    static final int NOTHING = -1;

    private static final int BLOCK = 256; // iterations whose items stay in the cache while all positions are looked at
    private static final int IRREGULAR = Integer.MIN_VALUE;

    private final Items items;
    private final Graph graph;
    private final Plan plan;
    private final int number;
    private final Nest nest;
    private final SumCheck sums;
    private final int[] slotNodes;
    private final int[] origins;
    private final int period;
    private final int base; // the node of operation 0
    private final int mostLanes;
    private final boolean readsOwnSums;

    // The present block: its first iteration and how many, and for each position the first operation and its step.
    private int row;
    private int from;
    private int iterations;
    private final int[] starts;
    private final int[] steps;

    /**
     * The check of one nest.
     *
     * @param slotNodes the node in each slot that has been written; receives those of the nest's own results
     */
    NestCheck(Items items, Plan plan, int number, SumCheck sums, int[] slotNodes) {
        this.items = items;
        this.plan = plan;
        this.number = number;
        this.sums = sums;
        this.slotNodes = slotNodes;
        graph = items.graph;
        nest = plan.nests().get(number);
        origins = items.origins;
        period = nest.size();
        mostLanes = nest.mostLanes();
        base = graph.firstOperationNode();
        starts = new int[period];
        steps = new int[period];
        boolean own = false;
        for (int j = 0; j < period; j++) {
            own |= nest.first[j].producer() == Operand.OWN_SUM || nest.second[j].producer() == Operand.OWN_SUM;
        }
        readsOwnSums = own;
    }

    void run() {
        for (int j = 0; j < period; j++) {
            place(j, nest.first[j]);
            place(j, nest.second[j]);
            inTime(j, nest.first[j]);
            inTime(j, nest.second[j]);
            require(!nest.hasSlot(j) || isResults(nest.slot(j)), j, "has no slots for its results");
            require(!nest.isTerm(j) || nest.second[j].home() == Home.SLOT, j, "is a term of nothing");
            require(!nest.isProduct(j) || nest.second[j].isFixed(), j, "leaves its product at several places");
        }
        for (row = 0; row < nest.rows; row++) {
            for (from = 0; from < nest.count; from += BLOCK) {
                iterations = Math.min(nest.count - from, BLOCK);
                block();
            }
        }
        for (int j = 0; j < period; j++) {
            if (isTermOfSum(j)) {
                requireCompleteBefore(j);
            }
        }
        for (int j = 0; j < period && !readsOwnSums; j++) {
            if (isTermOfSum(j)) {
                terms(j);
            }
        }
        if (readsOwnSums) {
            sumsInOrder();
        }
    }

    private boolean isResults(Operand slots) {
        return slots.base() >= items.sums && slots.base() + nest.iterations() <= slotNodes.length;
    }

    /** An own result is that of the item and the distance that the plan names; nothing else is among the own results. */
    private void place(int j, Operand operand) {
        if (operand.isOwn() && operand.producer() != Operand.OWN_SUM) {
            Operand results = nest.slot(operand.producer());
            boolean right = nest.hasSlot(operand.producer())
                    && operand.distance() > 0
                    && operand.base() == results.base() - operand.distance()
                    && (nest.count == 1 || operand.stride() == results.stride())
                    && (nest.rows == 1 || operand.rowStride() == results.rowStride());
            require(right, j, "is not where its producer's earlier results are");
        } else if (operand.home() == Home.SLOT && !operand.isOwn()) {
            int low = operand.lowest(nest.rows, nest.count);
            int high = operand.highest(nest.rows, nest.count);
            for (int i = 0; i < period; i++) {
                int slot = nest.slot(i).base();
                boolean meets = nest.hasSlot(i) && low < slot + nest.iterations() && high >= slot;
                require(!meets, j, "uses results of other iterations, and is not marked so");
            }
        }
    }

    /**
     * The code loads an operand neither before, nor side by side with, the iteration that computes it. What no iteration
     * computes may be loaded at any time, but once for a row only if the row has one element.
     */
    private void inTime(int j, Operand operand) {
        Access access = nest.access(operand);
        if (operand.isOwn()) {
            boolean isSum = operand.producer() == Operand.OWN_SUM;
            boolean isHandedOn = !isSum && operand.distance() == 1 && nest.rows == 1;
            require(
                    access == Access.AT_ONCE || (access == Access.CARRIED && isHandedOn),
                    j,
                    "is loaded before it is computed");
            require(mostLanes <= (isSum ? 1 : operand.distance()), j, "runs side by side with what it needs");
        } else {
            boolean isOneElement = operand.isFixed() || nest.count == 1;
            require(access != Access.CARRIED, j, "is handed on by nobody");
            require(access != Access.ROW || isOneElement, j, "is loaded once for different elements");
        }
    }

    private void block() {
        for (int j = 0; j < period; j++) {
            if (!isTermOfSum(j)) {
                operation(j);
            }
        }
        for (int j = 0; j < period; j++) {
            if (nest.hasSlot(j) && !nest.isTerm(j)) {
                results(j);
            }
        }
        for (int j = 0; j < period; j++) {
            if (nest.isProduct(j)) {
                product(j);
            } else if (!nest.isTerm(j)) {
                operand(j, nest.first[j], false);
                if (Operation.of(nest.codes[j]).arity() == 2) {
                    operand(j, nest.second[j], true);
                }
            }
        }
    }

    private boolean isTermOfSum(int j) {
        return nest.isTerm(j) && !nest.isProduct(j);
    }

    private int item(int iteration, int j) {
        return nest.start + (row * nest.count + iteration) * period + j;
    }

    private int element(Operand operand, int iteration) {
        return operand.base() + row * operand.rowStride() + iteration * operand.stride();
    }

    private int named(int operation, boolean isSecond) {
        return isSecond ? graph.second(operation) : graph.first(operation);
    }

    /** Finds the operations of one position and compares their codes. */
    private void operation(int j) {
        int k = item(from, j);
        int start = origins[k];
        int step = iterations > 1 ? origins[k + period] - start : 0;
        int differences = 0;
        for (int t = 0; t < iterations; t++, k += period) {
            differences |= origins[k] ^ (start + t * step);
        }
        starts[j] = start;
        steps[j] = differences == 0 ? step : IRREGULAR;
        int code = nest.isProduct(j) ? Operation.MULTIPLY.code() : nest.codes[j];
        k = item(from, j);
        int others = 0;
        for (int t = 0; t < iterations; t++, k += period) {
            others |= graph.code(origins[k]) ^ code;
        }
        require(others == 0, j, "is another operation in some iteration");
    }

    private void results(int j) {
        int slot = element(nest.slot(j), from);
        int k = item(from, j);
        int taken = NOTHING;
        for (int t = 0; t < iterations; t++, k += period) {
            taken &= slotNodes[slot + t];
            slotNodes[slot + t] = base + origins[k];
        }
        require(taken == NOTHING, j, "writes slots that are taken");
    }

    private void operand(int j, Operand operand, boolean isSecond) {
        if (!agrees(j, operand, isSecond)) {
            for (int t = from; t < from + iterations; t++) {
                int named = named(origins[item(t, j)], isSecond);
                if (!isNode(j, operand, t, named)) {
                    throw fault(
                            j,
                            (isSecond ? "the second" : "the first") + " operand at row " + row + ", iteration " + t
                                    + " is " + operand + ", in the graph node " + named);
                }
            }
        }
    }

    /** Whether an operand is right throughout the block; if not, it may still be right, but irregular. */
    private boolean agrees(int j, Operand operand, boolean isSecond) {
        if (steps[j] == IRREGULAR) {
            return false;
        }
        int step = steps[j];
        int operation = starts[j];
        int stride = operand.stride();
        int element = element(operand, from);
        int differences = 0;
        switch (operand.home()) {
            case INPUT -> {
                if (element >= graph.inputs() || element + (iterations - 1) * stride >= graph.inputs()) {
                    return false;
                }
                for (int t = 0; t < iterations; t++, operation += step) {
                    differences |= named(operation, isSecond) ^ (element + t * stride);
                }
            }
            case BODY -> {
                if (operand.base() >= j || nest.isTerm(operand.base()) || steps[operand.base()] != step) {
                    return false;
                }
                int node = base + starts[operand.base()];
                for (int t = 0; t < iterations; t++, operation += step) {
                    differences |= named(operation, isSecond) ^ (node + t * step);
                }
            }
            case SLOT -> {
                if (element < items.sums && !areComplete(operand)) {
                    return false;
                }
                for (int t = 0; t < iterations; t++, operation += step) {
                    differences |= named(operation, isSecond) ^ slotNodes[element + t * stride];
                }
            }
            case LITERAL -> {
                int node = named(operation, isSecond);
                if (!isConstant(graph, node, operand.literal())) {
                    return false;
                }
                for (int t = 0; t < iterations; t++, operation += step) {
                    differences |= named(operation, isSecond) ^ node;
                }
            }
            case TABLE -> {
                for (int t = 0; t < iterations; t++, operation += step) {
                    if (!isConstant(graph, named(operation, isSecond), plan.tables()[element + t * stride])) {
                        return false;
                    }
                }
            }
        }
        return differences == 0;
    }

    /** Whether the block reads sums only, and all of them have their terms, or are looked at later in order. */
    private boolean areComplete(Operand operand) {
        for (int t = from; t < from + (operand.stride() == 0 ? 1 : iterations); t++) {
            if (!isWritten(operand, element(operand, t))) {
                return false;
            }
        }
        return true;
    }

    private boolean isWritten(Operand operand, int slot) {
        return slot >= items.sums ? slotNodes[slot] != NOTHING : operand.isOwn() || sums.isComplete(slot);
    }

    private boolean isNode(int j, Operand operand, int iteration, int node) {
        int element = element(operand, iteration);
        return switch (operand.home()) {
            case INPUT -> node == element && element < graph.inputs();
            case BODY ->
                operand.base() < j
                        && !nest.isTerm(operand.base())
                        && node == base + origins[item(iteration, operand.base())];
            case SLOT -> node == slotNodes[element] && isWritten(operand, element);
            case LITERAL, TABLE -> isConstant(graph, node, constant(operand, element));
        };
    }

    private double constant(Operand operand, int element) {
        return operand.home() == Home.LITERAL ? operand.literal() : plan.tables()[element];
    }

    /** Whether a node of a graph is a constant, bit for bit. */
    static boolean isConstant(Graph graph, int node, double value) {
        return graph.isConstant(node)
                && Double.doubleToRawLongBits(graph.constant(node - graph.inputs()))
                        == Double.doubleToRawLongBits(value);
    }

    // Running products

    /**
     * Each iteration multiplies the product before it by its factor. What is between has no place, so that nothing can
     * read it; the last product has one.
     */
    private void product(int j) {
        RunningProduct product = nest.product().orElseThrow();
        int before = from == 0 ? slotNodes[product.start().base()] : base + origins[item(from - 1, j)];
        boolean isSecond = graph.second(starts[j]) == before && graph.first(starts[j]) != before;
        int differences = named(starts[j], isSecond) ^ before;
        for (int t = 1; t < iterations; t++) {
            differences |= named(origins[item(from + t, j)], isSecond) ^ (base + origins[item(from + t - 1, j)]);
        }
        boolean right = product.position() == j && nest.rows == 1 && mostLanes == nest.count;
        require(right && differences == 0, j, "is no running product");
        operand(j, nest.first[j], !isSecond);
        if (from + iterations == nest.count) {
            int slot = nest.second[j].base();
            require(slotNodes[slot] == NOTHING, j, "writes a slot that is taken");
            slotNodes[slot] = base + origins[item(nest.count - 1, j)];
        }
    }

    // Sums

    /** A sum that is a term of another, and not marked as one that the nest adds to, has its terms before the nest. */
    private void requireCompleteBefore(int j) {
        Operand operand = nest.first[j];
        if (operand.home() != Home.SLOT || operand.isOwn() || operand.lowest(nest.rows, nest.count) >= items.sums) {
            return;
        }
        for (row = 0; row < nest.rows; row++) {
            for (int t = 0; t < (operand.stride() == 0 ? 1 : nest.count); t++) {
                require(isWritten(operand, element(operand, t)), j, "adds a sum that lacks terms");
            }
        }
    }

    private void terms(int j) {
        Operand target = nest.second[j];
        boolean subtracted = nest.codes[j] == Items.SUBTRACT_TERM;
        for (row = 0; row < nest.rows; row++) {
            if (target.stride() == 0) {
                long total = 0;
                for (int t = 0; t < nest.count; t++) {
                    total += number(nest.first[j], t, j);
                }
                sums.add(sum(j, 0), total, subtracted);
            } else {
                for (int t = 0; t < nest.count; t++) {
                    sums.add(sum(j, t), number(nest.first[j], t, j), subtracted);
                }
            }
        }
    }

    /** The sum to which a term is added. */
    private int sum(int j, int t) {
        int sum = element(nest.second[j], t);
        require(sum >= 0 && sum < items.sums, j, "adds to what is no sum");
        return sum;
    }

    /** The number that stands for a term. */
    private long number(Operand operand, int t, int j) {
        int element = element(operand, t);
        switch (operand.home()) {
            case INPUT -> {
                require(element < graph.inputs(), j, "adds an input that does not exist");
                return SumCheck.ofNode(element);
            }
            case BODY -> {
                require(operand.base() < j && !nest.isTerm(operand.base()), j, "adds what comes later");
                return SumCheck.ofNode(base + origins[item(t, operand.base())]);
            }
            case SLOT -> {
                require(isWritten(operand, element), j, "adds a slot before it is complete");
                return element < items.sums ? sums.of(element) : SumCheck.ofNode(slotNodes[element]);
            }
            default -> {
                return SumCheck.ofConstant(constant(operand, element));
            }
        }
    }

    /** Reads and terms in the order of the items, where a nest reads sums that it adds to. */
    private void sumsInOrder() {
        for (row = 0; row < nest.rows; row++) {
            for (int t = 0; t < nest.count; t++) {
                for (int j = 0; j < period; j++) {
                    readSum(nest.first[j], t, j);
                    if (isTermOfSum(j)) {
                        sums.add(sum(j, t), number(nest.first[j], t, j), nest.codes[j] == Items.SUBTRACT_TERM);
                    } else {
                        readSum(nest.second[j], t, j);
                    }
                }
            }
        }
        for (int j = 0; j < period; j++) {
            if (isTermOfSum(j) && nest.second[j].producer() != Operand.OWN_SUM) {
                requireUnread(j);
            }
        }
    }

    private void readSum(Operand operand, int t, int j) {
        if (operand.producer() == Operand.OWN_SUM) {
            int sum = element(operand, t);
            require(sums.isComplete(sum), j, "reads a sum that lacks terms");
            sums.read(sum, number);
        }
    }

    /** A sum that is not marked as read by its nest is not read by it. */
    private void requireUnread(int j) {
        for (row = 0; row < nest.rows; row++) {
            for (int t = 0; t < nest.count; t++) {
                boolean read = sums.isReadBy(element(nest.second[j], t), number);
                require(!read, j, "adds to a sum that the nest reads, and is not marked so");
            }
        }
    }

    private void require(boolean condition, int j, String fault) {
        if (!condition) {
            throw fault(j, fault);
        }
    }

    private WrongPlanException fault(int j, String fault) {
        return new WrongPlanException(
                graph,
                "loop " + number + " of " + nest.rows + " x " + nest.count + " x " + period
                        + " items from item " + nest.start + " on, position " + j + ", row " + row
                        + ", iterations from " + from
                        + " on: " + fault);
    }
}
