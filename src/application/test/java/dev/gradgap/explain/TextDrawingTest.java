package dev.gradgap.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import org.junit.jupiter.api.Test;

class TextDrawingTest {

    private static String drawing(GraphBuilder builder, double... x) {
        Explanation explanation = new Explanation("title", builder.build(), x, i -> "x" + i);
        return new TextDrawing(explanation, Ink.PLAIN, 0).render();
    }

    @Test
    void aNodeUsedTwiceHasItsBranchesOnce() {
        GraphBuilder builder = new GraphBuilder(1);
        int sine = builder.apply(Operation.SIN, 0);
        builder.output(builder.apply(Operation.MULTIPLY, sine, builder.apply(Operation.ADD, sine, 0)));

        assertThat(drawing(builder, 0)).isEqualTo("""
                  f = v1 * v2             = 0   df/df = 1
                  ├─ 0 ─ v1 = sin(x0)     = 0   df/dv1 = 0
                  │  └─ 1 ─ x0            = 0   df/dx0 = 0
                  └─ 0 ─ v2 = v1 + x0     = 0   df/dv2 = 0
                     ├─ 1 ─ v1 as above   = 0   df/dv1 = 0
                     └─ 1 ─ x0            = 0   df/dx0 = 0
                """);
    }

    @Test
    void aDeepGraphIsAListFromTheOutputDown() {
        GraphBuilder builder = new GraphBuilder(1);
        int last = 0;
        for (int k = 0; k < 13; k++) {
            last = builder.apply(Operation.NEGATE, last);
        }
        builder.output(last);

        assertThat(drawing(builder, 5).lines())
                .hasSize(14)
                .startsWith("  f = -v12     = -5   df/df = 1")
                .endsWith("  x0           = 5    df/dx0 = -1");
    }
}
