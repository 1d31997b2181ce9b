package dev.gradgap.graph.schedule.program;

import java.util.Arrays;

/** A list of bytes that grows by half when it is full. */
public final class ByteList {

    private byte[] elements = new byte[64];
    private int size;

    public int size() {
        return size;
    }

    byte get(int i) {
        return elements[i];
    }

    void add(byte element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, Math.addExact(size, size >> 1));
        }
        elements[size++] = element;
    }

    public byte[] toArray() {
        return Arrays.copyOf(elements, size);
    }
}
