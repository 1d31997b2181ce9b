package dev.gradgap.engine.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TapeTest {

    /** The lecture's e = (a + b)(b + 1) at a = 2, b = 1, recorded by hand. */
    @Test
    void sweepGivesTheLecturesAdjoints() {
        Tape tape = new Tape(2);
        int c = tape.record(1, 0, 1, 1);
        int d = tape.record(1, 1);
        int e = tape.record(2, c, 3, d);
        assertThat(new int[] {c, d, e}).containsExactly(2, 3, 4);
        assertThat(adjointsOf(tape, 2, e, 1)).containsExactly(2, 5);
        assertThat(adjointsOf(tape, 2, e, 10)).containsExactly(20, 50);
        assertThat(adjointsOf(tape, 2, d, 1)).containsExactly(0, 1);
        assertThat(adjointsOf(tape, 2, 0, 1)).containsExactly(1, 0);
        assertThat(adjointsOf(tape, 2, Tape.CONSTANT, 1)).containsExactly(0, 0);
    }

    @Test
    void bytesAreOneForAStatementAndTwelveForAnOperand() {
        Tape tape = new Tape(1);
        assertThat(tape.bytes()).isZero();
        tape.record(1, 0);
        assertThat(tape.bytes()).isEqualTo(13);
        tape.record(1, 0, 1, 0);
        assertThat(tape.bytes()).isEqualTo(13 + 25);
        tape.reset();
        assertThat(tape.bytes()).isZero();
    }

    @Test
    void resetTapeForgetsWhatItRecorded() {
        Tape tape = new Tape(1);
        for (int k = 0; k < 999; k++) {
            tape.record(2, k);
        }
        assertThat(adjointsOf(tape, 1, 999, 1)[0]).isEqualTo(0x1p999);
        tape.reset();
        int result = tape.record(3, 0);
        assertThat(result).isEqualTo(1);
        assertThat(adjointsOf(tape, 1, result, 1)[0]).isEqualTo(3);
    }

    private static double[] adjointsOf(Tape tape, int inputs, int index, double weight) {
        double[] adjoints = new double[inputs];
        tape.clearAdjoints();
        tape.addAdjoint(index, weight);
        tape.sweep();
        tape.copyInputAdjoints(adjoints, 0);
        return adjoints;
    }
}
