package dev.gradgap.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Passes whose true times are known, and forks that time random samples of them; to count how often {@link
 * PassSampler#estimateTotal} is right.
 */
final class SyntheticPasses {

    static final int PASSES = 20_000;

    private final double[] trueTimes;
    private final double total;
    private final RandomGenerator random = new Well19937c(20_240_229);
    private double forkSpread;
    private double drift;
    private double swing;

    private SyntheticPasses(double[] trueTimes) {
        this.trueTimes = trueTimes;
        this.total = Arrays.stream(trueTimes).sum();
    }

    /** All alike but for 5 %. */
    static SyntheticPasses even() {
        RandomGenerator random = new Well19937c(1);
        return of(() -> 1 + 0.05 * random.nextGaussian());
    }

    /** Lognormal with sigma 1: skewness 6. */
    static SyntheticPasses lognormal() {
        RandomGenerator random = new Well19937c(2);
        return of(() -> Math.exp(random.nextGaussian()));
    }

    /** One in a hundred takes 50 times as long as the others: skewness 10. */
    static SyntheticPasses bimodal() {
        SyntheticPasses passes = even();
        for (int i = 0; i < PASSES; i += 100) {
            passes.trueTimes[i] *= 50;
        }
        return new SyntheticPasses(passes.trueTimes);
    }

    private static SyntheticPasses of(DoubleSupplier time) {
        double[] times = new double[PASSES];
        Arrays.setAll(times, i -> time.getAsDouble());
        return new SyntheticPasses(times);
    }

    /** Each fork as a whole is slower or faster by a lognormal factor with this sigma. */
    SyntheticPasses withForkSpread(double sigma) {
        this.forkSpread = sigma;
        return this;
    }

    /** The machine slows down by this share, evenly, from the first pass of the first fork to the last of the last. */
    SyntheticPasses withDrift(double share) {
        this.drift = share;
        return this;
    }

    /**
     * The speed of the machine swings by this share: an AR(1) process with correlation 0.99 from pass to pass, so
     * that a swing lasts about 100 passes. Forks lie far apart.
     */
    SyntheticPasses withSwing(double sigma) {
        this.swing = sigma;
        return this;
    }

    /** Over all forks and moments, the mean time of all passes together. */
    double expectedTotal() {
        return total * Math.exp(forkSpread * forkSpread / 2) * (1 + drift / 2);
    }

    /** One simulated run: the times of the passes that each fork chose. */
    List<double[]> run(int forks, int passesPerFork) {
        List<double[]> timesByFork = new ArrayList<>();
        int moment = 0;
        for (int fork = 0; fork < forks; fork++) {
            double factor = Math.exp(forkSpread * random.nextGaussian());
            double state = random.nextGaussian();
            double[] times = new double[passesPerFork];
            int[] chosen = PassSampler.choose(PASSES, passesPerFork, random.nextLong());
            for (int i = 0; i < passesPerFork; i++) {
                double drifted = 1 + drift * (moment++ + 0.5) / (forks * (double) passesPerFork);
                times[i] = trueTimes[chosen[i]] * factor * drifted * (1 + swing * state);
                if (swing > 0) {
                    state = 0.99 * state + Math.sqrt(1 - 0.99 * 0.99) * random.nextGaussian();
                }
            }
            timesByFork.add(times);
        }
        return timesByFork;
    }

    /** The share of simulated runs whose interval contains the truth. */
    double coverage(int forks, int passesPerFork, int runs) {
        double truth = expectedTotal();
        int covered = 0;
        for (int i = 0; i < runs; i++) {
            Interval interval = PassSampler.estimateTotal(run(forks, passesPerFork), PASSES);
            if (interval.low() <= truth && truth <= interval.high()) {
                covered++;
            }
        }
        return covered / (double) runs;
    }
}
