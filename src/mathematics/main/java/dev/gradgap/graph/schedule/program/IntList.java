package dev.gradgap.graph.schedule.program;

import java.util.Arrays;

/** A list of ints that grows by half when it is full. */
public final class IntList {

    private int[] elements = new int[64];
    private int size;

    public int size() {
        return size;
    }

    public int get(int i) {
        return elements[i];
    }

    public void set(int i, int element) {
        elements[i] = element;
    }

    public void add(int element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, Math.addExact(size, size >> 1));
        }
        elements[size++] = element;
    }

    /** Takes the last element away and returns it. */
    public int removeLast() {
        return elements[--size];
    }

    /** Forgets the elements from a place on. */
    public void truncate(int length) {
        size = length;
    }

    public void clear() {
        size = 0;
    }

    /** Turns the order of the elements around. */
    public void reverse() {
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            int element = elements[i];
            elements[i] = elements[j];
            elements[j] = element;
        }
    }

    /** Puts the elements from one position on to another end into ascending order. */
    public void sort(int from, int to) {
        Arrays.sort(elements, from, to);
    }

    /** Copies so many elements from one on. */
    public void copy(int from, int length, int[] to, int at) {
        System.arraycopy(elements, from, to, at, length);
    }

    public int[] toArray() {
        return Arrays.copyOf(elements, size);
    }
}
