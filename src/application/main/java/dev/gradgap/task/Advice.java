package dev.gradgap.task;

import dev.gradgap.engine.Mode;
import dev.gradgap.statistics.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is best for a function at one size.
 *
 * @param candidates what was measured, the fastest first; empty if nothing could be
 * @param unsuited engines that do not take the function, or broke down on it, each with the reason
 */
public record Advice(String workload, int inputs, List<Candidate> candidates, List<String> unsuited) {

    public Advice {
        candidates = List.copyOf(candidates);
        unsuited = List.copyOf(unsuited);
    }

    /**
     * An engine that was measured.
     *
     * @param time of all derivatives, in nanoseconds, with its 95 % interval
     * @param passes through the graph that they take
     * @param ratio its time over that of the fastest, with its 95 % interval
     * @param prepare how long preparing takes, in nanoseconds; empty if it prepares nothing, or that was not measured
     * @param liveBytes what the prepared engine holds
     * @param allocBytes what it allocates for all derivatives
     */
    public record Candidate(
            String engine,
            Mode mode,
            int tangents,
            Interval time,
            OptionalLong passes,
            Interval ratio,
            OptionalDouble prepare,
            OptionalLong liveBytes,
            OptionalDouble allocBytes) {}

    public Candidate best() {
        return candidates.get(0);
    }

    /** The fastest of the other mode. */
    public Optional<Candidate> otherMode() {
        return candidates.stream()
                .filter(candidate -> candidate.mode() != best().mode())
                .findFirst();
    }

    /** The fastest that prepares nothing: what preparing has to pay for itself against. */
    public Optional<Candidate> unprepared() {
        return candidates.stream()
                .filter(candidate -> candidate.prepare().isEmpty() && candidate.mode() == best().mode())
                .findFirst();
    }

    /** After how many gradients preparing the best has paid for itself; empty if it prepares nothing. */
    public OptionalLong breakEven() {
        Optional<Candidate> rival = unprepared();
        if (best().prepare().isEmpty() || rival.isEmpty()) {
            return OptionalLong.empty();
        }
        double saved = rival.get().time().estimate() - best().time().estimate();
        return OptionalLong.of((long) Math.ceil(best().prepare().getAsDouble() / saved));
    }
}
