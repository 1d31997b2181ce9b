package dev.gradgap.explain.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {

    private static final Size NODE = new Size(60, 40);
    private static final Size LABEL = new Size(30, 15);

    private static List<Size> nodes(int count) {
        return Stream.generate(() -> NODE).limit(count).toList();
    }

    private static Link link(int from, int to) {
        return new Link(from, to, LABEL);
    }

    /** A line's pieces, each in the smallest rectangle around it: a curve upright at both ends stays inside. */
    private static List<Box> pieces(Drawing.Line line) {
        List<Box> pieces = new ArrayList<>();
        for (List<Point> points : List.of(line.below(), line.above())) {
            for (int p = 1; p < points.size(); p++) {
                Point a = points.get(p - 1);
                Point b = points.get(p);
                pieces.add(new Box(
                        Math.min(a.x(), b.x()),
                        Math.min(a.y(), b.y()),
                        Math.abs(a.x() - b.x()),
                        Math.abs(a.y() - b.y())));
            }
        }
        return pieces;
    }

    private static void assertNothingOverlaps(Drawing drawing) {
        List<Box> boxes = Stream.concat(drawing.nodes().stream(), drawing.labels().stream())
                .toList();
        for (int a = 0; a < boxes.size(); a++) {
            for (int b = a + 1; b < boxes.size(); b++) {
                assertThat(boxes.get(a).overlaps(boxes.get(b)))
                        .as("%s and %s", boxes.get(a), boxes.get(b))
                        .isFalse();
            }
        }
        for (Drawing.Line line : drawing.lines()) {
            for (Box piece : pieces(line)) {
                assertThat(boxes).as("boxes off %s", piece).noneMatch(piece::overlaps);
            }
        }
    }

    /** Operations with one or two operands anywhere before them, of any size: wider, higher and worse than any workload. */
    @Property(tries = 150)
    void nothingOverlapsWhateverTheGraph(
            @ForAll @IntRange(min = 1, max = 8) int inputs,
            @ForAll @IntRange(max = 50) int operations,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Size> sizes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int node = 0; node < inputs + operations; node++) {
            sizes.add(new Size(20 + random.nextInt(150), 20 + random.nextInt(40)));
            for (int operand = 0; node >= inputs && operand < 1 + random.nextInt(2); operand++) {
                Size label = random.nextBoolean() ? Size.NONE : new Size(random.nextInt(90), 15);
                links.add(new Link(random.nextInt(node), node, label));
            }
        }
        Drawing drawing = LayeredLayout.of(sizes, links);

        assertNothingOverlaps(drawing);
        Box whole = new Box(0, 0, drawing.size().width(), drawing.size().height());
        assertThat(drawing.nodes()).allSatisfy(box -> {
            assertThat(box.x()).isNotNegative();
            assertThat(box.y()).isNotNegative();
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(whole.width() + 1e-9);
            assertThat(box.bottom()).isLessThanOrEqualTo(whole.height() + 1e-9);
        });
        for (Link link : links) {
            assertThat(drawing.nodes().get(link.from()).y())
                    .isGreaterThan(drawing.nodes().get(link.to()).bottom());
        }
    }

    @Test
    void inputsStandAtTheBottomSideBySide() {
        List<Box> nodes = LayeredLayout.of(nodes(5), List.of(link(0, 3), link(1, 3), link(3, 4), link(2, 4)))
                .nodes();

        assertThat(nodes.subList(0, 3))
                .extracting(Box::y)
                .containsOnly(nodes.get(0).y());
        assertThat(nodes.subList(0, 3)).extracting(Box::x).isSorted();
    }

    /** Four operations on four inputs in the opposite order: as listed 6 crossings, none if turned round. */
    @Test
    void edgesThatNeedNotCrossDoNot() {
        List<Box> nodes = LayeredLayout.of(nodes(8), List.of(link(3, 4), link(2, 5), link(1, 6), link(0, 7)))
                .nodes();

        for (int input = 0; input < 4; input++) {
            assertThat(nodes.get(7 - input).centre()).isEqualTo(nodes.get(input).centre());
        }
    }

    /** Where the order of the inputs itself makes edges cross, it changes: two trees with their leaves dealt in turn. */
    @Test
    void inputsChangePlacesWhereThatSavesCrossings() {
        List<Box> nodes = LayeredLayout.of(
                        nodes(7), List.of(link(0, 4), link(2, 4), link(1, 5), link(3, 5), link(4, 6), link(5, 6)))
                .nodes();

        double betweenTrees = (nodes.get(4).centre() + nodes.get(5).centre()) / 2;
        boolean firstIsLeft = nodes.get(4).centre() < betweenTrees;
        for (int leaf : new int[] {0, 2}) {
            assertThat(nodes.get(leaf).centre() < betweenTrees).isEqualTo(firstIsLeft);
        }
        for (int leaf : new int[] {1, 3}) {
            assertThat(nodes.get(leaf).centre() < betweenTrees).isEqualTo(!firstIsLeft);
        }
    }

    /** ((x0 x1) x2) x3: the edges of x2 and x3 pass layers of others. */
    @Test
    void longEdgesAreStraight() {
        Drawing drawing = LayeredLayout.of(
                nodes(7), List.of(link(0, 4), link(1, 4), link(4, 5), link(2, 5), link(5, 6), link(3, 6)));

        for (int edge : new int[] {3, 5}) {
            assertThat(drawing.lines().get(edge).below())
                    .extracting(Point::x)
                    .containsOnly(drawing.labels().get(edge).centre());
        }
    }

    @Test
    void twoEdgesBetweenTheSameNodesAreTwoLinesWithTwoLabels() {
        Drawing drawing = LayeredLayout.of(nodes(2), List.of(link(0, 1), link(0, 1)));

        assertNothingOverlaps(drawing);
        assertThat(drawing.labels()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void theSmallestGraphIsANode() {
        Drawing drawing = LayeredLayout.of(nodes(1), List.of());

        assertThat(drawing.nodes()).hasSize(1);
        assertThat(drawing.size().width()).isGreaterThan(NODE.width());
    }

    @Test
    void edgesLeadForwards() {
        assertThatThrownBy(() -> link(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> link(2, 1)).hasMessage("an edge leads from a node to a later one, not from 2 to 1");
    }
}
