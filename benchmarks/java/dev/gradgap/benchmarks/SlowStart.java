package dev.gradgap.benchmarks;

import dev.gradgap.engine.Engine;
import java.security.CodeSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whether an engine gets faster long after its code is compiled: one with a compiler, a cache or a scheduler of its own may,
 * and HotSpot knows nothing of it. Only watching it for longer tells, for {@value #WATCHED_SECONDS} seconds, so that is done to engines
 * that are not this program's own, in every third round.
 */
final class SlowStart {

    private static final int WATCHED_SECONDS = 4;
    private static final long WATCHED = WATCHED_SECONDS * 1_000_000_000L;
    private static final long LAST = 100_000_000;
    private static final double FASTER = 1.5;
    private static final int ROUNDS = 3; // a cell with a third of its forks unsteady is unsteady

    private SlowStart() {}

    /** Whether this fork is to watch its engine. */
    static boolean isToBeWatched(Engine engine, int round) {
        CodeSource own = Engine.class.getProtectionDomain().getCodeSource();
        CodeSource engines = engine.getClass().getProtectionDomain().getCodeSource();
        return round % ROUNDS == 0 && engines != null && !engines.getLocation().equals(own.getLocation());
    }

    /**
     * Makes the calls for so long.
     *
     * @param nanos of processor time that one takes after its warm-up
     * @param clock nanoseconds from any origin
     * @param worked nanoseconds of processor time of this thread
     * @return by how much they have become faster, in words; empty if not by much
     */
    static Optional<String> of(Runnable call, double nanos, LongSupplier clock, LongSupplier worked) {
        long start = clock.getAsLong();
        while (clock.getAsLong() - start < WATCHED) {
            call.run();
        }
        long begin = worked.getAsLong();
        int calls = 0;
        do {
            call.run();
            calls++;
        } while (worked.getAsLong() - begin < LAST);
        double factor = nanos * calls / (worked.getAsLong() - begin);
        return factor < FASTER
                ? Optional.empty()
                : Optional.of("warmed up as usual it is slower than " + WATCHED_SECONDS + " s later by a factor of "
                        + Math.round(10 * factor) / 10.0);
    }
}
