package dev.gradgap.graph.tangent;

/**
 * A set of operations from which the first can be taken quickly: a bit for each, a bit for each word of 64 bits that is
 * not empty, and so on. Adding and taking cost a few steps whatever the size, up to five levels of words.
 */
final class PendingOperations {

    private final long[][] levels; // levels[0]: the operations; levels[i + 1]: the words of levels[i] that are not 0

    /** An empty set of the operations from 0 to before a number. */
    PendingOperations(int operations) {
        int depth = 1;
        for (long words = words(operations); words > 1; words = words(words)) {
            depth++;
        }
        levels = new long[depth][];
        long elements = operations;
        for (int level = 0; level < depth; level++) {
            elements = words(elements);
            levels[level] = new long[(int) elements];
        }
    }

    private static long words(long bits) {
        return Math.max(1, (bits + 63) >> 6);
    }

    /** Adds an operation; nothing changes if it is there already. */
    void add(int operation) {
        int at = operation;
        for (long[] level : levels) {
            int word = at >> 6;
            boolean wasEmpty = level[word] == 0;
            level[word] |= 1L << at;
            if (!wasEmpty) {
                return;
            }
            at = word;
        }
    }

    /** Takes the first operation out and returns it; -1 if there is none. */
    int takeFirst() {
        int word = 0;
        for (int level = levels.length - 1; level >= 0; level--) {
            if (levels[level][word] == 0) {
                return -1;
            }
            word = (word << 6) + Long.numberOfTrailingZeros(levels[level][word]);
        }
        int operation = word;
        for (long[] level : levels) {
            level[word >> 6] &= level[word >> 6] - 1;
            word >>= 6;
            if (level[word] != 0) {
                break;
            }
        }
        return operation;
    }

    long bytes() {
        long bytes = 0;
        for (long[] level : levels) {
            bytes += 8L * level.length;
        }
        return bytes;
    }
}
