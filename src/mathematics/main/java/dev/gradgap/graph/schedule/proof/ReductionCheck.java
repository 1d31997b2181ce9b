package dev.gradgap.graph.schedule.proof;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.schedule.program.Program;

/**
 * Checks the instructions that combine many operands: that they do what a chain of the graph does, from its last operation
 * back to the node that the reduction begins with. Other operations cannot have read a result inside of the chain: it
 * never gets a place, so that they would be found to read something else.
 */
final class ReductionCheck {

    private final Graph graph;
    private final int[] code;
    private final ComputedOperations operations;
    private final OperandCheck operands;
    private final FlatOwners flat;
    private final int[] read = new int[Program.REGISTER_LENGTH];

    ReductionCheck(
            Graph graph, Program program, ComputedOperations operations, OperandCheck operands, FlatOwners flat) {
        this.graph = graph;
        this.code = program.code();
        this.operations = operations;
        this.operands = operands;
        this.flat = flat;
    }

    /** Checks the reduction at a position of the code. */
    void check(int at) {
        Operation operation = Operation.of(code[at] >> Program.KIND_BITS);
        boolean commutes = operation == Operation.ADD || operation == Operation.MULTIPLY;
        boolean chooses = operation == Operation.MAX || operation == Operation.MIN;
        PlanFault.unless(commutes || chooses, "there is no reduction by " + operation);
        boolean begins = code[at + Program.SECOND] != Program.NONE;
        boolean isRead = operation != Operation.ADD;
        int begin = begins ? begin(at, isRead) : FlatOwners.NOBODY;
        operands.read(at, at + Program.FIRST, isRead, read);
        int node = graph.firstOperationNode() + operations.operation(0);
        int result = node;
        int steps = code[at + Program.LENGTH] - (begins ? 0 : 1);
        int firstLeaf = code[at + Program.LENGTH] - steps;
        int left = steps;
        if (isRegular(node, steps, firstLeaf, operation)) {
            node -= (steps - 1) * step(node);
            left = 1;
        }
        for (int i = firstLeaf + left - 1; i >= firstLeaf; i--) {
            node = before(node, read[i], operation, commutes);
        }
        PlanFault.unless(steps > 0 && node == (begins ? begin : read[0]), "a reduction begins with another node");
        result(at, result, chooses && begins);
        operations.advance(1, steps);
    }

    private int step(int node) {
        return node - graph.first(node - graph.firstOperationNode());
    }

    /**
     * Whether all operations of a chain but its first lie at one distance from each other and take their leaves second, as
     * those of a traced loop do: then no comparison waits for the one before.
     */
    private boolean isRegular(int node, int steps, int firstLeaf, Operation operation) {
        int base = graph.firstOperationNode();
        int step = step(node);
        int k = node - base;
        if (k < (steps - 1) * (long) step) {
            return false;
        }
        int differences = 0;
        for (int i = firstLeaf + steps - 1; i > firstLeaf; i--, k -= step) {
            differences |= graph.code(k) ^ operation.code();
            differences |= graph.second(k) ^ read[i];
            differences |= graph.first(k) ^ (base + k - step);
        }
        return differences == 0;
    }

    /** The node that an operation of a chain combines with a leaf. */
    private int before(int node, int leaf, Operation operation, boolean commutes) {
        int k = node - graph.firstOperationNode();
        PlanFault.unless(k >= 0, "a reduction has more operands than its chain");
        PlanFault.unless(graph.code(k) == operation.code(), "a reduction combines more than its chain");
        if (graph.second(k) == leaf) {
            return graph.first(k);
        }
        PlanFault.unless(commutes && graph.first(k) == leaf, "a reduction reads a node that is not next in its chain");
        return graph.second(k);
    }

    private int begin(int at, boolean isRead) {
        int position = code[at + Program.SECOND + 1];
        PlanFault.unless(
                !isRead || !flat.isRewritten(position),
                "what a reduction begins with is overwritten, and is read again");
        int owner = flat.owner(position);
        return (code[at] & Program.UNREAD) != 0 && !isRead ? owner ^ (owner >> 31) : owner;
    }

    private void result(int at, int node, boolean isRead) {
        boolean isLeftOut = (code[at] & Program.UNREAD) != 0;
        int position = code[at + Program.RESULT + 1];
        PlanFault.unless(code[at + Program.RESULT] == Program.FLAT, "the result of a reduction is nowhere");
        PlanFault.unless(
                !isRead || (!isLeftOut && !flat.isRewritten(position)),
                "the reverse sweep reads a result that is left out or overwritten");
        flat.give(position, isLeftOut ? ~node : node);
    }
}
