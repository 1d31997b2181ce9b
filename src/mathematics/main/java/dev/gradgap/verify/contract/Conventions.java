package dev.gradgap.verify.contract;

import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Operation;
import java.util.stream.Stream;

/** What {@link dev.gradgap.function.Arithmetic} agrees on for points where a value exists and a derivative does not. */
final class Conventions {

    private Conventions() {}

    static Stream<Clause> clauses() {
        return Stream.of(
                binary("max at a tie: all goes to the first operand", Operation.MAX, 1.5, 1.5, 1, 0),
                binary("max at a tie of zeros: all goes to the first operand", Operation.MAX, 0, 0, 1, 0),
                binary("min at a tie: all goes to the first operand", Operation.MIN, 1.5, 1.5, 1, 0),
                unary("abs at 0: 0", Operation.ABS, 0),
                unary("sqrt at 0: 0", Operation.SQRT, 0),
                binary("hypot at (0, 0): 0", Operation.HYPOT, 0, 0, 0, 0),
                binary("atan2 at (0, 0): 0", Operation.ATAN2, 0, 0, 0, 0),
                unary("asin at 1: 0", Operation.ASIN, 1),
                unary("asin at -1: 0", Operation.ASIN, -1),
                unary("acos at 1: 0", Operation.ACOS, 1),
                unary("acos at -1: 0", Operation.ACOS, -1),
                binary("pow(x, y) at (0, 1/2): 0", Operation.POW, 0, 0.5, 0, 0),
                binary("pow(x, y) at (0, 1): 1, and 0 for the exponent", Operation.POW, 0, 1, 1, 0),
                binary("pow(x, y) at (0, 2): 0", Operation.POW, 0, 2, 0, 0),
                binary("pow(x, y) at (-2, 3): 12, and 0 for the exponent", Operation.POW, -2, 3, 12, 0),
                power("pow(x, 1/2) at 0: 0", 0, 0.5, 0),
                power("pow(x, 1) at 0: 1", 0, 1, 1),
                power("pow(x, 2) at 0: 0", 0, 2, 0),
                power("pow(x, 0) at 0: 0", 0, 0, 0),
                power("pow(x, 3) at -2: 12", -2, 3, 12));
    }

    private static Clause unary(String name, Operation operation, double x) {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(operation, 0));
        return clause(name, builder, new double[] {x}, 0);
    }

    private static Clause power(String name, double x, double exponent, double derivative) {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(Operation.POW_CONSTANT, 0, builder.constant(exponent)));
        return clause(name, builder, new double[] {x}, derivative);
    }

    private static Clause binary(String name, Operation operation, double x, double y, double first, double second) {
        GraphBuilder builder = new GraphBuilder(2);
        builder.output(builder.apply(operation, 0, 1));
        return clause(name, builder, new double[] {x, y}, first, second);
    }

    private static Clause clause(String name, GraphBuilder builder, double[] x, double... derivatives) {
        KnownFunction function = new KnownFunction(new GraphFunction(builder.build()), point -> derivatives.clone());
        return new Clause(name, trial -> trial.isRight(function, x));
    }
}
