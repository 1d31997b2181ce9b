package dev.gradgap.graph.tangent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The set against a sorted set of the standard library. */
final class PendingOperationsProperties {

    private static final int SIZE = 300_000;

    @Property(tries = 200)
    void operationsComeInOrderWhateverIsAddedMeanwhile(
            @ForAll List<@IntRange(max = SIZE - 1) Integer> added, @ForAll @IntRange(min = 1, max = 5) int taken) {
        PendingOperations pending = new PendingOperations(SIZE);
        TreeSet<Integer> expected = new TreeSet<>();
        for (int i = 0; i < added.size(); i++) {
            pending.add(added.get(i));
            expected.add(added.get(i));
            if (i % taken == 0) {
                assertThat(pending.takeFirst()).isEqualTo(expected.pollFirst());
            }
        }
        while (!expected.isEmpty()) {
            assertThat(pending.takeFirst()).isEqualTo(expected.pollFirst());
        }
        assertThat(pending.takeFirst()).isEqualTo(-1);
    }

    @Property
    void setsOfAnySizeHoldTheirFirstAndLast(@ForAll @IntRange(min = 1, max = 5000) int size) {
        PendingOperations pending = new PendingOperations(size);
        pending.add(size - 1);
        pending.add(0);
        assertThat(pending.takeFirst()).isZero();
        assertThat(pending.takeFirst()).isEqualTo(size == 1 ? -1 : size - 1);
        assertThat(new PendingOperations(0).takeFirst()).isEqualTo(-1);
    }
}
