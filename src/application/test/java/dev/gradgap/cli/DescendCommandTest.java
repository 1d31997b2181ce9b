package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescendCommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "logistic-regression"})
    void theCostFallsAndBothModesAreTimed(String workload) {
        JsonNode descent = Outcome.ofLine("descend " + workload + " --inputs 40 --steps 6 --format json")
                .json();

        assertThat(descent.get("workload").asText()).isEqualTo(workload);
        assertThat(descent.get("inputs").asInt()).isEqualTo(40);
        assertThat(descent.get("end").asText()).isEqualTo("all_steps");
        assertThat(descent.get("engines"))
                .extracting(engine -> engine.get("name").asText())
                .containsExactly("graph-reverse", "graph-forward");
        assertThat(descent.get("engines"))
                .extracting(engine -> engine.get("passes").asInt())
                .containsExactly(1, 40);
        assertThat(descent.get("factor").asDouble()).isPositive();
        double cost = descent.get("first_cost").asDouble();
        assertThat(descent.get("steps")).hasSize(6);
        for (JsonNode step : descent.get("steps")) {
            assertThat(step.get("cost").asDouble()).isLessThan(cost);
            assertThat(step.get("forward_ns").asDouble()).isPositive();
            assertThat(step.get("reverse_ns").asDouble()).isPositive();
            cost = step.get("cost").asDouble();
        }
    }

    /** f = |x|^2 and its gradient is 2 x, so a tenth of f over the squared gradient is a rate of 1/40. */
    @Test
    void aPersonSeesTheStepsAndWhatTheyTook() {
        List<String> lines = Outcome.ofLine("descend sum-of-squares --inputs 3 --steps 2 --engine overloading-reverse")
                .isFine()
                .out()
                .lines()
                .toList();

        assertThat(lines.get(0)).isEqualTo("gradient descent on sum-of-squares with 3 inputs, seed 1");
        assertThat(lines.get(3))
                .matches("step +cost +gradient norm +rate +trials +overloading-reverse +overloading-forward"
                        + " +forward / reverse");
        assertThat(lines.get(4)).matches("0 +[0-9.]+");
        assertThat(lines.get(5)).matches("1 +[0-9.]+ +[0-9.]+ +0\\.0250 +1 +[0-9.]+ [nµm]?s +[0-9.]+ [nµm]?s +[0-9.]+");
        assertThat(lines.get(6)).startsWith("2 ");
        assertThat(lines.subList(8, lines.size()))
                .satisfiesExactly(
                        line -> assertThat(line).matches("The cost fell from [0-9.]+ to [0-9.]+ in 2 steps\\."),
                        line -> assertThat(line)
                                .matches(
                                        "  forward mode, overloading-forward, 3 passes a gradient: .+ a step \\(median\\)"),
                        line -> assertThat(line)
                                .matches(
                                        "  reverse mode, overloading-reverse, 1 pass a gradient: .+ a step \\(median\\)"),
                        line -> assertThat(line)
                                .matches(
                                        "A step in forward mode takes [0-9.]+ times as long as one in reverse mode\\."),
                        line -> assertThat(line).isEqualTo("The two gradients are equal."),
                        line -> assertThat(line)
                                .isEqualTo("Wall clock in one process after a short warm-up: a demonstration, not a"
                                        + " benchmark (run measures)."));
    }

    @Test
    void programsGetRowsAtFullPrecision() {
        List<String> rows = Outcome.ofLine("descend lecture --steps 2 --rate 0.125 --format csv")
                .isFine()
                .out()
                .lines()
                .toList();

        assertThat(rows.get(0)).isEqualTo("step,cost,gradient_norm,rate,trials,forward_ns,reverse_ns,method");
        assertThat(rows.get(1)).isEqualTo("0,6.0,,,,,,");
        // (2, 1) - (2, 5) / 8 = (1.75, 0.375), where e = 2.125 * 1.375
        assertThat(rows.get(2)).matches("1,2\\.921875,5\\.385164807134\\d+,0\\.125,1,[0-9.E]+,[0-9.E]+,measured");
        assertThat(rows).hasSize(4);
    }

    @Test
    void withoutAPartnerOneModeIsShown() {
        String text = Outcome.ofLine("descend lecture --steps 1 --engine commons-math")
                .isFine()
                .out();

        assertThat(text)
                .contains("\nNo engine of technology library takes the same step in reverse mode.\n")
                .doesNotContain("times as long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lectur                        | unknown workload 'lectur': did you mean 'lecture'? (list workloads shows all)
                    lecture --engine graph        | unknown engine 'graph': did you mean 'graph-forward'? (list engines shows all)
                    lecture --steps 0             | --steps: 0 is not from 1 to 1000000
                    lecture --steps few           | invalid value for option '--steps': 'few' is not a whole number (descend --help shows how)
                    lecture --rate 0              | --rate: '0' is not a positive number such as 0.5 or 1e-3
                    lecture --rate NaN            | --rate: 'NaN' is not a positive number such as 0.5 or 1e-3
                    lecture --rate 1e999          | --rate: '1e999' is not a positive number such as 0.5 or 1e-3
                    lecture --inputs 3            | workload lecture has 2 inputs, not 3
                    lecture --format xml          | --format: 'xml' is none of text, csv, json
                    bratu --inputs 4              | bratu with 4 inputs has 4 outputs; gradient descent needs a workload with one
                    """)
    void whatCannotBeDescendedIsAnsweredInOneLine(String arguments, String message) {
        Outcome.ofLine("descend " + arguments).isRefusedWith(message);
    }
}
