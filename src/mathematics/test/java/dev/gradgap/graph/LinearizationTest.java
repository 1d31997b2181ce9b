package dev.gradgap.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LinearizationTest {

    private final Linearization lecture = new Linearization(GraphBuilderTest.lecture());

    @Test
    void valuesAndPartialsAreThoseOfTheLecture() {
        lecture.at(new double[] {2, 1});
        assertThat(lecture.value(3)).isEqualTo(3);
        assertThat(lecture.value(4)).isEqualTo(2);
        assertThat(lecture.value(5)).isEqualTo(6);
        assertThat(lecture.firstPartial(2)).isEqualTo(2);
        assertThat(lecture.secondPartial(2)).isEqualTo(3);
    }

    @Test
    void pullBackGivesBothDerivativesInOneSweep() {
        lecture.at(new double[] {2, 1});
        double[] adjoints = new double[6];
        adjoints[5] = 1;
        lecture.pullBack(adjoints);
        assertThat(adjoints).containsExactly(2, 5, 3, 2, 3, 1);
    }

    @Test
    void pushForwardGivesOneDerivativeASweep() {
        lecture.at(new double[] {2, 1});
        assertThat(pushed(1, 0)).isEqualTo(2);
        assertThat(pushed(0, 1)).isEqualTo(5);
        assertThat(pushed(2, -1)).isEqualTo(-1);
    }

    private double pushed(double first, double second) {
        double[] tangents = new double[6];
        tangents[0] = first;
        tangents[1] = second;
        lecture.pushForward(tangents);
        return tangents[5];
    }

    @Test
    void aChunkOfTangentsEqualsTheTangentsOneByOne() {
        lecture.at(new double[] {2, 1});
        double[] tangents = new double[6 * 3];
        System.arraycopy(new double[] {1, 0, 2, 0, 1, -1}, 0, tangents, 0, 6);
        lecture.pushForward(3, tangents);
        assertThat(tangents[15]).isEqualTo(2);
        assertThat(tangents[16]).isEqualTo(5);
        assertThat(tangents[17]).isEqualTo(-1);
    }

    @Test
    void aNodeUsedTwiceByOneOperationCountsTwice() {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.MULTIPLY, 0, 0));
        Linearization square = new Linearization(builder.build());
        square.at(new double[] {3});
        double[] adjoints = {0, 1};
        square.pullBack(adjoints);
        assertThat(adjoints[0]).isEqualTo(6);
        double[] tangents = {1, 0};
        square.pushForward(tangents);
        assertThat(tangents[1]).isEqualTo(6);
    }

    @Test
    void everyOperationIsLinearizedByItsOwnPartials() {
        for (Operation operation : Operation.values()) {
            GraphBuilder builder = new GraphBuilder(2);
            int second = operation == Operation.POW_CONSTANT ? builder.constant(0.3) : 1;
            int node = operation.arity() == 1 ? builder.apply(operation, 0) : builder.apply(operation, 0, second);
            builder.output(node);
            Linearization linearization = new Linearization(builder.build());
            linearization.at(new double[] {0.7, 0.3});
            double value = operation.value(0.7, 0.3);
            assertThat(linearization.value(linearization.graph().output(0))).isEqualTo(value);
            assertThat(linearization.firstPartial(0)).isEqualTo(operation.firstPartial(0.7, 0.3, value));
            assertThat(linearization.secondPartial(0)).isEqualTo(operation.secondPartial(0.7, 0.3, value), within(0.0));
        }
    }

    @Test
    void anotherPointReplacesEverything() {
        lecture.at(new double[] {7, 8});
        lecture.at(new double[] {2, 1});
        assertThat(lecture.value(5)).isEqualTo(6);
        assertThat(lecture.bytes()).isEqualTo(6 * 8 + 3 * 16);
    }
}
