package dev.gradgap.statistics.steps.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * What happens to the level of a series: it is raised at the first step and falls back at the second, if there is one.
 *
 * @param name in words
 * @param values the length of the series
 * @param factor by which the level is raised
 * @param steps the positions of the first value after each step
 */
public record Scenario(String name, int values, double factor, List<Integer> steps) {

    public Scenario {
        steps = List.copyOf(steps);
    }

    /** All that are simulated. */
    static List<Scenario> all() {
        return List.of(
                nothing(200),
                nothing(50),
                nothing(20),
                nothing(8),
                new Scenario("+30 % on the last of 100 commits", 100, 1.3, List.of(99)),
                new Scenario("+10 % on the last two of 100 commits", 100, 1.1, List.of(98)),
                new Scenario("+30 % for ten of 200 commits, both ends", 200, 1.3, List.of(120, 130)),
                new Scenario("+30 % for fifteen of 200 commits, both ends", 200, 1.3, List.of(120, 135)),
                new Scenario("doubled in the middle of 6 commits", 6, 2, List.of(3)),
                new Scenario("doubled in the middle of 9 commits", 9, 2, List.of(4)),
                new Scenario("+5 % in the middle of 60 commits", 60, 1.05, List.of(30)));
    }

    private static Scenario nothing(int values) {
        return new Scenario("no change in " + values + " commits", values, 1, List.of());
    }

    /** Adds the level, as a logarithm, to noise. */
    double[] on(double[] noise) {
        double[] series = noise.clone();
        if (!steps.isEmpty()) {
            int end = steps.size() > 1 ? steps.get(1) : values;
            Arrays.setAll(series, i -> noise[i] + (i >= steps.get(0) && i < end ? Math.log(factor) : 0));
        }
        return series;
    }
}
