package dev.gradgap.graph.schedule;

import java.util.Arrays;

/** A list of bytes that grows by half when it is full. */
final class ByteList {

    private byte[] elements = new byte[64];
    private int size;

    int size() {
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

    byte[] toArray() {
        return Arrays.copyOf(elements, size);
    }
}
