package dev.gradgap.verify.rounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.Operation;
import dev.gradgap.workload.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundingBoundsTest {

    private static final double U = LocalAnalysis.U;

    @Test
    void sumIsBoundedInEveryOrder() {
        int n = 200;
        double[] x = new double[n];
        Seed seed = new Seed(5);
        for (int i = 0; i < n; i++) {
            x[i] = seed.nextDouble(-1, 1) * Math.pow(10, i % 17);
        }
        Bounded sum = outputs(chain(Operation.ADD, n), x);
        double backwards = 0;
        for (int i = n - 1; i >= 0; i--) {
            backwards += x[i];
        }
        assertThat(Math.abs(backwards - sum.value(0))).isNotZero().isLessThanOrEqualTo(2 * sum.bound(0));
    }

    /** In the given order all but the last addition are of tiny numbers; in another all could be of a large one. */
    @Test
    void boundOfASumDoesNotDependOnItsOrder() {
        double[] x = {1e-10, 1e-10, 1e-10, 1e-10, 1.1};
        double[] reversed = {1.1, 1e-10, 1e-10, 1e-10, 1e-10};
        Graph sum = chain(Operation.ADD, 5);
        double bound = outputs(sum, x).bound(0);
        assertThat(bound)
                .isEqualTo(outputs(sum, reversed).bound(0), within(1e-25))
                .isGreaterThan(3 * U);
    }

    @Test
    void sumThatIsReadTwiceIsComputedAsItIs() {
        GraphBuilder builder = new GraphBuilder(3);
        int large = builder.apply(Operation.ADD, 0, 1);
        int difference = builder.apply(Operation.SUBTRACT, large, 2);
        builder.output(difference);
        builder.output(large);
        Bounded differences = outputs(builder.build(), new double[] {1e10, 0.1, 1e10});
        double rounding = U * 1e10;
        assertThat(differences.bound(0)).isBetween(rounding, 1.1 * rounding);
        assertThat(differences.bound(1)).isBetween(rounding, 1.1 * rounding);
    }

    @Test
    void productHasARelativeErrorForEachMultiplication() {
        double[] x = {1.1, 2.3, 0.7, 13.7, 1e-5};
        Bounded product = outputs(chain(Operation.MULTIPLY, 5), x);
        assertThat(product.bound(0)).isBetween(4 * U * product.value(0), 4.1 * U * product.value(0));
    }

    @Test
    void exactNumbersHaveNoError() {
        GraphBuilder builder = new GraphBuilder(2);
        int sum = builder.apply(Operation.ADD, 0, 1);
        int scaled = builder.apply(Operation.MULTIPLY, sum, builder.constant(0.375));
        builder.output(builder.apply(Operation.SQUARE, scaled));
        Graph graph = builder.build();
        assertThat(outputs(graph, new double[] {1.5, -7.25}).bound(0)).isZero();
        assertThat(outputs(graph, new double[] {0.1, 0.3}).bound(0)).isPositive();
    }

    @Test
    void exactTieIsDecidedAndANearTieIsNot() {
        GraphBuilder builder = new GraphBuilder(2);
        int scaled = builder.apply(Operation.MULTIPLY, 0, builder.constant(3));
        builder.output(builder.apply(Operation.MAX, scaled, 1));
        RoundingBounds bounds = new RoundingBounds(builder.build());

        bounds.at(new double[] {0.5, 1.5});
        Bounded gradient = bounds.pullBack(new double[] {1});
        assertThat(bounds.undecided()).isZero();
        assertThat(gradient.value(0)).isEqualTo(3);
        assertThat(gradient.value(1)).isZero();
        assertThat(gradient.bound(0)).isFinite();

        bounds.at(new double[] {0.1, 0.1 * 3});
        assertThat(bounds.undecided()).isEqualTo(1);
        assertThat(bounds.outputs().bound(0)).isFinite();
        assertThat(bounds.pullBack(new double[] {1}).bound(0)).isInfinite();
        assertThat(bounds.pullBack(new double[] {1}).bound(1)).isInfinite();
        assertThat(bounds.pushForward(new double[] {1, 0}).bound(0)).isInfinite();
    }

    /** Both sides are sin(x₀ x₁), the second the larger of two: whichever is taken, the derivatives are the same. */
    @Test
    void tieOfTheSameFunctionNeedsNoDecision() {
        GraphBuilder builder = new GraphBuilder(3);
        int sine = builder.apply(Operation.SIN, builder.apply(Operation.MULTIPLY, 0, 1));
        int again = builder.apply(Operation.SIN, builder.apply(Operation.MULTIPLY, 1, 0));
        int larger = builder.apply(Operation.MAX, again, builder.apply(Operation.COS, 2));
        builder.output(builder.apply(Operation.MIN, sine, larger));
        RoundingBounds bounds = new RoundingBounds(builder.build());
        bounds.at(new double[] {1.1, 1.3, 3});
        assertThat(bounds.undecided()).isZero();
        assertThat(bounds.pullBack(new double[] {1}).bound(0)).isFinite();
        bounds.at(new double[] {-1.1, 1.3, 1.3 * 1.1 + Math.PI / 2}); // cos x₂ is nearly the sine, but not always
        assertThat(bounds.undecided()).isPositive();
    }

    @Test
    void numberMinusItselfIsExactlyZero() {
        GraphBuilder builder = new GraphBuilder(2);
        int sine = builder.apply(Operation.SIN, 0);
        int zero = builder.apply(Operation.SUBTRACT, sine, sine);
        builder.output(builder.apply(Operation.ABS, zero));
        builder.output(builder.apply(Operation.ADD, builder.apply(Operation.SUBTRACT, sine, sine), 1));
        RoundingBounds bounds = new RoundingBounds(builder.build());
        bounds.at(new double[] {0.1, 0.25});
        assertThat(bounds.undecided()).isZero();
        assertThat(bounds.outputs().bound(0)).isZero();
        assertThat(bounds.outputs().bound(1)).isPositive(); // the terms may be added in another order
    }

    @Test
    void undecidedChoiceLeavesOtherDerivativesAlone() {
        GraphBuilder builder = new GraphBuilder(3);
        int inexact = builder.apply(Operation.SIN, 0);
        builder.output(builder.apply(Operation.MAX, inexact, builder.apply(Operation.SIN, 1)));
        builder.output(builder.apply(Operation.EXP, 2));
        RoundingBounds bounds = new RoundingBounds(builder.build());
        bounds.at(new double[] {0.3, 0.3, 1});
        Bounded adjoints = bounds.pullBack(new double[] {1, 1});
        assertThat(adjoints.bound(1)).isInfinite();
        assertThat(adjoints.bound(2)).isFinite();
        assertThat(bounds.pullBack(new double[] {0, 1}).bound(0)).isZero();
    }

    /** x - y cancels; what is left is uncertain by the roundings of 10⁸, and so is the gradient of its square. */
    @Test
    void cancellationMakesBoundsLarge() {
        GraphBuilder builder = new GraphBuilder(2);
        int large = builder.apply(Operation.MULTIPLY, 0, 1);
        int rest = builder.apply(Operation.SUBTRACT, large, builder.constant(1e8));
        builder.output(builder.apply(Operation.SQUARE, rest));
        RoundingBounds bounds = new RoundingBounds(builder.build());
        bounds.at(new double[] {1e4 + 1e-9, 1e4});
        Bounded adjoints = bounds.pullBack(new double[] {1});
        double expected = 2 * 1e4 * U * 1e8; // twice the error of the rest, times the partial 1e4
        assertThat(adjoints.bound(0)).isBetween(expected, 1.1 * expected);
    }

    /** The derivative of Σ wⱼ cⱼ x is a sum that reverse mode adds up in any order, though the outputs are products. */
    @Test
    void contributionsToAnAdjointAreASumInAnyOrder() {
        int outputs = 50;
        GraphBuilder builder = new GraphBuilder(1);
        double[] weights = new double[outputs];
        for (int j = 0; j < outputs; j++) {
            builder.output(builder.apply(Operation.MULTIPLY, 0, builder.constant(1.1 + j)));
            weights[j] = 1.0 / (1.1 + j); // so that every contribution is about 1
        }
        RoundingBounds bounds = new RoundingBounds(builder.build());
        bounds.at(new double[] {0.3});
        double additions = (outputs - 1) * U * outputs;
        assertThat(bounds.pullBack(weights).bound(0)).isBetween(0.95 * additions, 1.2 * additions);
    }

    /** What is read twice is a tenth of the input: one engine multiplies the sum of both shares, another each share. */
    @Test
    void contributionsToAFunctionOfOneVariableMayBeHandedOnOneByOne() {
        GraphBuilder builder = new GraphBuilder(1);
        int tenth = builder.apply(Operation.MULTIPLY, builder.constant(0.1), 0);
        builder.output(tenth);
        builder.output(tenth);
        RoundingBounds bounds = new RoundingBounds(builder.build());
        bounds.at(new double[] {0.3});
        double[] weights = {0.7, -0.7001};
        Bounded adjoints = bounds.pullBack(weights);
        double oneByOne = 0.1 * weights[0] + 0.1 * weights[1];
        assertThat(oneByOne).isNotEqualTo(adjoints.value(0)).isCloseTo(adjoints.value(0), within(adjoints.bound(0)));
        assertThat(adjoints.bound(0)).isLessThan(5 * U * 0.07);
    }

    @Test
    void contributionsHandedOnOneByOneAreAdditions() {
        int readers = 40;
        GraphBuilder builder = new GraphBuilder(1);
        int small = builder.apply(Operation.ADD, builder.constant(1), builder.apply(Operation.SQUARE, 0));
        for (int j = 0; j < readers; j++) {
            builder.output(builder.apply(Operation.SIN, small));
        }
        builder.output(0);
        RoundingBounds bounds = new RoundingBounds(builder.build());
        bounds.at(new double[] {1e-9});
        double[] weights = new double[readers + 1];
        weights[readers] = 0.5;
        Arrays.fill(weights, 0, readers, 1);
        assertThat(bounds.pullBack(weights).bound(0)).isBetween(readers * U * 0.5, 1.1 * readers * U * 0.5);
    }

    /** Halved again and again, 64 numbers are added up: reverse mode adds pairs, forward mode 64 tangents in a row. */
    @Test
    void boundOfAnAdjointHoldsForTheAdditionsOfForwardMode() {
        GraphBuilder builder = new GraphBuilder(1);
        List<Integer> nodes = List.of(0);
        for (int level = 0; level < 6; level++) {
            List<Integer> children = new ArrayList<>();
            for (int node : nodes) {
                children.add(builder.apply(Operation.MULTIPLY, node, builder.constant(0.1)));
                children.add(builder.apply(Operation.MULTIPLY, node, builder.constant(0.9)));
            }
            nodes = children;
        }
        builder.output(nodes.stream()
                .reduce((x, y) -> builder.apply(Operation.ADD, x, y))
                .orElseThrow());
        RoundingBounds bounds = new RoundingBounds(builder.build());
        bounds.at(new double[] {1});
        assertThat(bounds.pullBack(new double[] {1}).value(0)).isEqualTo(1, within(1e-14));
        assertThat(bounds.pullBack(new double[] {1}).bound(0)).isBetween(63 * U, 210 * U);
        assertThat(bounds.pushForward(new double[] {1}).bound(0)).isBetween(63 * U, 150 * U);
    }

    @Test
    void tangentAlongAnAxisIsBoundedLikeTheGradient() {
        Graph graph = chain(Operation.HYPOT, 6);
        RoundingBounds bounds = new RoundingBounds(graph);
        bounds.at(new double[] {0.3, 1.7, 2.2, 0.9, 1.1, 4.5});
        Bounded gradient = bounds.pullBack(new double[] {1});
        Bounded tangent = bounds.pushForward(new double[] {0, 1, 0, 0, 0, 0});
        assertThat(tangent.value(0)).isEqualTo(gradient.value(1), within(gradient.bound(1)));
        assertThat(tangent.bound(0)).isBetween(gradient.bound(1) / 3, gradient.bound(1) * 3);
    }

    private static Graph chain(Operation operation, int n) {
        GraphBuilder builder = new GraphBuilder(n);
        int result = 0;
        for (int i = 1; i < n; i++) {
            result = builder.apply(operation, result, i);
        }
        builder.output(result);
        return builder.build();
    }

    private static Bounded outputs(Graph graph, double[] x) {
        RoundingBounds bounds = new RoundingBounds(graph);
        bounds.at(x);
        return bounds.outputs();
    }
}
