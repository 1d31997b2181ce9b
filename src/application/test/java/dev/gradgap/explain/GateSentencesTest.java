package dev.gradgap.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateSentencesTest {

    private static List<String> sentences(GraphBuilder builder, double... x) {
        return new GateSentences(new Explanation("title", builder.build(), x, i -> "x" + i), 0).sentences();
    }

    private static List<String> sentences(Operation operation, double x, double y) {
        GraphBuilder builder = new GraphBuilder(2);
        builder.output(builder.apply(operation, 0, 1));
        return sentences(builder, x, y);
    }

    private static List<String> withConstant(Operation operation, double x, double constant) {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(operation, 0, builder.constant(constant)));
        return sentences(builder, x);
    }

    @Test
    void additionDistributes() {
        assertThat(sentences(Operation.ADD, 3, 4))
                .containsExactly("f = x0 + x1 distributes: the gradient 1 goes on to x0 and to x1 alike, 1 each");
    }

    @Test
    void subtractionTurnsTheSignOfTheSecond() {
        assertThat(sentences(Operation.SUBTRACT, 3, 4))
                .containsExactly(
                        "f = x0 - x1 distributes: the gradient 1 goes on to x0 as it is, 1, and to x1 with its sign"
                                + " turned, -1");
    }

    @Test
    void multiplicationSwitches() {
        assertThat(sentences(Operation.MULTIPLY, 3, -4))
                .containsExactly(
                        "f = x0 * x1 switches: the gradient 1 goes to x0 times the value of x1, 1 * (-4) = -4, and to"
                                + " x1 times the value of x0, 1 * 3 = 3");
    }

    @Test
    void maximumAndMinimumRoute() {
        assertThat(sentences(Operation.MAX, 3, 4))
                .containsExactly(
                        "f = max(x0, x1) routes: the gradient 1 goes whole to x1 = 4, the larger operand; x0 = 3"
                                + " receives 0");
        assertThat(sentences(Operation.MIN, 3, 4))
                .containsExactly(
                        "f = min(x0, x1) routes: the gradient 1 goes whole to x0 = 3, the smaller operand; x1 = 4"
                                + " receives 0");
    }

    @Test
    void aTieGoesToTheFirst() {
        assertThat(sentences(Operation.MAX, 4, 4))
                .containsExactly("f = max(x0, x1) routes: the gradient 1 goes whole to x0 = 4, the first of two equal"
                        + " operands; x1 = 4 receives 0");
    }

    @Test
    void aRectifierPassesTheGradientOnOrEndsIt() {
        assertThat(withConstant(Operation.MAX, 2, 0))
                .containsExactly("f = max(x0, 0) routes: the gradient 1 goes whole to x0 = 2, the larger operand");
        assertThat(withConstant(Operation.MAX, -2, 0))
                .containsExactly(
                        "f = max(x0, 0) routes: the gradient 1 goes whole to 0, the larger operand and a constant,"
                                + " where it ends; x0 = -2 receives 0");
    }

    @Test
    void whatIsNoGateOfTwoOperandsIsPassedOver() {
        assertThat(withConstant(Operation.ADD, 1, 2)).isEmpty();
        assertThat(withConstant(Operation.MULTIPLY, 1, 2)).isEmpty();
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.SIN, builder.apply(Operation.MULTIPLY, 0, 0)));
        assertThat(sentences(builder, 1)).isEmpty();
    }

    @Test
    void ofManyGatesTheFirstOfEachKindOnTheWayDownIsTold() {
        GraphBuilder builder = new GraphBuilder(2);
        int last = 0;
        for (int k = 0; k < 4; k++) {
            last = builder.apply(Operation.ADD, last, 1);
            last = builder.apply(Operation.MULTIPLY, last, 1);
        }
        builder.output(last);

        assertThat(sentences(builder, 1, 1))
                .hasSize(2)
                .satisfiesExactly(
                        sentence -> assertThat(sentence).startsWith("f = v7 * x1 switches"),
                        sentence -> assertThat(sentence).startsWith("v7 = v6 + x1 distributes"));
    }
}
