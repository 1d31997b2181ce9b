package dev.gradgap.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static Explanation explanation(Graph graph, double... x) {
        return new Explanation("title", graph, x, i -> "x" + i);
    }

    private static String text(Explanation explanation) {
        return TextWalkthrough.render(explanation, Ink.PLAIN);
    }

    @Test
    void everyFormulaReadsAsInATextbook() {
        GraphBuilder builder = new GraphBuilder(2);
        int last = builder.apply(Operation.SUBTRACT, 0, builder.constant(-2));
        last = builder.apply(Operation.DIVIDE, last, 1);
        last = builder.apply(Operation.NEGATE, last);
        last = builder.apply(Operation.RECIPROCAL, last);
        last = builder.apply(Operation.SQUARE, last);
        last = builder.apply(Operation.POW_CONSTANT, last, builder.constant(1.5));
        last = builder.apply(Operation.POW, last, 1);
        last = builder.apply(Operation.SIN, last);
        last = builder.apply(Operation.MAX, builder.constant(1.0 / 3), last);
        last = builder.apply(Operation.ATAN2, last, 0);
        builder.output(last);

        assertThat(text(explanation(builder.build(), 1, 2)))
                .contains("\n  v1 = x0 - (-2) = 3 ")
                .contains("\n  v2 = v1 / x1 = 1.5 ")
                .contains("\n  v3 = -v2 = -1.5 ")
                .contains("\n  v4 = 1 / v3 ≈ -0.666667 ")
                .contains("\n  v5 = v4^2 ≈ 0.444444 ")
                .contains("\n  v6 = v5^1.5 ≈ 0.296296 ")
                .contains("\n  v7 = v6^x1 ≈ 0.0877915 ")
                .contains("\n  v8 = sin(v7) ≈ 0.0876788 ")
                .contains("\n  v9 = max(0.3333333333333333, v8) ≈ 0.333333 ")
                .contains("\n  f = atan2(v9, x0) ≈ 0.321751 ");
    }

    @Test
    void anEdgeForEachOperandEvenIfBothAreTheSame() {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.MULTIPLY, 0, 0));

        assertThat(text(explanation(builder.build(), 3)))
                .contains("1 input, 1 operation, 1 output, 2 edges")
                .contains("  f = x0 * x0 = 9   ∂f/∂x0 = 3   ∂f/∂x0 = 3\n")
                .contains("  df/dx0 = ∂f/∂x0 * dx0/dx0 + ∂f/∂x0 * dx0/dx0 = 3 * 1 + 3 * 1 = 6\n")
                .contains("  df/dx0 = df/df * ∂f/∂x0 + df/df * ∂f/∂x0 = 1 * 3 + 1 * 3 = 6\n");
    }

    @Test
    void severalOutputsAreSweptOneByOne() {
        GraphBuilder builder = new GraphBuilder(2);
        int sum = builder.apply(Operation.ADD, 0, 1);
        int product = builder.apply(Operation.MULTIPLY, sum, 1);
        builder.output(sum);
        builder.output(product);

        String text = text(explanation(builder.build(), 2, 3));

        assertThat(text)
                .contains("  y0 = x0 + x1 = 5 ")
                .contains("  y1 = y0 * x1 = 15 ")
                .contains("""
                        Reverse mode, pass 1 of 2: the derivative of y0 with respect to every node
                          dy0/dy0 = 1
                          dy0/dx1 = dy0/dy0 * ∂y0/∂x1 = 1 * 1 = 1
                        """)
                .contains("  dy1/dy1 = 1\n  dy1/dy0 = dy1/dy1 * ∂y1/∂y0 = 1 * 3 = 3\n")
                .contains("  dy1/dx1 = dy1/dy0 * ∂y0/∂x1 + dy1/dy1 * ∂y1/∂x1 = 3 * 1 + 1 * 5 = 8\n")
                .endsWith("""
                          forward mode: 2 passes x 4 edges = 8
                          reverse mode: 2 passes x 4 edges = 8
                          2 passes against 2: both modes visit as many edges, a factor of 1
                        """);
    }

    @Test
    void anOutputMayBeAnInputAConstantOrAnotherOutput() {
        GraphBuilder builder = new GraphBuilder(1);
        int square = builder.apply(Operation.SQUARE, 0);
        builder.output(square);
        builder.output(square);
        builder.output(0);
        builder.output(builder.constant(7));

        assertThat(text(explanation(builder.build(), 3)))
                .contains("  y0 = x0^2 = 9 ")
                .contains("\n  y1 = y0 = 9\n  y2 = x0 = 3\n  y3 = 7\n")
                .contains("\n  dy1/dx0 = 6\n  dy2/dx0 = 1\n  dy3/dx0 = 0\n")
                .contains("the derivative of y1 with respect to every node\n  dy1/dy0 = 1\n")
                .contains("the derivative of y2 with respect to every node\n  dy2/dx0 = 1\n");
    }

    @Test
    void betweenManyPassesOnlyTheFirstAndTheLastAreToldInFull() {
        GraphBuilder builder = new GraphBuilder(6);
        int product = 0;
        for (int i = 1; i < 6; i++) {
            product = builder.apply(Operation.MULTIPLY, product, i);
        }
        builder.output(product);

        assertThat(text(explanation(builder.build(), 1, 2, 3, 4, 5, 6)))
                .contains("Forward mode, pass 1 of 6: the derivative of every node with respect to x0\n")
                .contains("\n\nForward mode, pass 2 of 6: df/dx1 = 360\nForward mode, pass 3 of 6: df/dx2 = 240\n")
                .contains("Forward mode, pass 6 of 6: the derivative of every node with respect to x5\n")
                .contains(
                        "  6 passes against 1: forward mode visits 6 times as many edges as reverse mode, a factor of 6\n");
    }

    @Test
    void manyTermsAreCountedInsteadOfWrittenOut() {
        GraphBuilder builder = new GraphBuilder(1);
        int sum = builder.apply(Operation.SIN, 0);
        for (int k = 0; k < 5; k++) {
            sum = builder.apply(Operation.ADD, sum, 0);
        }
        builder.output(sum);

        assertThat(text(explanation(builder.build(), 0))).contains("  df/dx0 = the sum over 6 edges = 6\n");
    }

    @Test
    void namesOfOperationsAvoidThoseOfInputs() {
        GraphBuilder builder = new GraphBuilder(2);
        builder.output(builder.apply(Operation.SIN, builder.apply(Operation.ADD, 0, 1)));
        Graph graph = builder.build();

        String text = text(new Explanation("title", graph, new double[2], i -> i == 0 ? "f" : "v1"));

        assertThat(text).contains("  t1 = f + v1 = 0 ").contains("  y = sin(t1) = 0 ");
    }

    @Test
    void inputsAreFoundByNameOrPosition() {
        GraphBuilder builder = new GraphBuilder(2);
        builder.output(builder.apply(Operation.ADD, 0, 1));
        Explanation explanation = new Explanation("title", builder.build(), new double[2], i -> i == 0 ? "1" : "b");

        assertThat(explanation.input("b")).isEqualTo(OptionalInt.of(1));
        assertThat(explanation.input("1")).isEqualTo(OptionalInt.of(0));
        assertThat(explanation.input("0")).isEqualTo(OptionalInt.of(0));
        assertThat(explanation.input("2")).isEmpty();
        assertThat(explanation.input("١")).isEmpty();
    }

    @Test
    void valuesThatAreNoNumbersAreShownAsTheyAre() {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.LOG, 0));

        assertThat(text(explanation(builder.build(), -1))).contains("  f = log(x0) = NaN   ∂f/∂x0 = -1\n");
    }

    @Test
    void largeGraphsAreRefused() {
        GraphBuilder builder = new GraphBuilder(1);
        int last = 0;
        for (int k = 0; k < Explanation.LARGEST; k++) {
            last = builder.apply(Operation.SIN, last);
        }
        int fits = last;
        GraphBuilder larger = new GraphBuilder(1);
        last = 0;
        for (int k = 0; k <= Explanation.LARGEST; k++) {
            last = larger.apply(Operation.SIN, last);
        }
        builder.output(fits);
        larger.output(last);
        Graph tooLarge = larger.build();

        assertThat(Explanation.isSmall(builder.build())).isTrue();
        assertThat(Explanation.isSmall(tooLarge)).isFalse();
        assertThatThrownBy(() -> explanation(tooLarge, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void colourMarksValuesAndDerivatives() {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.SQUARE, 0));
        String coloured = TextWalkthrough.render(explanation(builder.build(), 3), Ink.COLOUR);

        assertThat(coloured).contains("f = x0^2 \u001b[32m= 9\u001b[0m").contains("= 6 * 1 \u001b[31m= 6\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(text(explanation(graphOfSquare(), 3)));
    }

    private static Graph graphOfSquare() {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.SQUARE, 0));
        return builder.build();
    }

    @Test
    void dotLabelsAreQuoted() {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.MULTIPLY, 0, builder.constant(0.1)));
        Explanation explanation = new Explanation("title", builder.build(), new double[] {3}, i -> "a\"\\<script>");

        assertThat(DotDrawing.render(explanation, OptionalInt.empty()))
                .contains("label=\"a\\\"\\\\<script>\\n= 3\\ndf/da\\\"\\\\<script> = 0.1\"")
                .contains("label=\"f = a\\\"\\\\<script> * 0.1\\n≈ 0.3\\ndf/df = 1\"");
    }
}
