package dev.gradgap.task;

import dev.gradgap.function.Branching;
import dev.gradgap.function.Path;
import dev.gradgap.workload.Workload;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The choices by values that a function makes at its point, in words. */
public final class Guards {

    private static final int PLACES_SHOWN = 5;

    private Guards() {}

    /** How many there are and where in the source, the most frequent first, in one line; empty if the function cannot choose. */
    public static Optional<String> describe(Workload workload) {
        if (!(workload.function() instanceof Branching branching)) {
            return Optional.empty();
        }
        Path path = branching.path();
        if (path.guards() == 0) {
            return Optional.of("no guards: it does the same at every point");
        }
        Map<String, Long> counts =
                path.places().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        String shown = counts.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, Long>::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(PLACES_SHOWN)
                .map(entry -> entry.getKey() + (entry.getValue() == 1 ? "" : " (" + entry.getValue() + " times)"))
                .collect(Collectors.joining(", "));
        return Optional.of(path.guards() + (path.guards() == 1 ? " guard" : " guards") + " with " + workload.inputs()
                + (workload.inputs() == 1 ? " input: " : " inputs: ") + shown
                + (counts.size() > PLACES_SHOWN ? " and " + (counts.size() - PLACES_SHOWN) + " more places" : ""));
    }
}
