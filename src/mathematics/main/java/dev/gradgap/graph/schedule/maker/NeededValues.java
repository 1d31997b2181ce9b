package dev.gradgap.graph.schedule.maker;

import dev.gradgap.graph.Operation;
import dev.gradgap.graph.PartialReads;
import dev.gradgap.graph.schedule.program.Bits;
import dev.gradgap.graph.schedule.program.ByteList;
import dev.gradgap.graph.schedule.program.Groups;
import dev.gradgap.graph.schedule.program.IntList;
import dev.gradgap.graph.schedule.program.Program;

/**
 * Finds the instructions of whose values the reverse sweep needs nothing, neither for a partial nor for another value that
 * a partial reads. Where only adjoints are asked for, the forward sweep leaves them out: for a sum of terms that the
 * reverse sweep computes again, that is all of them.
 */
final class NeededValues {

    private final IntList code;
    private final IntList indices;
    private final ByteList scalarGroups;
    private final IntList scalarOperands;
    private final Bits flat; // positions with values that are needed
    private final boolean[] registers; // whether their values are needed

    NeededValues(
            IntList code,
            IntList indices,
            ByteList scalarGroups,
            IntList scalarOperands,
            int flatLength,
            int registers) {
        this.code = code;
        this.indices = indices;
        this.scalarGroups = scalarGroups;
        this.scalarOperands = scalarOperands;
        flat = new Bits(flatLength);
        this.registers = new boolean[registers];
    }

    /** Goes through all instructions, last first, and flags those that are not needed. */
    void flag() {
        for (int at = code.size() - Program.WIDTH; at >= 0; at -= Program.WIDTH) {
            boolean needed =
                    switch (code.get(at) & Program.KIND_MASK) {
                        case Program.RUN -> run(at);
                        case Program.REDUCTION -> reduction(at);
                        case Program.SCALARS -> scalars(at);
                        default -> true; // the end of a window
                    };
            if (!needed) {
                code.set(at, code.get(at) | Program.UNREAD);
            }
        }
    }

    private boolean run(int at) {
        int n = code.get(at + Program.LENGTH);
        int reads = PartialReads.of(
                Operation.of(code.get(at) >> Program.KIND_BITS),
                isActive(at + Program.FIRST),
                isActive(at + Program.SECOND));
        boolean valueRead = (reads & PartialReads.VALUE) != 0 && isFlat(at + Program.RESULT);
        boolean needed = takeResult(at, n) || valueRead;
        boolean repeated = (code.get(at) & Program.REPEATED) != 0;
        need(at + Program.FIRST, n, needed, repeated || (reads & PartialReads.FIRST) != 0);
        need(at + Program.SECOND, n, needed, repeated || (reads & PartialReads.SECOND) != 0);
        return needed;
    }

    private boolean reduction(int at) {
        int n = code.get(at + Program.LENGTH);
        Operation operation = Operation.of(code.get(at) >> Program.KIND_BITS);
        boolean chooses = operation == Operation.MAX || operation == Operation.MIN;
        boolean needed = takeResult(at, 1) || chooses;
        need(at + Program.FIRST, n, needed, operation != Operation.ADD);
        need(at + Program.SECOND, 1, needed, operation != Operation.ADD);
        return needed;
    }

    private boolean scalars(int at) {
        int result = code.get(at + Program.RESULT + 1);
        boolean[] needed = new boolean[1];
        Groups.backwards(
                scalarGroups,
                code.get(at + Program.FIRST),
                code.get(at + Program.SECOND + 1),
                code.get(at + Program.FIRST + 2),
                result + code.get(at + Program.LENGTH),
                (operation, operand, position) -> needed[0] |= scalar(operation, operand, position));
        flat.remove(result, result + code.get(at + Program.LENGTH));
        return needed[0];
    }

    private boolean scalar(Operation operation, int operand, int result) {
        int reads = PartialReads.of(operation, true, true);
        boolean needed = flat.get(result) || (reads & PartialReads.VALUE) != 0;
        if (needed || (reads & PartialReads.FIRST) != 0) {
            flat.add(scalarOperands.get(operand));
        }
        if (operation.arity() == 2 && (needed || (reads & PartialReads.SECOND) != 0)) {
            flat.add(scalarOperands.get(operand + 1));
        }
        return needed;
    }

    /** Whether a result is needed by later instructions or kept for the reverse sweep; earlier ones may share its place. */
    private boolean takeResult(int at, int n) {
        int base = code.get(at + Program.RESULT + 1);
        if (isFlat(at + Program.RESULT)) {
            boolean needed = flat.any(base, base + n);
            flat.remove(base, base + n);
            return needed;
        }
        boolean needed = registers[base] || code.get(at + Program.RESULT + 2) >= 0;
        registers[base] = false;
        return needed;
    }

    private void need(int operand, int n, boolean forward, boolean reverse) {
        int base = code.get(operand + 1);
        switch (code.get(operand) & Program.PLACE_MASK) {
            case Program.REGISTER -> registers[base] |= forward; // the reverse sweep reads what is stored
            case Program.FLAT -> {
                for (int i = 0; i < n && (forward || reverse); i++) {
                    flat.add(base + i * code.get(operand + 2));
                }
            }
            case Program.INDEXED -> {
                for (int i = 0; i < n && (forward || reverse); i++) {
                    flat.add(indices.get(base + i));
                }
            }
            default -> {} // inputs are there, and no operand needs nothing
        }
    }

    private boolean isActive(int operand) {
        return (code.get(operand) & Program.ACTIVE) != 0;
    }

    private boolean isFlat(int operand) {
        return (code.get(operand) & Program.PLACE_MASK) == Program.FLAT;
    }
}
