package dev.gradgap.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.ReverseEngine;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.reverse.GraphReverse;
import dev.gradgap.function.DifferentiableFunction;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** On a clock that only the calls move. */
class SlowStartTest {

    private static final long MS = 1_000_000;

    private long now;

    private Optional<String> watch(double nanos, LongUnaryOperator callNanos) {
        return SlowStart.of(() -> now += callNanos.applyAsLong(now), nanos, () -> now, () -> now);
    }

    @Test
    void codeThatGetsFasterLaterIsNamed() {
        assertThat(watch(100 * MS, time -> time < 3000 * MS ? 100 * MS : MS))
                .contains("warmed up as usual it is slower than 4 s later by a factor of 100.0");
    }

    @Test
    void codeThatStaysAsItIsOrGetsSlowerIsNot() {
        assertThat(watch(MS, time -> MS)).isEmpty();
        assertThat(watch(MS, time -> 2 * MS)).isEmpty();
        assertThat(watch(9000 * MS, time -> 9000 * MS)).isEmpty();
    }

    private record OfAPlugin(String name) implements ReverseEngine {
        @Override
        public Technology technology() {
            return Technology.GRAPH;
        }

        @Override
        public ReverseDifferentiator prepare(DifferentiableFunction function) {
            return new GraphReverse().prepare(function);
        }
    }

    @Test
    void onlyEnginesFromElsewhereAreWatchedInEveryThirdRound() {
        assertThat(SlowStart.isToBeWatched(new GraphReverse(), 0)).isFalse();
        assertThat(SlowStart.isToBeWatched(new OfAPlugin("p"), 0)).isTrue();
        assertThat(SlowStart.isToBeWatched(new OfAPlugin("p"), 1)).isFalse();
        assertThat(SlowStart.isToBeWatched(new OfAPlugin("p"), 3)).isTrue();
    }
}
