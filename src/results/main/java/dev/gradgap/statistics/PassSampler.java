package dev.gradgap.statistics;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Chooses passes at random, so that the mean of a few stands for the mean of all.
 *
 * <p>How many are enough depends on how unlike each other they are. No sample can know of slow passes that it did not
 * meet: where 1 % of them take 50 times as long, a sample of 100 misses all of them with probability 0.37, and an interval
 * from it is then short and wrong. Cochran's rule of thumb (Sampling Techniques, 3rd ed., sec. 2.15) asks for more than 25
 * times the squared skewness.
 */
public final class PassSampler {

    private PassSampler() {}

    /**
     * A simple random sample without replacement, in random order: each subset, in each order, is equally likely.
     * The same arguments give the same passes on every JVM. Forks must be given different seeds, or their spread cannot
     * show how much the choice of passes matters. Passes should be timed in the order given: a machine that slows down
     * steadily then slows all of them alike, and its drift shows up as spread, not as bias.
     *
     * <p>Source: R. W. Floyd, in J. Bentley and B. Floyd, Programming Pearls: A sample of brilliance, CACM 30(9),
     * 1987, then shuffled (R. Durstenfeld, CACM 7(7), 1964, algorithm 235). Takes O(count) time and memory,
     * whatever the number of passes.
     *
     * @param passes the number of passes to choose from, at least 0
     * @param count how many to choose, from 0 to passes
     * @param seed any number
     * @return count different numbers from 0 to passes - 1
     * @throws IllegalArgumentException if count is negative or above passes
     */
    public static int[] choose(int passes, int count, long seed) {
        if (count < 0 || count > passes) {
            throw new IllegalArgumentException(
                    "cannot choose " + count + " of " + passes + " passes; choose from none to all of them");
        }
        SplittableRandom random = new SplittableRandom(seed);
        Set<Integer> chosen = new HashSet<>();
        int[] sample = new int[count];
        for (int i = 0; i < count; i++) {
            int last = passes - count + i;
            sample[i] = below(last + 1, random);
            if (!chosen.add(sample[i])) {
                sample[i] = last; // not chosen yet: it was out of range until now
                chosen.add(last);
            }
        }
        for (int i = count - 1; i > 0; i--) {
            int j = below(i + 1, random);
            int swapped = sample[i];
            sample[i] = sample[j];
            sample[j] = swapped;
        }
        return sample;
    }

    /**
     * Uniform from 0 to bound - 1, without bias: draws from the incomplete last stretch of the 63-bit range are
     * redrawn.
     */
    private static int below(int bound, SplittableRandom random) {
        long draw;
        long value;
        do {
            draw = random.nextLong() >>> 1;
            value = draw % bound;
        } while (draw - value + (bound - 1) < 0);
        return (int) value;
    }
}
