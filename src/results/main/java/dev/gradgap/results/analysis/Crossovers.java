package dev.gradgap.results.analysis;

import dev.gradgap.engine.Technology;
import dev.gradgap.results.Crossover;
import dev.gradgap.results.Gap;
import dev.gradgap.statistics.CrossoverFit;
import dev.gradgap.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the gaps of a pair of engines on a workload pass 1, over all sizes measured. */
final class Crossovers {

    private Crossovers() {}

    /** A crossover for each workload and pair of engines, in the order of the gaps. */
    static List<Crossover> of(List<Gap> gaps) {
        Map<Pair, List<Gap>> pairs = new LinkedHashMap<>();
        for (Gap gap : gaps) {
            if (!gap.hasOperations()) {
                continue;
            }
            Pair pair =
                    new Pair(gap.workload(), gap.technology(), gap.family(), gap.forwardEngine(), gap.reverseEngine());
            pairs.computeIfAbsent(pair, key -> new ArrayList<>()).add(gap);
        }
        List<Crossover> crossovers = new ArrayList<>();
        pairs.forEach((pair, sizes) -> crossovers.add(crossover(pair, sizes)));
        return crossovers;
    }

    private static Crossover crossover(Pair pair, List<Gap> gaps) {
        List<Gap> growing =
                gaps.stream().sorted(Comparator.comparingInt(Gap::inputs)).toList();
        return new Crossover(
                pair.workload,
                pair.technology,
                pair.forward,
                pair.reverse,
                CrossoverFit.of(
                        growing.stream().mapToDouble(Gap::inputs).toArray(),
                        growing.stream().map(Gap::gap).toArray(Interval[]::new)),
                pair.family);
    }

    private record Pair(String workload, Technology technology, String family, String forward, String reverse) {}
}
