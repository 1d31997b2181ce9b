package dev.gradgap.verify.contract;

import dev.gradgap.function.Convention;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Operation;
import java.util.stream.Stream;

/** What {@link dev.gradgap.function.Arithmetic} agrees on for points where a value exists and a derivative does not. */
final class Conventions {

    private Conventions() {}

    static Stream<Clause> clauses() {
        return Stream.of(Operation.values()).flatMap(operation -> operation.elemental().conventions().stream()
                .map(convention -> clause(operation, convention)));
    }

    private static Clause clause(Operation operation, Convention convention) {
        boolean hasTwoInputs = operation.arity() == 2 && !operation.takesConstant();
        GraphBuilder builder = new GraphBuilder(hasTwoInputs ? 2 : 1);
        if (operation.takesConstant()) {
            builder.output(builder.apply(operation, 0, builder.constant(convention.y())));
        } else {
            builder.output(hasTwoInputs ? builder.apply(operation, 0, 1) : builder.apply(operation, 0));
        }
        double[] x = hasTwoInputs ? new double[] {convention.x(), convention.y()} : new double[] {convention.x()};
        double[] derivatives = hasTwoInputs
                ? new double[] {convention.first(), convention.second()}
                : new double[] {convention.first()};
        KnownFunction function = new KnownFunction(new GraphFunction(builder.build()), point -> derivatives.clone());
        return new Clause(convention.text(), trial -> trial.isRight(function, x));
    }
}
