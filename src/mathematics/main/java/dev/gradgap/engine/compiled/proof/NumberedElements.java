package dev.gradgap.engine.compiled.proof;

/** Elements of memory, numbered from 0 in the order in which they are met: a hash table with open addresses. */
final class NumberedElements {

    private final long[] elements; // by number
    private final int[] table; // a number plus 1; 0 where there is none
    private final int shift;
    private int size;

    /** Room for some elements. */
    NumberedElements(int most) {
        int bits = 33 - Integer.numberOfLeadingZeros(most); // more than half of the table stays empty
        elements = new long[most];
        table = new int[1 << bits];
        shift = 64 - bits;
    }

    /** The number of an element. */
    int number(long element) {
        int at = (int) ((element * 0x9E3779B97F4A7C15L) >>> shift);
        while (table[at] != 0 && elements[table[at] - 1] != element) {
            at = (at + 1) & (table.length - 1);
        }
        if (table[at] == 0) {
            elements[size] = element;
            table[at] = ++size;
        }
        return table[at] - 1;
    }

    long element(int number) {
        return elements[number];
    }

    /** How many there are. */
    int size() {
        return size;
    }
}
