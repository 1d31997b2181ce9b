package dev.gradgap.graph.schedule;

import java.util.Arrays;

/** A list of ints that grows by half when it is full. */
final class IntList {

    private int[] elements = new int[64];
    private int size;

    int size() {
        return size;
    }

    int get(int i) {
        return elements[i];
    }

    void set(int i, int element) {
        elements[i] = element;
    }

    void add(int element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, Math.addExact(size, size >> 1));
        }
        elements[size++] = element;
    }

    /** Takes the last element away and returns it. */
    int removeLast() {
        return elements[--size];
    }

    /** Forgets the elements from a place on. */
    void truncate(int length) {
        size = length;
    }

    void clear() {
        size = 0;
    }

    /** Turns the order of the elements around. */
    void reverse() {
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            int element = elements[i];
            elements[i] = elements[j];
            elements[j] = element;
        }
    }

    /** Puts the elements from one position on to another end into ascending order. */
    void sort(int from, int to) {
        Arrays.sort(elements, from, to);
    }

    /** Copies so many elements from one on. */
    void copy(int from, int length, int[] to, int at) {
        System.arraycopy(elements, from, to, at, length);
    }

    int[] toArray() {
        return Arrays.copyOf(elements, size);
    }
}
