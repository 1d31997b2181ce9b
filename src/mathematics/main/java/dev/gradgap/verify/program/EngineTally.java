package dev.gradgap.verify.program;

import dev.gradgap.verify.program.Outcome.Result;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of one engine on many programs. */
public final class EngineTally {

    /**
     * How often a kind of fault was found, and where first.
     *
     * @param count on how many programs
     * @param seed of the first of them
     * @param fault of the first of them
     */
    public record Kind(long count, long seed, ProgramFault fault) {}

    private final Map<Result, Long> results = new EnumMap<>(Result.class);
    private final Map<String, Kind> kinds = new LinkedHashMap<>(); // in the order of their first programs
    private final SortedMap<String, Long> refusals = new TreeMap<>();
    private long compared;
    private long leftOpen;

    void add(long seed, Outcome outcome) {
        results.merge(outcome.result(), 1L, Long::sum);
        compared += outcome.compared();
        leftOpen += outcome.leftOpen();
        if (outcome.result() == Result.REFUSED) {
            refusals.merge(outcome.reason(), 1L, Long::sum);
        }
        outcome.fault()
                .ifPresent(fault -> kinds.merge(
                        fault.kind(),
                        new Kind(1, seed, fault),
                        (known, another) -> new Kind(known.count + 1, known.seed, known.fault)));
    }

    /** On how many programs the engine ended so. */
    public long count(Result result) {
        return results.getOrDefault(result, 0L);
    }

    /** The kinds of faults by their names, in the order in which they were found. */
    public Map<String, Kind> kinds() {
        return Collections.unmodifiableMap(kinds);
    }

    /** Why the engine refused programs, and how many. */
    public SortedMap<String, Long> refusals() {
        return Collections.unmodifiableSortedMap(refusals);
    }

    /** The numbers that were judged. */
    public long compared() {
        return compared;
    }

    /** The numbers that could not be judged. */
    public long leftOpen() {
        return leftOpen;
    }
}
