package dev.gradgap.workload.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Linearization;
import dev.gradgap.graph.Tracer;
import dev.gradgap.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Log-sum-exp against values and gradients computed independently, golden/lse.json. */
class LogSumExpTest {

    static Stream<Arguments> cases() throws IOException {
        try (InputStream json = LogSumExpTest.class.getResourceAsStream("/golden/lse.json")) {
            JsonNode cases = new ObjectMapper().readTree(json).get("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(each -> Arguments.of(
                            each.get("name").asText(),
                            doubles(each.get("input").get("x")),
                            each.get("primal").asDouble(),
                            doubles(each.get("gradient"))));
        }
    }

    private static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void handWrittenAdjointAgreesWithTheGoldenValues(String name, double[] x, double primal, double[] gradient) {
        double[] y = new double[1];
        double[] actual = new double[x.length];
        new LogSumExp.Function(x.length).handWrittenAdjoint().orElseThrow().pullback(x, new double[] {1}, y, actual);
        assertThat(y[0]).isCloseTo(primal, within(1e-15 * Math.abs(primal)));
        assertThat(actual).containsExactly(gradient, within(1e-15));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theGraphsAdjointsAgreeWithTheGoldenValues(String name, double[] x, double primal, double[] gradient) {
        Graph graph = Tracer.trace(new LogSumExp.Function(x.length));
        Linearization linearization = new Linearization(graph);
        linearization.at(x);
        assertThat(linearization.value(graph.output(0))).isCloseTo(primal, within(1e-15 * Math.abs(primal)));
        assertThat(Arrays.copyOf(pullBack(graph, linearization), x.length)).containsExactly(gradient, within(1e-15));
    }

    @Test
    void theLargestInputKeepsItsDerivativeThoughTheMaximumsAdjointIsRoundedAway() {
        Workload workload = new LogSumExp().create(200_000, 5);
        Graph graph = Tracer.trace(workload.function());
        Linearization linearization = new Linearization(graph);
        linearization.at(workload.point());
        double[] adjoints = pullBack(graph, linearization);
        double[] softmax = new double[workload.inputs()];
        workload.function()
                .handWrittenAdjoint()
                .orElseThrow()
                .pullback(workload.point(), new double[] {1}, new double[1], softmax);
        for (int i = 0; i < softmax.length; i++) {
            assertThat(adjoints[i]).isCloseTo(softmax[i], within(1e-11 * softmax[i]));
        }
    }

    private static double[] pullBack(Graph graph, Linearization linearization) {
        double[] adjoints = new double[graph.nodes()];
        adjoints[graph.output(0)] = 1;
        linearization.pullBack(adjoints);
        return adjoints;
    }
}
