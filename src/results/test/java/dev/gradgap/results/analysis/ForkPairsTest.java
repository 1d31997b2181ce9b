package dev.gradgap.results.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.results.Method;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.MadeUpFork;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ForkPairsTest {

    private static SortedMap<Integer, ForkResult> forks(Method method, List<List<Double>> times) {
        SortedMap<Integer, ForkResult> forks = new TreeMap<>();
        for (int round = 0; round < times.size(); round++) {
            if (!times.get(round).isEmpty()) {
                forks.put(round, fork(round, method, times.get(round)));
            }
        }
        return forks;
    }

    private static ForkResult fork(int round, Method method, List<Double> times) {
        return MadeUpFork.of(0, round).method(method).times(times).fork();
    }

    /** Head takes 1.1 times as long as base throughout, while the machine slows down under both. */
    @Test
    void whatTheMachineDoesDuringAPairLeavesItsRatioAlone() {
        ForkPairs pairs = ForkPairs.of(
                forks(Method.MEASURED, List.of(List.of(10.0, 10.0, 10.0, 16.0, 16.0))),
                forks(Method.MEASURED, List.of(List.of(11.0, 11.0, 17.6, 17.6, 17.6))));

        assertThat(pairs.base()).containsExactly(10);
        assertThat(pairs.head()[0]).isCloseTo(11, within(1e-12));
    }

    @Test
    void roundsThatOneSideLacksAreNoPairs() {
        ForkPairs pairs = ForkPairs.of(
                forks(Method.MEASURED, List.of(List.of(1.0), List.of(2.0), List.of(3.0))),
                forks(Method.MEASURED, List.of(List.of(4.0), List.of(), List.of(5.0))));

        assertThat(pairs.base()).containsExactly(1, 3);
        assertThat(pairs.head()).containsExactly(4, 5);
        assertThat(pairs.forks()).hasSize(4);
    }

    @Test
    void ofSampledPassesOnlyTheMeansAreCompared() {
        ForkPairs pairs = ForkPairs.of(
                forks(Method.SAMPLED, List.of(List.of(1.0, 2.0, 9.0))),
                forks(Method.SAMPLED, List.of(List.of(9.0, 1.0, 2.0))));

        assertThat(pairs.base()).containsExactly(4);
        assertThat(pairs.head()).containsExactly(4);
    }

    @Test
    void forksWithUnlikeIterationsAreComparedByTheirMedians() {
        ForkPairs pairs = ForkPairs.of(
                forks(Method.MEASURED, List.of(List.of(1.0, 2.0, 9.0))),
                forks(Method.MEASURED, List.of(List.of(3.0, 5.0))));

        assertThat(pairs.head()).containsExactly(4);
    }
}
