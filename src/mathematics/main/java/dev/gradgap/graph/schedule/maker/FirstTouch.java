package dev.gradgap.graph.schedule.maker;

import dev.gradgap.graph.schedule.program.Bits;
import dev.gradgap.graph.schedule.program.IntList;
import dev.gradgap.graph.schedule.program.Program;
import java.util.BitSet;

/**
 * Finds the operands through which the reverse sweep touches a range of adjoints for the first time: they may assign
 * instead of add. Flat adjoints are zero before the sweep, and again once they have been read; of the inputs' adjoints
 * those that are not assigned first have to be zeroed.
 */
final class FirstTouch {

    private static final int SMALL_GAP = 64; // zeroing so many adjoints more is cheaper than another range

    private final IntList code;
    private final IntList indices;
    private final IntList scalarOperands;
    private final int inputs;
    private final Bits inputTouched;
    private final BitSet inputAssigned;
    private final Bits flatTouched;

    FirstTouch(IntList code, IntList indices, IntList scalarOperands, int inputs, int flatLength) {
        this.code = code;
        this.indices = indices;
        this.scalarOperands = scalarOperands;
        this.inputs = inputs;
        inputTouched = new Bits(inputs);
        inputAssigned = new BitSet(inputs);
        flatTouched = new Bits(flatLength);
    }

    /** Goes through all instructions in the order of the reverse sweep and flags the operands that may assign. */
    void flag(IntList outputs) {
        for (int j = 0; j < outputs.size(); j++) {
            flatTouched.add(outputs.get(j));
        }
        for (int at = code.size() - Program.WIDTH; at >= 0; at -= Program.WIDTH) {
            switch (code.get(at) & Program.KIND_MASK) {
                case Program.RUN -> {
                    release(at, code.get(at + Program.LENGTH));
                    flag(at + Program.FIRST, code.get(at + Program.LENGTH));
                    flag(at + Program.SECOND, code.get(at + Program.LENGTH));
                }
                case Program.REDUCTION -> {
                    release(at, 1);
                    flag(at + Program.FIRST, code.get(at + Program.LENGTH));
                    flag(at + Program.SECOND, 1);
                }
                case Program.SCALARS -> {
                    for (int i = code.get(at + Program.FIRST + 1); i < code.get(at + Program.FIRST + 2); i++) {
                        flatTouched.add(scalarOperands.get(i));
                    }
                    release(at, code.get(at + Program.LENGTH));
                }
                default -> {} // the end of a window
            }
        }
    }

    /** Forgets what was touched of results that have been read; their positions may be those of earlier results too. */
    private void release(int at, int length) {
        if (code.get(at + Program.RESULT) == Program.FLAT) {
            int start = code.get(at + Program.RESULT + 1);
            flatTouched.remove(start, start + length);
        }
    }

    private void flag(int operand, int length) {
        int place = code.get(operand) & Program.PLACE_MASK;
        int base = code.get(operand + 1);
        int stride = code.get(operand + 2);
        if ((code.get(operand) & Program.ACTIVE) == 0 || place == Program.REGISTER) {
            return;
        }
        if (place == Program.INDEXED) {
            for (int i = 0; i < length; i++) {
                flatTouched.add(indices.get(base + i));
            }
            return;
        }
        Bits touched = place == Program.INPUT ? inputTouched : flatTouched;
        if (stride == 1 && !touched.any(base, base + length)) {
            code.set(operand, code.get(operand) | Program.ASSIGN);
            if (place == Program.INPUT) {
                inputAssigned.set(base, base + length);
            }
        }
        for (int i = 0; i < length; i++) {
            touched.add(base + i * stride);
        }
    }

    /** Start and end of each range of the inputs' adjoints that has to be zeroed before the sweep. */
    int[] inputZeros() {
        IntList ranges = new IntList();
        for (int start = inputAssigned.nextClearBit(0); start < inputs; ) {
            int end = zerosEnd(start);
            int next = inputAssigned.nextClearBit(end);
            while (next < inputs && next - end <= SMALL_GAP) {
                end = zerosEnd(next);
                next = inputAssigned.nextClearBit(end);
            }
            ranges.add(start);
            ranges.add(end);
            start = next;
        }
        return ranges.toArray();
    }

    private int zerosEnd(int start) {
        int end = inputAssigned.nextSetBit(start);
        return end < 0 ? inputs : end;
    }
}
