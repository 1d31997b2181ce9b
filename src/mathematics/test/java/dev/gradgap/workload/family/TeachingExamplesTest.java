package dev.gradgap.workload.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.workload.Workload;
import org.junit.jupiter.api.Test;

/** The values printed in the texts that the teaching examples come from. */
class TeachingExamplesTest {

    @Test
    void lectureIsSixWithDerivativesTwoAndFive() {
        expect(new Lecture().create(2, 0), 6, 2, 5);
        assertThat(new Lecture().inputName(0)).isEqualTo("a");
        assertThat(new Lecture().inputName(1)).isEqualTo("b");
    }

    @Test
    void backpropIsMinusTwelveWithDerivativesMinusFourMinusFourAndThree() {
        expect(new Backprop().create(3, 0), -12, -4, -4, 3);
        assertThat(new Backprop().inputName(2)).isEqualTo("z");
    }

    @Test
    void gatesDistributeRouteAndSwitch() {
        expect(new Gates().create(4, 0), -20, -8, 6, 2, 0);
        assertThat(new Gates().inputName(3)).isEqualTo("w");
    }

    @Test
    void theMaximumGateRoutesATieToItsFirstOperand() {
        double[] gradient = new double[4];
        new Gates()
                .create(4, 0)
                .function()
                .handWrittenAdjoint()
                .orElseThrow()
                .pullback(new double[] {1, 1, 7, 7}, new double[] {1}, new double[1], gradient);
        assertThat(gradient).containsExactly(2, 2, 2, 0);
    }

    @Test
    void thePointIsTheTextsWhateverTheSeed() {
        assertThat(new Lecture().create(2, 1).point()).containsExactly(2, 1);
        assertThat(new Backprop().create(3, 2).point()).containsExactly(-2, 5, -4);
        assertThat(new Gates().create(4, 3).point()).containsExactly(3, -4, 2, -1);
    }

    private static void expect(Workload workload, double value, double... gradient) {
        double[] y = new double[1];
        double[] actual = new double[workload.inputs()];
        workload.function().handWrittenAdjoint().orElseThrow().pullback(workload.point(), new double[] {1}, y, actual);
        assertThat(y).containsExactly(value);
        assertThat(actual).containsExactly(gradient);
    }
}
