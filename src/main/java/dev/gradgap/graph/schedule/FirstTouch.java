package dev.gradgap.graph.schedule;

import java.util.BitSet;

/**
 * Finds the ranges of adjoints that the reverse sweep touches for the first time through one operand, which may then
 * assign instead of add; all other adjoints have to be zero before the sweep.
 */
final class FirstTouch {

    private static final int SMALL_GAP = 64; // zeroing so many adjoints more is cheaper than another range

    private final IntList code;
    private final IntList indices;
    private final IntList scalarOperands;
    private final Adjoints ofInputs;
    private final Adjoints ofFlat;

    /**
     * One kind of adjoints: which have been touched for the node that is there now or for any, and which were touched
     * for the first time by assigning.
     */
    private record Adjoints(int length, BitSet touched, BitSet touchedBefore, BitSet assigned) {

        Adjoints(int length) {
            this(length, new BitSet(length), new BitSet(length), new BitSet(length));
        }

        void touch(int at) {
            touched.set(at);
            touchedBefore.set(at);
        }

        boolean assign(int start, int end) {
            int next = touched.nextSetBit(start);
            boolean first = next < 0 || next >= end;
            for (int at = touchedBefore.nextClearBit(start); at < end; at = touchedBefore.nextClearBit(at + 1)) {
                assigned.set(at, first);
            }
            touched.set(start, end);
            touchedBefore.set(start, end);
            return first;
        }

        /**
         * Forgets what was touched of results that are read now, be they touched or not; their positions may have been
         * those of others before.
         */
        void release(int start, int end) {
            touched.clear(start, end);
            touchedBefore.set(start, end);
        }

        /** Start and end of each range that is nowhere assigned. */
        int[] zeros() {
            IntList ranges = new IntList();
            for (int start = assigned.nextClearBit(0); start < length; ) {
                int end = end(start);
                int next = assigned.nextClearBit(end);
                while (next < length && next - end <= SMALL_GAP) {
                    end = end(next);
                    next = assigned.nextClearBit(end);
                }
                ranges.add(start);
                ranges.add(end);
                start = next;
            }
            return ranges.toArray();
        }

        private int end(int start) {
            int end = assigned.nextSetBit(start);
            return end < 0 ? length : end;
        }
    }

    FirstTouch(IntList code, IntList indices, IntList scalarOperands, int inputs, int flatLength) {
        this.code = code;
        this.indices = indices;
        this.scalarOperands = scalarOperands;
        ofInputs = new Adjoints(inputs);
        ofFlat = new Adjoints(flatLength);
    }

    /** Goes through all instructions in the order of the reverse sweep and flags the operands that may assign. */
    void flag(IntList outputs) {
        for (int j = 0; j < outputs.size(); j++) {
            ofFlat.touch(outputs.get(j));
        }
        for (int at = code.size() - Program.WIDTH; at >= 0; at -= Program.WIDTH) {
            if ((code.get(at) & Program.KIND_MASK) == Program.SCALARS) {
                for (int i = code.get(at + Program.FIRST + 1); i < code.get(at + Program.FIRST + 2); i++) {
                    ofFlat.touch(scalarOperands.get(i));
                }
            } else {
                int length = code.get(at + Program.LENGTH);
                if ((code.get(at + Program.RESULT) & Program.CLEARED) != 0) {
                    int start = code.get(at + Program.RESULT + 1);
                    ofFlat.release(start, start + length);
                }
                flag(at + Program.FIRST, length);
                flag(at + Program.SECOND, begins(at) ? 1 : length);
            }
        }
    }

    private boolean begins(int at) {
        return (code.get(at) & Program.KIND_MASK) == Program.REDUCTION;
    }

    private void flag(int operand, int length) {
        int place = code.get(operand) & Program.PLACE_MASK;
        int base = code.get(operand + 1);
        int stride = code.get(operand + 2);
        if ((code.get(operand) & Program.ACTIVE) == 0) {
            return;
        }
        if (place == Program.INDEXED) {
            for (int i = 0; i < length; i++) {
                ofFlat.touch(indices.get(base + i));
            }
        } else if (place != Program.REGISTER) {
            Adjoints adjoints = place == Program.INPUT ? ofInputs : ofFlat;
            if (stride == 1) {
                if (adjoints.assign(base, base + length)) {
                    code.set(operand, code.get(operand) | Program.ASSIGN);
                }
            } else {
                for (int i = 0; i < length; i++) {
                    adjoints.touch(base + i * stride);
                }
            }
        }
    }

    /** Start and end of each range of the inputs' adjoints that has to be zero before the sweep. */
    int[] inputZeros() {
        return ofInputs.zeros();
    }

    /** Start and end of each range of the flat adjoints that has to be zero before the sweep. */
    int[] flatZeros() {
        return ofFlat.zeros();
    }
}
