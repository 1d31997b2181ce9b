package dev.gradgap.report.finding;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.BreakEven;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Crossover;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Method;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Scaling;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.Interval;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a run says of one family of engines, scalar forward mode against reverse mode, over its workloads. Where a family has
 * several such engines it speaks of those that were compared most often.
 *
 * @param family whom the engines belong to; in most technologies there is one family
 * @param largest the gaps at the largest size that any workload was measured at
 * @param crossovers where the gap passes 1, for each workload
 * @param uncertain the workloads on which reverse mode is the faster one at every size, but at the smallest by less than noise
 * @param forwardExponents how forward time per operation grows with N, for each workload; theory 1
 * @param reverseExponents how reverse time per operation grows with N, for each workload; theory 0
 * @param costRatios the reverse engine's cost ratios at the largest size each workload was measured at with its primal
 * @param breakEvens after how many gradients preparing the technology's reverse engine has paid for itself against one
 *     that runs the function's own code, at the largest size of each workload
 */
public record Findings(
        Technology technology,
        String family,
        List<Gap> largest,
        List<Crossover> crossovers,
        List<String> uncertain,
        List<Scaling> forwardExponents,
        List<Scaling> reverseExponents,
        List<Cell> costRatios,
        List<BreakEven> breakEvens) {

    /**
     * One for each family that has a pair of engines, in the order of the technologies. What {@link SelfCheck} doubts does
     * not count; nor do functions of several outputs, whose gap depends on those too, where there are others.
     */
    public static List<Findings> of(RunResults results) {
        RunResults gradients = ofGradients(SelfCheck.withoutDoubtful(results));
        return Arrays.stream(Technology.values())
                .flatMap(technology -> gradients.gaps().stream()
                        .filter(gap -> gap.technology() == technology)
                        .map(Gap::family)
                        .distinct()
                        .map(family -> of(gradients, technology, family)))
                .toList();
    }

    private static RunResults ofGradients(RunResults results) {
        Set<String> several = results.cells().stream()
                .filter(cell -> cell.outputs() > 1)
                .map(Cell::workload)
                .collect(Collectors.toSet());
        RunResults gradients = results.ofWorkloads(workload -> !several.contains(workload));
        return gradients.gaps().isEmpty() ? results : gradients;
    }

    private static Findings of(RunResults results, Technology technology, String family) {
        Set<String> scalar = scalarForwardEngines(results.gaps(), technology);
        List<Gap> candidates = results.gaps().stream()
                .filter(gap -> gap.technology() == technology
                        && gap.family().equals(family)
                        && (scalar.isEmpty() || scalar.contains(gap.forwardEngine())))
                .toList();
        String forward = mostFrequent(candidates, Gap::forwardEngine);
        String reverse = mostFrequent(candidates, Gap::reverseEngine);
        List<Gap> gaps = candidates.stream()
                .filter(gap -> gap.forwardEngine().equals(forward)
                        && gap.reverseEngine().equals(reverse))
                .toList();
        List<Crossover> crossovers = results.crossovers().stream()
                .filter(crossover -> crossover.technology() == technology
                        && crossover.family().equals(family)
                        && crossover.forwardEngine().equals(forward)
                        && crossover.reverseEngine().equals(reverse))
                .toList();
        int size = gaps.stream().mapToInt(Gap::inputs).max().orElse(0);
        return new Findings(
                technology,
                family,
                gaps.stream().filter(gap -> gap.inputs() == size).toList(),
                crossovers,
                crossovers.stream()
                        .filter(crossover -> crossover.estimate().status() == CrossoverEstimate.Status.BELOW)
                        .map(Crossover::workload)
                        .filter(workload -> !isCertainAtSmallest(gaps, workload))
                        .toList(),
                scalings(results, forward::equals),
                scalings(results, reverse::equals),
                costRatios(results, reverse),
                breakEvens(results, reverse));
    }

    /** The name that most gaps have; of several the one that comes first. */
    private static String mostFrequent(List<Gap> gaps, Function<Gap, String> name) {
        Map<String, Long> counts =
                gaps.stream().collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .reduce((first, second) -> second.getValue() > first.getValue() ? second : first)
                .orElseThrow()
                .getKey();
    }

    /** The forward engines that carry one tangent a pass: those with the most passes. */
    public static Set<String> scalarForwardEngines(List<Gap> gaps, Technology technology) {
        Map<List<Object>, Long> mostPasses = new HashMap<>();
        gaps.forEach(gap -> mostPasses.merge(task(gap), gap.passes(), Math::max));
        Set<String> vector = gaps.stream()
                .filter(gap -> gap.passes() < mostPasses.get(task(gap)))
                .map(Gap::forwardEngine)
                .collect(Collectors.toSet());
        return gaps.stream()
                .filter(gap -> gap.technology() == technology && !vector.contains(gap.forwardEngine()))
                .map(Gap::forwardEngine)
                .collect(Collectors.toSet());
    }

    private static List<Object> task(Gap gap) {
        return List.of(gap.workload(), gap.inputs(), gap.technology(), gap.family());
    }

    private static List<Scaling> scalings(RunResults results, Predicate<String> engine) {
        return results.scalings().stream()
                .filter(scaling -> scaling.operator() != Operator.PRIMAL && engine.test(scaling.engine()))
                .toList();
    }

    private static List<Cell> costRatios(RunResults results, String reverse) {
        return results.cells().stream()
                .filter(cell -> cell.mode() == Mode.REVERSE
                        && cell.operator() == Operator.GRADIENT
                        && reverse.equals(cell.engine())
                        && cell.timing().ratioToPrimal().isPresent()
                        && cell.time().isPresent())
                .collect(Collectors.groupingBy(
                        Cell::workload, LinkedHashMap::new, Collectors.maxBy(Comparator.comparingInt(Cell::inputs))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<BreakEven> breakEvens(RunResults results, String reverse) {
        Set<String> ownCode = results.cells().stream()
                .filter(cell -> cell.technology() == Technology.OVERLOADING)
                .map(Cell::engine)
                .collect(Collectors.toSet());
        return results.breakEvens().stream()
                .filter(breakEven -> reverse.equals(breakEven.engine()) && ownCode.contains(breakEven.rival()))
                .collect(Collectors.groupingBy(
                        BreakEven::workload,
                        LinkedHashMap::new,
                        Collectors.maxBy(Comparator.comparingInt(BreakEven::inputs))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The technology, and the family if that says more: graph, or library acme. */
    String label() {
        return family.equals(technology.label()) ? family : technology.label() + " " + family;
    }

    /** How many of the largest gaps rest on a sampled forward time. */
    public long sampled() {
        return largest.stream().filter(gap -> gap.method() == Method.SAMPLED).count();
    }

    private static boolean isCertainAtSmallest(List<Gap> gaps, String workload) {
        return gaps.stream()
                .filter(gap -> gap.workload().equals(workload) && gap.hasOperations())
                .min(Comparator.comparingInt(Gap::inputs))
                .filter(gap -> gap.gap().low() > 1)
                .isPresent();
    }

    /** The gap at the largest size, over the workloads. */
    OverWorkloads gap() {
        return OverWorkloads.of(largest.stream().map(Gap::gap).toList());
    }

    /** Where the gap passes 1, over the workloads on which it does within the measured sizes; empty if on none. */
    Optional<OverWorkloads> crossing() {
        List<Interval> crossings = crossovers.stream()
                .map(Crossover::estimate)
                .filter(estimate -> estimate.status() == CrossoverEstimate.Status.FOUND)
                .flatMap(estimate -> estimate.at().stream())
                .toList();
        return crossings.isEmpty() ? Optional.empty() : Optional.of(OverWorkloads.of(crossings));
    }

    /** The reverse engine's cost ratio, over the workloads; empty if no primal was measured. */
    Optional<OverWorkloads> costRatio() {
        double[] ratios = costRatios.stream()
                .mapToDouble(cell -> cell.timing().ratioToPrimal().getAsDouble())
                .toArray();
        return ratios.length == 0 ? Optional.empty() : Optional.of(OverWorkloads.of(ratios));
    }
}
