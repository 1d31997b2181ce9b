package dev.gradgap.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StepByStepTest {

    private static final Pattern STEP =
            Pattern.compile("<li data-forward=\"(\\d+)\" data-reverse=\"(\\d+)\">(.*)</li>");
    private static final Pattern SHOWN =
            Pattern.compile("<text class=\"(\\w+)\"[^>]* data-from=\"(\\d+)\"(?: data-to=\"(\\d+)\")?([^>]*)>([^<]*)<");

    /** e = (a + b)(b + 1) at a = 2, b = 1. */
    private static Explanation lecture() {
        GraphBuilder builder = new GraphBuilder(2);
        int sum = builder.apply(Operation.ADD, 0, 1);
        int successor = builder.apply(Operation.ADD, 1, builder.constant(1));
        builder.output(builder.apply(Operation.MULTIPLY, sum, successor));
        Graph graph = builder.build();
        return new Explanation("lecture", graph, new double[] {2, 1}, i -> i == 0 ? "a" : "b");
    }

    private static List<MatchResult> find(Pattern pattern, String html) {
        return pattern.matcher(html).results().toList();
    }

    private static List<String> shownAt(int step, String style, String html) {
        return find(SHOWN, html).stream()
                .filter(text -> text.group(1).equals(style))
                .filter(text -> Integer.parseInt(text.group(2)) <= step)
                .filter(text -> text.group(3) == null || step < Integer.parseInt(text.group(3)))
                .map(text -> text.group(5))
                .toList();
    }

    @Test
    void theLecturesStepsAreValuesPartialsTwoForwardPassesAndOneReversePass() {
        List<MatchResult> steps = find(STEP, StepByStep.of(List.of(lecture())).html());

        assertThat(steps)
                .extracting(step -> step.group(3))
                .hasSize(1 + 5 + 3 + 5 + 5 + 5 + 1)
                .startsWith("The graph: inputs at the bottom, an operation in every node above.")
                .containsSubsequence(
                        "Values, from the inputs up: e = c * d = 6",
                        "Local partials of e = c * d: ∂e/∂c = 2, ∂e/∂d = 3",
                        "Forward mode from b: de/db = ∂e/∂c * dc/db + ∂e/∂d * dd/db = 2 * 1 + 3 * 1 = 5",
                        "Forward mode from a: de/da = ∂e/∂c * dc/da + ∂e/∂d * dd/da = 2 * 1 + 3 * 0 = 2",
                        "Reverse mode from e: de/de = 1",
                        "Reverse mode from e: de/db = de/dc * ∂c/∂b + de/dd * ∂d/∂b = 2 * 1 + 3 * 1 = 5")
                .endsWith(
                        "Edges visited: forward mode 10, reverse mode 5. 2 passes against 1: forward mode visits twice as"
                                + " many edges as reverse mode, a factor of 2.");
        assertThat(steps)
                .extracting(step -> Integer.valueOf(step.group(1)))
                .isSorted()
                .endsWith(10);
        assertThat(steps)
                .extracting(step -> Integer.valueOf(step.group(2)))
                .isSorted()
                .endsWith(5);
    }

    @Test
    void everyStepShowsWhatIsKnownByThen() {
        String html = StepByStep.of(List.of(lecture())).html();

        assertThat(shownAt(0, "value", html)).isEmpty();
        assertThat(shownAt(2, "value", html)).containsExactly("= 2", "= 1");
        assertThat(shownAt(5, "partial", html)).isEmpty();
        assertThat(shownAt(8, "partial", html)).hasSize(5);
        assertThat(shownAt(8, "derivative", html)).isEmpty();
        assertThat(shownAt(11, "derivative", html)).containsExactlyInAnyOrder("da/db = 0", "db/db = 1", "dc/db = 1");
        assertThat(shownAt(14, "derivative", html)).containsExactly("da/da = 1");
        assertThat(shownAt(18, "derivative", html))
                .hasSize(5)
                .contains("de/da = 2")
                .noneMatch(text -> text.endsWith("/db = 5"));
        assertThat(shownAt(24, "derivative", html))
                .containsExactlyInAnyOrder("de/da = 2", "de/db = 5", "de/dc = 2", "de/dd = 3", "de/de = 1");
    }

    @Test
    void withoutAScriptTheLastStepIsSeen() {
        String html = StepByStep.of(List.of(lecture())).html();

        List<String> visible = find(SHOWN, html).stream()
                .filter(text -> text.group(1).equals("derivative"))
                .filter(text -> !text.group(4).contains("hidden"))
                .map(text -> text.group(5))
                .toList();
        assertThat(visible).containsExactlyInAnyOrderElementsOf(shownAt(24, "derivative", html));
    }

    @Test
    void severalGraphsHaveTheirOwnNamesForTheirParts() {
        String html = StepByStep.of(List.of(lecture(), lecture())).html();

        assertThat(find(Pattern.compile(" id=\"([^\"]+)\""), html))
                .extracting(id -> id.group(1))
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(html).contains("aria-live=\"polite\"").contains("prefers-reduced-motion");
    }

    @Test
    void everyOutputIsSweptAndTheFirstSweepGivesWayToTheSecond() {
        GraphBuilder builder = new GraphBuilder(1);
        int square = builder.apply(Operation.SQUARE, 0);
        builder.output(square);
        builder.output(builder.apply(Operation.SIN, square));
        String html = StepByStep.of(List.of(new Explanation("two", builder.build(), new double[1], i -> "x")))
                .html();
        int last = find(STEP, html).size() - 1;

        assertThat(shownAt(last, "derivative", html))
                .containsExactlyInAnyOrder("dy1/dx = 0", "dy1/dy0 = 1", "dy1/dy1 = 1");
        assertThat(find(STEP, html).get(last).group(3)).startsWith("Edges visited: forward mode 2, reverse mode 3.");
    }

    @Test
    void namesOfUsersAreText() {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.SIN, 0));
        Explanation explanation = new Explanation("<script>", builder.build(), new double[1], i -> "\"><img src=x>");

        assertThat(StepByStep.of(List.of(explanation)).html())
                .doesNotContain("<script")
                .doesNotContain("<img")
                .contains("<h3>&lt;script&gt;</h3>");
    }

    /** A policy may allow the script by its hash alone, and nothing may end the element it stands in. */
    @Test
    void theScriptNeedsNothingElse() {
        assertThat(StepByStep.of(List.of(lecture())).script())
                .doesNotContain("</")
                .doesNotContain("eval(")
                .doesNotContain("innerHTML")
                .doesNotContain("http");
    }
}
