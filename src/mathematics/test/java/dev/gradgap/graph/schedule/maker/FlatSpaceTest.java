package dev.gradgap.graph.schedule.maker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FlatSpaceTest {

    private final FlatSpace space = new FlatSpace();

    @Test
    void nothingIsFreeAtFirst() {
        assertThat(space.take(1)).isEqualTo(-1);
        assertThat(space.isReusable(0)).isFalse();
    }

    @Test
    void rangeIsFreeAfterItsLastUse() {
        space.lend(100, 10, 7);
        space.free(7);
        assertThat(space.take(10)).isEqualTo(-1);
        space.free(8);
        assertThat(space.take(4)).isEqualTo(100);
        assertThat(space.take(6)).isEqualTo(104);
        assertThat(space.take(1)).isEqualTo(-1);
        assertThat(space.isReusable(109)).isTrue();
        assertThat(space.isReusable(110)).isFalse();
    }

    @Test
    void freeNeighboursBecomeOneRange() {
        space.lend(0, 10, 1);
        space.lend(20, 10, 1);
        space.lend(10, 10, 2);
        space.free(2);
        assertThat(space.take(11)).isEqualTo(-1);
        space.free(3);
        assertThat(space.take(30)).isZero();
    }
}
