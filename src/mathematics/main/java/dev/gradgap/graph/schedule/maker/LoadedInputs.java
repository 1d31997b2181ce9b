package dev.gradgap.graph.schedule.maker;

import dev.gradgap.graph.schedule.program.IntList;
import java.util.BitSet;

/**
 * The inputs that get flat positions, because they are read one by one or through indices: while a program is built they
 * stand in it as the complements of their numbers, afterwards as positions after all results.
 */
final class LoadedInputs {

    private static final int SMALL_GAP = 16; // copying so many inputs more is cheaper than another range

    private final int resultsEnd;
    private final BitSet read;
    private final IntList ranges = new IntList(); // input, flat position, length of each
    private int flatLength;

    LoadedInputs(int inputs, int resultsEnd) {
        this.resultsEnd = resultsEnd;
        read = new BitSet(inputs);
    }

    void note(IntList positions) {
        for (int i = 0; i < positions.size(); i++) {
            note(positions.get(i));
        }
    }

    /** Takes note of a position, which is an input if it is negative. */
    void note(int position) {
        if (position < 0) {
            read.set(~position);
        }
    }

    /** Gives the inputs noted so far their positions. */
    void assign() {
        flatLength = resultsEnd;
        for (int start = read.nextSetBit(0); start >= 0; ) {
            int end = read.nextClearBit(start);
            int next = read.nextSetBit(end);
            while (next >= 0 && next - end <= SMALL_GAP) {
                end = read.nextClearBit(next);
                next = read.nextSetBit(end);
            }
            ranges.add(start);
            ranges.add(flatLength);
            ranges.add(end - start);
            flatLength = Math.addExact(flatLength, end - start);
            start = next;
        }
    }

    void replace(IntList positions) {
        for (int i = 0; i < positions.size(); i++) {
            if (positions.get(i) < 0) {
                positions.set(i, flat(positions.get(i)));
            }
        }
    }

    /** The flat position of an input given by its complement; any other position as it is. */
    int flat(int position) {
        if (position >= 0) {
            return position;
        }
        int input = ~position;
        int low = 0;
        int high = ranges.size() / 3 - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (ranges.get(3 * middle) <= input) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return ranges.get(3 * low + 1) + input - ranges.get(3 * low);
    }

    int flatLength() {
        return flatLength;
    }

    /** Input, flat position and length of each range of inputs. */
    int[] ranges() {
        return ranges.toArray();
    }
}
