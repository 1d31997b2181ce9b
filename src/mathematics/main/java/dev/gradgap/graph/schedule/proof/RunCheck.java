package dev.gradgap.graph.schedule.proof;

import dev.gradgap.graph.Operation;
import dev.gradgap.graph.PartialReads;
import dev.gradgap.graph.schedule.program.Program;
import java.util.Arrays;

/** Checks the instructions that apply one operation to many operands. */
final class RunCheck {

    private final int[] code;
    private final ComputedOperations operations;
    private final OperandCheck operands;
    private final FlatOwners flat;
    private final RegisterOwners registers;
    private final int[] results = new int[Program.REGISTER_LENGTH];
    private final int[] read = new int[Program.REGISTER_LENGTH];
    private final int[] wanted = new int[Program.REGISTER_LENGTH];

    RunCheck(
            Program program,
            ComputedOperations operations,
            OperandCheck operands,
            FlatOwners flat,
            RegisterOwners registers) {
        this.code = program.code();
        this.operations = operations;
        this.operands = operands;
        this.flat = flat;
        this.registers = registers;
    }

    /** Checks the run at a position of the code. */
    void check(int at) {
        int n = code[at + Program.LENGTH];
        int first = at + Program.FIRST;
        int second = at + Program.SECOND;
        Operation operation = Operation.of(code[at] >> Program.KIND_BITS);
        operations.nodes(operation.code(), results, n);
        int reads = PartialReads.of(operation, operands.isActive(first), operands.isActive(second));
        // The reverse sweep hands adjoints to the first operand before it hands them to the second.
        if (operation.arity() == 2) {
            operands.read(at, second, (reads & PartialReads.SECOND) != 0, read);
            operations.second(wanted, n);
            compare("second", n);
        } else {
            PlanFault.unless(code[second] == Program.NONE, "a unary operation has a second operand");
        }
        operands.read(at, first, (reads & PartialReads.FIRST) != 0, read);
        operations.first(wanted, n);
        compare("first", n);
        result(at, n, (reads & PartialReads.VALUE) != 0);
        operations.advance(n, n);
    }

    private void compare(String side, int n) {
        int i = Arrays.mismatch(read, 0, n, wanted, 0, n);
        if (i >= 0) {
            String found = read[i] == FlatOwners.NOBODY
                    ? "nothing"
                    : read[i] < 0 ? "node " + ~read[i] + ", which may be left out," : "node " + read[i];
            throw new PlanFault(
                    "the " + side + " operand of element " + i + " reads " + found + " instead of node " + wanted[i]);
        }
    }

    private void result(int at, int n, boolean isRead) {
        boolean isLeftOut = (code[at] & Program.UNREAD) != 0;
        boolean isRepeated = (code[at] & Program.REPEATED) != 0;
        int base = code[at + Program.RESULT + 1];
        int extra = code[at + Program.RESULT + 2];
        for (int i = 0; i < n && isLeftOut; i++) {
            results[i] = ~results[i];
        }
        if (code[at + Program.RESULT] == Program.REGISTER) {
            PlanFault.unless(
                    !operands.isRegister(at + Program.FIRST, base) && !operands.isRegister(at + Program.SECOND, base),
                    "a run writes to the register that it reads");
            registers.give(base, results, n, extra, isRepeated);
            PlanFault.unless(!isRead || registers.isStored(base, extra), "a partial reads a result that is not stored");
            return;
        }
        PlanFault.unless(code[at + Program.RESULT] == Program.FLAT && extra == 1, "the results of a run are nowhere");
        PlanFault.unless(!isRepeated, "a repeated run does not write to a register");
        PlanFault.unless(
                !isRead || (!isLeftOut && !flat.isRewritten(base, base + n)),
                "a partial reads a result that is left out or overwritten");
        flat.give(base, results, n);
    }
}
