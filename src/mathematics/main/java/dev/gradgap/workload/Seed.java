package dev.gradgap.workload;

/**
 * A stream of pseudo-random numbers that is the same on every JVM and platform: SplitMix64, from Steele, Lea and Flood,
 * Fast Splittable Pseudorandom Number Generators, OOPSLA 2014, fig. 14. No transcendental function is used.
 */
public final class Seed {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public Seed(long seed) {
        this.state = seed;
    }

    /** The next 64 bits. */
    public long nextLong() {
        long z = state += GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform on [0, 1), a multiple of 2<sup>-53</sup>. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform on [low, high). */
    public double nextDouble(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** From 0 to bound - 1, with a bias below bound / 2<sup>32</sup>. */
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** A stream independent of this one for most purposes, for a part of a workload. */
    public Seed split() {
        return new Seed(nextLong());
    }
}
