package dev.gradgap.graph.schedule.program;

/** A set of numbers below a size, a bit for each; ranges cost a step for every 64 numbers. */
public final class Bits {

    private final long[] words;

    public Bits(int size) {
        words = new long[(size + 63) >>> 6];
    }

    public boolean get(int i) {
        return (words[i >> 6] >>> i & 1) != 0;
    }

    public void add(int i) {
        words[i >> 6] |= 1L << i;
    }

    /** Adds the numbers from one to before another. */
    public void add(int from, int to) {
        if (from >= to) {
            return;
        }
        int last = (to - 1) >> 6;
        for (int word = from >> 6; word <= last; word++) {
            words[word] |= mask(word, from, to);
        }
    }

    /** Removes the numbers from one to before another. */
    public void remove(int from, int to) {
        if (from >= to) {
            return;
        }
        int last = (to - 1) >> 6;
        for (int word = from >> 6; word <= last; word++) {
            words[word] &= ~mask(word, from, to);
        }
    }

    /** Whether any number from one to before another is there. */
    public boolean any(int from, int to) {
        if (from >= to) {
            return false;
        }
        int last = (to - 1) >> 6;
        for (int word = from >> 6; word <= last; word++) {
            if ((words[word] & mask(word, from, to)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** How many numbers are there. */
    public int size() {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return size;
    }

    /** The bits of a word that stand for numbers from one to before another. */
    private static long mask(int word, int from, int to) {
        long mask = -1L;
        if (word == from >> 6) {
            mask &= -1L << from;
        }
        if (word == (to - 1) >> 6) {
            mask &= -1L >>> -to;
        }
        return mask;
    }
}
