package dev.gradgap.statistics.steps.simulation;

import dev.gradgap.statistics.steps.Steps;
import dev.gradgap.statistics.steps.Steps.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** What {@link Steps} and two methods of textbooks find in the same simulated series. */
public final class StepSimulation {

    /** The methods, in the order of {@link Row#found}. */
    public static final List<String> METHODS = List.of("trend", "max_t", "pelt");

    /** A step counts as found if it is said to be no farther from its place. */
    public static final int WITHIN = 2;

    private StepSimulation() {}

    /**
     * A scenario with a noise.
     *
     * @param series how many were simulated
     * @param found by each method, in how many all steps were found
     * @param falsely by each method, in how many a step was said where there is none
     */
    public record Row(Scenario scenario, Noise noise, int series, List<Integer> found, List<Integer> falsely) {

        public Row {
            found = List.copyOf(found);
            falsely = List.copyOf(falsely);
        }
    }

    /**
     * Simulates all scenarios with all noises; the same arguments give the same rows.
     *
     * @param significance the share of series without a step that may show one
     * @param series how many of each
     */
    public static List<Row> rows(double significance, int series, long seed) {
        MaximalT maximalT = new MaximalT();
        List<Function<double[], List<Integer>>> methods = List.of(
                values -> Steps.of(values, significance).steps().stream()
                        .map(Step::at)
                        .toList(),
                maximalT::steps,
                Pelt::steps);
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> rows = new ArrayList<>();
        for (Scenario scenario : Scenario.all()) {
            for (Noise noise : Noise.values()) {
                rows.add(row(scenario, noise, series, methods, random));
            }
        }
        return rows;
    }

    private static Row row(
            Scenario scenario,
            Noise noise,
            int series,
            List<Function<double[], List<Integer>>> methods,
            SplittableRandom random) {
        Integer[] found = new Integer[methods.size()];
        Integer[] falsely = new Integer[methods.size()];
        Arrays.fill(found, 0);
        Arrays.fill(falsely, 0);
        for (int i = 0; i < series; i++) {
            double[] values = scenario.on(noise.values(scenario.values(), random));
            for (int k = 0; k < methods.size(); k++) {
                List<Integer> said = methods.get(k).apply(values);
                if (scenario.steps().stream().allMatch(step -> isNear(step, said))) {
                    found[k]++;
                }
                if (!said.stream().allMatch(step -> isNear(step, scenario.steps()))) {
                    falsely[k]++;
                }
            }
        }
        return new Row(scenario, noise, series, List.of(found), List.of(falsely));
    }

    private static boolean isNear(int step, List<Integer> others) {
        return others.stream().anyMatch(other -> Math.abs(step - other) <= WITHIN);
    }
}
