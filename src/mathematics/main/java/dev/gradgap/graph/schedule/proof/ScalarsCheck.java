package dev.gradgap.graph.schedule.proof;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.PartialReads;
import dev.gradgap.graph.schedule.program.Groups;
import dev.gradgap.graph.schedule.program.Program;

/**
 * Checks the instructions for single operations. No other results share the positions of theirs, so that an operation that
 * reads a result of the same instruction is found to read one before it.
 */
final class ScalarsCheck {

    private final Graph graph;
    private final int base; // the first operation node
    private final int[] code;
    private final byte[] groups;
    private final int[] positions; // of operands
    private final ComputedOperations operations;
    private final FlatOwners flat;

    ScalarsCheck(Graph graph, Program program, ComputedOperations operations, FlatOwners flat) {
        this.graph = graph;
        base = graph.firstOperationNode();
        this.code = program.code();
        this.groups = program.scalarGroups();
        this.positions = program.scalarOperands();
        this.operations = operations;
        this.flat = flat;
    }

    /** Checks the single operations at a position of the code. */
    void check(int at) {
        int listed = code[at + Program.FIRST + 1];
        int result = code[at + Program.RESULT + 1];
        int resultEnd = result + code[at + Program.LENGTH];
        PlanFault.unless(
                code[at + Program.RESULT] == Program.FLAT && !flat.isRewritten(result, resultEnd),
                "the results of single operations share their positions with others");
        boolean isLeftOut = (code[at] & Program.UNREAD) != 0;
        int group = code[at + Program.FIRST];
        int end = code[at + Program.SECOND + 1];
        while (group < end) {
            Operation operation = Groups.operation(groups, group);
            int n = Groups.length(groups, group);
            if (isLeftOut || !reads(operation, listed, result, n)) {
                checkLeftOut(operation, listed, result, n, isLeftOut);
            }
            if (flat.anyRewritten()) {
                checkKept(operation, listed, n);
            }
            operations.advance(n, n);
            listed += n * operation.arity();
            result += n;
            group = Groups.next(groups, group);
        }
        PlanFault.unless(
                group == end && listed == code[at + Program.FIRST + 2] && result == resultEnd,
                "single operations do not end where the reverse sweep begins with them");
    }

    /**
     * Gives places to the results of n operations of one kind, whose operands' positions are listed from a place on;
     * whether all are the graph's and read what they do there.
     */
    private boolean reads(Operation operation, int listed, int result, int n) {
        int arity = operation.arity();
        int others = 0;
        for (int i = 0; i < n; i++) {
            int k = operations.operation(i);
            int first = listed + i * arity;
            others |= flat.owner(positions[first]) ^ graph.first(k);
            others |= flat.owner(positions[first + arity - 1]) ^ graph.second(k);
            others |= graph.code(k) ^ operation.code();
            flat.give(result + i, base + k);
        }
        return others == 0;
    }

    /**
     * Checks n operations that may not be there after the sweep for adjoints: because it leaves out all operations of the
     * instruction, or because it computes some from what it leaves out, and nobody needs them either.
     */
    private void checkLeftOut(Operation operation, int listed, int result, int n, boolean all) {
        int reads = PartialReads.of(operation, true, true);
        int arity = operation.arity();
        flat.take(result, n);
        for (int i = 0; i < n; i++) {
            int k = operations.operation(i);
            int first = flat.owner(positions[listed + i * arity]);
            int second = flat.owner(positions[listed + (i + 1) * arity - 1]);
            PlanFault.unless(
                    graph.code(k) == operation.code()
                            && (first ^ (first >> 31)) == graph.first(k)
                            && (second ^ (second >> 31)) == graph.second(k),
                    "a single operation is another one than the graph's or reads another node");
            boolean isLeftOut = all || first < 0 || second < 0;
            int missing = (first < 0 ? PartialReads.FIRST : 0)
                    | (second < 0 ? PartialReads.SECOND : 0)
                    | (isLeftOut ? PartialReads.VALUE : 0);
            PlanFault.unless((reads & missing) == 0, "a partial of a single operation reads what is left out");
            flat.give(result + i, isLeftOut ? ~(base + k) : base + k);
        }
    }

    /** Checks that the values that partials of n operations read are still there in the reverse sweep. */
    private void checkKept(Operation operation, int listed, int n) {
        int arity = operation.arity();
        int reads = PartialReads.of(operation, true, true);
        for (int i = 0; i < n * arity && reads != 0; i++) {
            int side = i % arity == 0 ? PartialReads.FIRST : PartialReads.SECOND;
            PlanFault.unless(
                    !flat.isRewritten(positions[listed + i])
                            || !operations.isRead(operations.operation(i / arity), side),
                    "a value is overwritten that the reverse sweep reads");
        }
    }
}
