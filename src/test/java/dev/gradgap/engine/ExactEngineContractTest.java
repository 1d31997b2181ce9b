package dev.gradgap.engine;

import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Operation;
import org.junit.jupiter.api.Test;

/** What holds of engines that are exact up to rounding: an approximate one sees both sides of a kink. */
abstract class ExactEngineContractTest extends EngineContractTest {

    @Test
    void conventionsHoldWhereNoDerivativeExists() {
        convention(Operation.MAX, 1.5, 1.5, 1, 0);
        convention(Operation.MIN, 1.5, 1.5, 1, 0);
        convention(Operation.MAX, 0, 0, 1, 0);
        convention(Operation.HYPOT, 0, 0, 0, 0);
        convention(Operation.ATAN2, 0, 0, 0, 0);
        convention(Operation.POW, 0, 0.5, 0, 0);
        convention(Operation.POW, 0, 2, 0, 0);
        convention(Operation.POW, 0, 1, 1, 0);
        convention(Operation.POW, -2, 3, 12, 0);
        convention(Operation.ABS, 0, 0);
        convention(Operation.SQRT, 0, 0);
        convention(Operation.ASIN, 1, 0);
        convention(Operation.ASIN, -1, 0);
        convention(Operation.ACOS, 1, 0);
        convention(Operation.ACOS, -1, 0);
    }

    private void convention(Operation operation, double x, double derivative) {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(operation, 0));
        check(new GraphFunction(builder.build()), new double[] {x}, point -> new double[] {derivative});
    }

    private void convention(Operation operation, double x, double y, double first, double second) {
        GraphBuilder builder = new GraphBuilder(2);
        builder.output(builder.apply(operation, 0, 1));
        check(new GraphFunction(builder.build()), new double[] {x, y}, point -> new double[] {first, second});
    }

    @Test
    void constantPowersFollowTheConventionsAtZero() {
        constantPower(0, 0.5, 0);
        constantPower(0, 1, 1);
        constantPower(0, 2, 0);
        constantPower(0, 0, 0);
        constantPower(-2, 3, 12);
    }

    private void constantPower(double x, double exponent, double derivative) {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.POW_CONSTANT, 0, builder.constant(exponent)));
        check(new GraphFunction(builder.build()), new double[] {x}, point -> new double[] {derivative});
    }
}
