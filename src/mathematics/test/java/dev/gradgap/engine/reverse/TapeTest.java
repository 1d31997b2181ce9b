package dev.gradgap.engine.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TapeTest {

    /** The lecture's e = (a + b)(b + 1) at a = 2, b = 1, recorded by hand; b + 1 depends on b alone. */
    @Test
    void sweepGivesTheLecturesAdjoints() {
        Tape tape = new Tape(2);
        int c = tape.record(1, 0, 1, 1);
        int e = tape.record(2, c, 3, 1);
        assertThat(new int[] {c, e}).containsExactly(2, 3);
        assertThat(adjointsOf(tape, 2, e, 1)).containsExactly(2, 5);
        assertThat(adjointsOf(tape, 2, e, 10)).containsExactly(20, 50);
        assertThat(adjointsOf(tape, 2, c, 1)).containsExactly(1, 1);
        assertThat(adjointsOf(tape, 2, 0, 1)).containsExactly(1, 0);
        assertThat(adjointsOf(tape, 2, Tape.CONSTANT, 1)).containsExactly(0, 0);
    }

    @Test
    void weightsOfSeveralOutputsAddUp() {
        Tape tape = new Tape(2);
        int product = tape.record(3, 0, 5, 1);
        tape.addAdjoint(product, 2);
        tape.addAdjoint(product, 4);
        tape.addAdjoint(1, 7);
        double[] adjoints = new double[3];
        tape.sweep(adjoints, 1);
        assertThat(adjoints).containsExactly(0, 3 * 6, 5 * 6 + 7);
    }

    @Test
    void bothSharesOfOneVariableAreAdded() {
        Tape tape = new Tape(1);
        assertThat(adjointsOf(tape, 1, tape.record(2, 0, 3, 0), 1)).containsExactly(5);
    }

    @Test
    void bytesAreTwentyFourForAStatement() {
        Tape tape = new Tape(1);
        assertThat(tape.bytes()).isZero();
        for (int k = 0; k < 2 * Tape.CHUNK + 10; k++) {
            tape.record(1, k, 1, 0);
            assertThat(tape.bytes()).isEqualTo(24L * (k + 1));
        }
        tape.reset();
        assertThat(tape.bytes()).isZero();
    }

    /** v[k + 1] = v[k] + x, k times: the derivative is the number of statements and one, wherever the chunks end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 97, Tape.CHUNK - 1, Tape.CHUNK, Tape.CHUNK + 1, 2 * Tape.CHUNK, 100_000})
    void sweepCrossesTheChunks(int statements) {
        Tape tape = new Tape(1);
        int last = 0;
        for (int k = 0; k < statements; k++) {
            assertThat(last).isEqualTo(k);
            last = tape.record(1, last, 1, 0);
        }
        assertThat(adjointsOf(tape, 1, last, 1)).containsExactly(statements + 1);
        assertThat(adjointsOf(tape, 1, last, -2)).containsExactly(-2.0 * (statements + 1));
    }

    @Test
    void resetTapeForgetsWhatItRecorded() {
        Tape tape = new Tape(1);
        int last = 0;
        for (int k = 0; k < Tape.CHUNK + 5; k++) {
            last = tape.record(1, last, 1, 0);
        }
        assertThat(adjointsOf(tape, 1, last, 1)).containsExactly(Tape.CHUNK + 6);
        tape.reset();
        int result = tape.record(3, 0, 4, 0);
        assertThat(result).isEqualTo(1);
        assertThat(adjointsOf(tape, 1, result, 1)).containsExactly(7);
    }

    @Test
    void moreVariablesThanAnArrayHoldsAreRefused() {
        Tape tape = new Tape(Integer.MAX_VALUE - 8 - Tape.CHUNK - 1);
        for (int k = 0; k < Tape.CHUNK; k++) {
            tape.record(1, 0, 1, 1);
        }
        assertThatThrownBy(() -> tape.record(1, 0, 1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("full")
                .hasMessageContaining(Integer.toString(Tape.CHUNK));
    }

    private static double[] adjointsOf(Tape tape, int inputs, int index, double weight) {
        double[] adjoints = new double[inputs];
        tape.addAdjoint(index, weight);
        tape.sweep(adjoints, 0);
        return adjoints;
    }
}
