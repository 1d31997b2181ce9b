package dev.gradgap.report.finding;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Problem;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The engines of one mode in the order of their speed at one operator, over all families of workloads.
 *
 * <p>An engine's figure at a workload and size is its time over that of the fastest ranked engine there. Only workloads
 * and sizes at which every ranked engine was timed count, so that all are judged by the same tasks and the order does not
 * depend on what they are compared with. A family's figure is the geometric mean over its sizes, an engine's that over the
 * families, each weighing the same; so one with a single size does not count where another has three or more. Source: P. J. Fleming and J. J. Wallace, How not to lie with statistics: the correct
 * way to summarize benchmark results, Communications of the ACM 29, 1986.
 *
 * <p>The interval takes the families as a sample of the functions that a user may have: it is the t interval of the
 * logarithms of their figures, {@link ForkStatistics#interval}. It says how much the place depends on the function, and is
 * left unknown for fewer than three families, where it would say nothing. The noise between forks is in
 * it, and is not told apart.
 *
 * @param places the engines, the fastest first
 * @param families the families compared on, in the order of the plan
 * @param comparedAt each of them with its sizes, such as: mlp 4, 64, 1K
 * @param tasks how many pairs of a workload and a size were compared on
 * @param leftOut engines that were timed too, at too little of this to be ranked
 */
public record Ranking(
        Operator operator,
        Mode mode,
        List<Place> places,
        List<String> families,
        List<String> comparedAt,
        int tasks,
        List<String> leftOut) {

    private static final int SEVERAL_SIZES = 3;

    /** With two, t is 12.7. */
    private static final int FEWEST_FAMILIES = 3;

    /**
     * An engine's place.
     *
     * @param slowdown geometric mean of time over that of the fastest engine, at least 1
     * @param sampledTasks at how many of the tasks its time was sampled
     */
    public record Place(String engine, Technology technology, Interval slowdown, int sampledTasks) {}

    public Ranking {
        places = List.copyOf(places);
        families = List.copyOf(families);
        comparedAt = List.copyOf(comparedAt);
        leftOut = List.copyOf(leftOut);
    }

    /** What is ranked, such as: gradient, reverse mode. */
    public String title() {
        return operator.label() + ", " + mode.label() + " mode";
    }

    /** What it rests on, such as: geometric mean over 9 families, 47 workloads and sizes. */
    public String scope() {
        return "geometric mean over " + families.size() + (families.size() == 1 ? " family, " : " families, ") + tasks
                + " workloads and sizes";
    }

    /**
     * A ranking for each operator and mode of which at least two engines were timed at the same tasks; the primal, which has
     * no mode, is not ranked.
     */
    public static List<Ranking> of(RunResults results) {
        List<Ranking> rankings = new ArrayList<>();
        for (Operator operator : Operator.values()) {
            for (Mode mode : Mode.values()) {
                List<Cell> cells = results.cells().stream()
                        .filter(cell -> cell.status() == Status.OK
                                && operator != Operator.PRIMAL
                                && cell.operator() == operator
                                && cell.mode() == mode
                                && Measured.nanoseconds(cell) > 0)
                        .toList();
                of(operator, mode, cells).ifPresent(rankings::add);
            }
        }
        return rankings;
    }

    private static Optional<Ranking> of(Operator operator, Mode mode, List<Cell> cells) {
        Map<String, Map<Problem, Cell>> byEngine = cells.stream()
                .collect(Collectors.groupingBy(
                        Cell::engine,
                        LinkedHashMap::new,
                        Collectors.toMap(
                                Cell::problem, Function.identity(), Cell::wholeBeforeSampled, LinkedHashMap::new)));
        Set<Problem> tasks = bestCovered(byEngine);
        if (tasks.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Map<Problem, Cell>> ranked = new LinkedHashMap<>(byEngine);
        ranked.values().removeIf(timed -> !timed.keySet().containsAll(tasks));
        Map<Problem, Double> fastest = new HashMap<>();
        ranked.values()
                .forEach(timed ->
                        tasks.forEach(task -> fastest.merge(task, Measured.nanoseconds(timed.get(task)), Math::min)));
        List<Place> places = ranked.values().stream()
                .map(timed -> place(
                        tasks.stream().map(timed::get).toList(),
                        cell -> Measured.nanoseconds(cell) / fastest.get(cell.problem())))
                .sorted(Comparator.comparingDouble(place -> place.slowdown().estimate()))
                .toList();
        List<String> leftOut = byEngine.keySet().stream()
                .filter(engine -> !ranked.containsKey(engine))
                .toList();
        return Optional.of(new Ranking(operator, mode, places, families(tasks), sizes(tasks), tasks.size(), leftOut));
    }

    /**
     * The tasks to compare at: of what the engines timed at most tasks have in common, for two and more of them, that where
     * families times engines are most. So an engine timed at few tasks does not cost the others theirs. Empty if no two
     * engines have a task in common.
     */
    private static Set<Problem> bestCovered(Map<String, Map<Problem, Cell>> byEngine) {
        List<Set<Problem>> mostFirst = byEngine.values().stream()
                .map(Map::keySet)
                .sorted(Comparator.<Set<Problem>>comparingInt(Set::size).reversed())
                .toList();
        Set<Problem> best = Set.of();
        int most = 0;
        Set<Problem> common = new LinkedHashSet<>(mostFirst.isEmpty() ? Set.of() : mostFirst.get(0));
        for (int engines = 2; engines <= mostFirst.size(); engines++) {
            common.retainAll(mostFirst.get(engines - 1));
            Set<Problem> counting = counting(common);
            int covered = engines * families(counting).size();
            if (covered > most) {
                best = counting;
                most = covered;
            }
        }
        return best;
    }

    /** Without the families that are there with one size alone, if another has several: each would weigh as much as that. */
    private static Set<Problem> counting(Set<Problem> tasks) {
        Map<String, Set<Integer>> sizes = tasks.stream()
                .collect(Collectors.groupingBy(
                        Ranking::family,
                        Collectors.mapping(Problem::inputs, Collectors.toCollection(LinkedHashSet::new))));
        boolean several = sizes.values().stream().anyMatch(ofOne -> ofOne.size() >= SEVERAL_SIZES);
        return tasks.stream()
                .filter(task -> !several || sizes.get(family(task)).size() > 1)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> sizes(Set<Problem> tasks) {
        return families(tasks).stream()
                .map(family -> family + " "
                        + tasks.stream()
                                .filter(task -> family(task).equals(family))
                                .map(Problem::inputs)
                                .distinct()
                                .sorted()
                                .map(Numbers::size)
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    private static List<String> families(Set<Problem> tasks) {
        return tasks.stream().map(Ranking::family).distinct().toList();
    }

    private static Place place(List<Cell> cells, ToDoubleFunction<Cell> figure) {
        double[] families = cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> WorkloadNames.family(cell.workload()),
                        LinkedHashMap::new,
                        Collectors.averagingDouble(cell -> Math.log(figure.applyAsDouble(cell)))))
                .values()
                .stream()
                .mapToDouble(Math::exp)
                .toArray();
        Interval slowdown = ForkStatistics.interval(families);
        Cell any = cells.get(0);
        int sampled = (int) cells.stream().filter(Cell::isSampled).count();
        return new Place(
                any.engine(),
                any.technology(),
                families.length < FEWEST_FAMILIES ? Interval.unknown(slowdown.estimate()) : slowdown,
                sampled);
    }

    private static String family(Problem problem) {
        return WorkloadNames.family(problem.workload());
    }
}
