package dev.gradgap.graph.schedule.proof;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.PartialReads;
import dev.gradgap.graph.schedule.program.Program;

/**
 * Reads operands as the {@link dev.gradgap.graph.schedule.Sweeps} do, but nodes instead of values, and checks that what they
 * read is there. An operand that assigns adjoints takes what it reads from its owner.
 */
final class OperandCheck {

    private final Graph graph;
    private final int[] code;
    private final int[] indices;
    private final ComputedOperations operations;
    private final FlatOwners flat;
    private final RegisterOwners registers;
    private final InputOwners inputs;

    OperandCheck(
            Graph graph, Program program, ComputedOperations operations, FlatOwners flat, RegisterOwners registers) {
        this.graph = graph;
        this.code = program.code();
        this.indices = program.indices();
        this.operations = operations;
        this.flat = flat;
        this.registers = registers;
        inputs = new InputOwners(graph.inputs());
    }

    /**
     * Copies the nodes that an operand of a run or reduction reads.
     *
     * @param at the position of the instruction in the code
     * @param operand the position of the operand
     * @param isRead whether a partial reads its values
     * @param nodes receives the nodes; the complements of those that are not there when they are needed
     */
    void read(int at, int operand, boolean isRead, int[] nodes) {
        int n = code[at + Program.LENGTH];
        int base = code[operand + 1];
        int extra = code[operand + 2];
        boolean isRepeated = (code[at] & Program.REPEATED) != 0;
        boolean isLeftOut = (code[at] & Program.UNREAD) != 0;
        boolean mayBeLeftOut = isLeftOut && !isRead && !isRepeated;
        switch (code[operand] & Program.PLACE_MASK) {
            case Program.REGISTER -> {
                System.arraycopy(registers.nodes(base, n), 0, nodes, 0, n);
                PlanFault.unless(
                        !isRead || registers.isStored(base, extra), "a partial reads values that are not stored");
                PlanFault.unless(
                        !isRepeated || registers.isRepeated(base),
                        "a repeated run reads a register that is not repeated");
                mayBeLeftOut = isLeftOut; // what the reverse sweep reads is elsewhere
            }
            case Program.INPUT -> inputs.load(nodes, base, extra, n);
            case Program.FLAT -> flat.load(nodes, base, extra, n);
            case Program.INDEXED -> flat.gather(nodes, indices, base, n);
            default -> throw new PlanFault("an operand is nowhere");
        }
        if (mayBeLeftOut) {
            for (int i = 0; i < n; i++) {
                nodes[i] ^= nodes[i] >> 31;
            }
        }
        if ((isRead || isRepeated) && flat.anyRewritten()) {
            checkKept(at, operand);
        }
        checkActivity(operand, nodes, n);
        if ((code[operand] & Program.ASSIGN) != 0) {
            take(operand, n);
        }
    }

    boolean isActive(int operand) {
        return (code[operand] & Program.ACTIVE) != 0;
    }

    boolean isRegister(int operand, int register) {
        return (code[operand] & Program.PLACE_MASK) == Program.REGISTER && code[operand + 1] == register;
    }

    /** Checks that no value is overwritten that a partial with respect to a node with derivatives reads. */
    private void checkKept(int at, int operand) {
        int n = code[at + Program.LENGTH];
        int base = code[operand + 1];
        boolean isIndexed = (code[operand] & Program.PLACE_MASK) == Program.INDEXED;
        boolean isFlat = (code[operand] & Program.PLACE_MASK) == Program.FLAT;
        int stride = isFlat ? code[operand + 2] : 0;
        int low = base + Math.min(0, (n - 1) * stride);
        int high = base + Math.max(0, (n - 1) * stride);
        if (!isIndexed && !(isFlat && flat.isRewritten(low, high + 1))) {
            return;
        }
        boolean isRun = (code[at] & (Program.KIND_MASK | Program.REPEATED)) == Program.RUN;
        int side = operand == at + Program.FIRST ? PartialReads.FIRST : PartialReads.SECOND;
        for (int i = 0; i < n; i++) {
            if (flat.isRewritten(isIndexed ? indices[base + i] : base + i * stride)) {
                PlanFault.unless(
                        isRun && !operations.isRead(operations.operation(i), side),
                        "a value is overwritten that the reverse sweep reads");
            }
        }
    }

    /** Checks that an operand has derivatives exactly if any of its nodes is no constant. */
    private void checkActivity(int operand, int[] nodes, int n) {
        int i = 0;
        while (i < n && graph.isConstant(nodes[i])) {
            i++;
        }
        PlanFault.unless(isActive(operand) == i < n, "an operand has derivatives, and its flag says it has not");
    }

    private void take(int operand, int n) {
        int place = code[operand] & Program.PLACE_MASK;
        int base = code[operand + 1];
        if (place == Program.REGISTER) {
            registers.take(base);
            return;
        }
        PlanFault.unless(isActive(operand), "adjoints of constants are assigned");
        PlanFault.unless(
                place != Program.INDEXED && code[operand + 2] == 1,
                "adjoints are assigned that do not lie side by side");
        if (place == Program.INPUT) {
            inputs.take(base, n);
        } else {
            flat.take(base, n);
        }
    }

    /** Checks that the adjoints of all inputs are set. */
    void finish(int[] inputZeros) {
        inputs.finish(inputZeros);
    }
}
