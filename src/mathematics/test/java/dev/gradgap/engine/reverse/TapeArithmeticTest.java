package dev.gradgap.engine.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What is recorded and what is not; that derivatives are right is the business of the contract test. */
final class TapeArithmeticTest {

    private static final int STATEMENT = 24;

    private final Tape tape = new Tape(2);
    private final TapeArithmetic a = new TapeArithmetic(tape);
    private final TapeVariable x = TapeInputs.active(new double[] {0.5, 2}).get(0);
    private final TapeVariable y = TapeInputs.active(new double[] {0.5, 2}).get(1);

    @Test
    void chainOfOperationsWithOneOperandIsAProductOfPartials() {
        TapeVariable result = a.exp(a.multiply(a.square(a.subtract(3, x)), 0.1)); // exp((3 - x)^2 / 10)
        assertThat(tape.bytes()).isZero();
        assertThat(result.index).isZero();
        assertThat(result.factor).isCloseTo(-0.2 * 2.5 * Math.exp(0.625), within(1e-15));
    }

    @Test
    void operandsThatDependOnTheSameVariableAreJoined() {
        TapeVariable result = a.multiply(a.square(x), a.reciprocal(x)); // x
        assertThat(tape.bytes()).isZero();
        assertThat(result.index).isZero();
        assertThat(result.factor).isCloseTo(1, within(1e-15));
    }

    @Test
    void constantsTakeNoStatement() {
        TapeVariable two = a.constant(2);
        assertThat(a.multiply(x, two).factor).isEqualTo(2);
        assertThat(a.multiply(two, y).index).isEqualTo(1);
        assertThat(a.multiply(two, two).index).isEqualTo(Tape.CONSTANT);
        assertThat(tape.bytes()).isZero();
    }

    @Test
    void passiveInputsRecordNothing() {
        TapeInputs passive = TapeInputs.passive(new double[] {3, 4});
        assertThat(a.hypot(passive.get(0), passive.get(1)).value).isEqualTo(5);
        assertThat(tape.bytes()).isZero();
    }

    @Test
    void differentVariablesTakeAStatementWithTheirFactors() {
        TapeVariable result = a.multiply(a.square(x), a.multiply(y, 3)); // 3 x^2 y
        assertThat(tape.bytes()).isEqualTo(STATEMENT);
        assertThat(result.index).isEqualTo(2);
        assertThat(result.factor).isEqualTo(1);
        double[] gradient = new double[2];
        tape.addAdjoint(result.index, 1);
        tape.sweep(gradient, 0);
        assertThat(gradient).containsExactly(6 * 0.5 * 2, 3 * 0.25);
    }

    @Test
    void numberUsedTwiceIsCountedTwice() {
        TapeVariable sum = a.add(x, y);
        TapeVariable result = a.add(a.square(sum), a.multiply(sum, -4)); // s^2 - 4s, s = 2.5
        assertThat(tape.bytes()).isEqualTo(STATEMENT);
        assertThat(result.index).isEqualTo(sum.index);
        assertThat(result.factor).isEqualTo(1);
    }
}
