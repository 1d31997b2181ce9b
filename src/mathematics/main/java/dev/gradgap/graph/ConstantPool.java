package dev.gradgap.graph;

import java.util.Arrays;

/** Distinct doubles, told apart by their bits, in order of first use: an open-addressing hash table, no boxing. */
final class ConstantPool {

    private double[] values = new double[16];
    private int size;
    private int[] table = new int[32]; // position in values plus 1, 0 for empty; a power of two, at most half full

    int size() {
        return size;
    }

    double value(int index) {
        return values[index];
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** The position of a value, added if it is new. */
    int indexOf(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int slot = slot(bits);
        while (table[slot] != 0) {
            int index = table[slot] - 1;
            if (Double.doubleToRawLongBits(values[index]) == bits) {
                return index;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return add(value, slot);
    }

    private int add(double value, int slot) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size] = value;
        table[slot] = ++size;
        if (2 * size > table.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        table = new int[2 * table.length];
        for (int index = 0; index < size; index++) {
            int slot = slot(Double.doubleToRawLongBits(values[index]));
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = index + 1;
        }
    }

    private int slot(long bits) {
        long mixed = bits * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (table.length - 1);
    }
}
