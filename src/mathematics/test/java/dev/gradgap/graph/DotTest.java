package dev.gradgap.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DotTest {

    @Test
    void theLectureExample() {
        assertThat(Dot.of(GraphBuilderTest.lecture())).isEqualTo("""
            digraph {
              rankdir=BT;
              n0 [label="x0", shape=box];
              n1 [label="x1", shape=box];
              n2 [label="1", shape=plaintext];
              n3 [label="+", shape=ellipse];
              n4 [label="+", shape=ellipse];
              n5 [label="*", shape=ellipse, peripheries=2];
              n0 -> n3;
              n1 -> n3;
              n1 -> n4;
              n2 -> n4 [style=dotted];
              n3 -> n5;
              n4 -> n5;
            }
            """);
    }

    @Test
    void labelsAreTheCallersAndEscaped() {
        Graph graph = GraphBuilderTest.lecture();
        String dot = Dot.of(
                graph,
                node -> Dot.label(graph, node, List.of("a", "b")::get) + (node == 5 ? "\n\"e\" \\ 6" : ""),
                (operation, second) -> operation == 2 ? (second ? "3" : "2") : operation == 1 && second ? "1" : "");
        assertThat(dot)
                .contains("n1 [label=\"b\", shape=box];")
                .contains("n5 [label=\"*\\n\\\"e\\\" \\\\ 6\", shape=ellipse, peripheries=2];")
                .contains("n2 -> n4 [style=dotted, label=\"1\"];")
                .contains("n3 -> n5 [label=\"2\"];")
                .contains("n4 -> n5 [label=\"3\"];");
    }

    @Test
    void aUnaryOperationHasOneEdge() {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.SIN, 0));
        assertThat(Dot.of(builder.build())).containsOnlyOnce("->");
    }

    @Test
    void constantsArePrintedShort() {
        GraphBuilder builder = new GraphBuilder(1);
        for (double constant : new double[] {-3, 0.25, 1e300}) {
            builder.output(builder.apply(Operation.MULTIPLY, 0, builder.constant(constant)));
        }
        assertThat(Dot.of(builder.build()))
                .contains("\"-3\"")
                .contains("\"0.25\"")
                .contains("\"1.0E300\"");
    }
}
