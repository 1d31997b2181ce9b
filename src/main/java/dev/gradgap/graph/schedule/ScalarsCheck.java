package dev.gradgap.graph.schedule;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;

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
            if (isLeftOut) {
                checkLeftOut(operation, listed, result, n);
            } else {
                check(operation, listed, result, n);
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

    /** Checks n operations of one kind, whose operands' positions are listed from a place on. */
    private void check(Operation operation, int listed, int result, int n) {
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
        PlanFault.unless(others == 0, "a single operation is another one than the graph's or reads another node");
    }

    /** The same where the sweep for adjoints leaves them out: they may read what it leaves out too. */
    private void checkLeftOut(Operation operation, int listed, int result, int n) {
        int reads = PartialReads.of(operation, true, true);
        PlanFault.unless((reads & PartialReads.VALUE) == 0, "a partial reads a result that is left out");
        int arity = operation.arity();
        boolean right = true;
        for (int i = 0; i < n; i++) {
            int k = operations.operation(i);
            int first = listed + i * arity;
            right &= graph.code(k) == operation.code();
            right &= reads(positions[first], graph.first(k), (reads & PartialReads.FIRST) == 0);
            right &= arity == 1 || reads(positions[first + 1], graph.second(k), (reads & PartialReads.SECOND) == 0);
            flat.give(result + i, ~(base + k));
        }
        PlanFault.unless(right, "a single operation is another one than the graph's or reads another node");
    }

    private boolean reads(int position, int node, boolean mayBeLeftOut) {
        int owner = flat.owner(position);
        return owner == node || (mayBeLeftOut && ~owner == node);
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
