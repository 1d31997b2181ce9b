package dev.gradgap.verify.contract;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.GraphBuilder;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Operation;
import dev.gradgap.verify.contract.ContractFunctions.ConstantOperands;
import dev.gradgap.verify.contract.ContractFunctions.Lecture;
import dev.gradgap.verify.contract.ContractFunctions.Mixed;
import dev.gradgap.verify.contract.ContractFunctions.Product;
import dev.gradgap.verify.contract.ContractFunctions.WeightedSquares;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** That derivatives are right: of every operation, and of functions of any number of inputs and outputs. */
final class Derivations {

    private static final double[] POINTS = {0.3, 0.9, 1.7};
    private static final double[] SECOND_OPERANDS = {0.4, 2.5};
    private static final double EXPONENT = 2.5;

    private Derivations() {}

    static Stream<Clause> clauses() {
        return Stream.of(
                        Stream.of(
                                new Clause("(a + b)(b + 1) at (2, 1) is 6, its gradient (2, 5)", Derivations::lecture)),
                        Stream.of(Operation.values())
                                .map(operation -> new Clause(
                                        "the derivative of " + label(operation), trial -> operation(trial, operation))),
                        Stream.of(Operation.values())
                                .filter(Derivations::takesEqualNumbers)
                                .map(operation -> new Clause(
                                        "the same number as both operands of " + label(operation),
                                        trial -> sameOperands(trial, operation))),
                        Stream.of(
                                new Clause("operations with a constant as one operand", Derivations::constantOperands),
                                new Clause("an output that is the input has derivative 1", Derivations::identity),
                                new Clause(
                                        "every number of inputs is covered, whatever a pass carries",
                                        Derivations::numbersOfInputs),
                                new Clause(
                                        "several outputs, which may be constants, inputs or the same number",
                                        Derivations::severalOutputs)))
                .flatMap(clauses -> clauses);
    }

    /** At a tie a choice has no derivative. */
    private static boolean takesEqualNumbers(Operation operation) {
        boolean isChoice = operation == Operation.MAX || operation == Operation.MIN;
        return operation.arity() == 2 && !operation.takesConstant() && !isChoice;
    }

    private static String label(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static KnownFunction known(DifferentiableFunction function, UnaryOperator<double[]> jacobian) {
        return new KnownFunction(function, jacobian);
    }

    private static void lecture(Trial trial) {
        KnownFunction lecture = known(new Lecture(), x -> new double[] {x[1] + 1, x[0] + 2 * x[1] + 1});
        trial.isRight(lecture, 2, 1);
        Differentiator differentiator = trial.prepared(lecture);
        double[] y = Trial.unset(1);
        differentiator.primal(new double[] {2, 1}, y);
        trial.same("y", y, new double[] {6});
    }

    private static void operation(Trial trial, Operation operation) {
        for (double size : POINTS) {
            if (size > 1 && (operation == Operation.ASIN || operation == Operation.ACOS)) {
                continue;
            }
            for (double sign : signs(operation)) {
                double x = sign * size;
                if (operation.arity() == 1 || operation.takesConstant()) {
                    trial.isRight(unary(operation), x);
                } else {
                    for (double y : SECOND_OPERANDS) {
                        trial.isRight(binary(operation), x, y);
                    }
                }
            }
        }
    }

    private static double[] signs(Operation operation) {
        return switch (operation) {
            case SQRT, LOG, LOG1P, POW, POW_CONSTANT -> new double[] {1};
            default -> new double[] {1, -1};
        };
    }

    private static KnownFunction unary(Operation operation) {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(
                operation.takesConstant()
                        ? builder.apply(operation, 0, builder.constant(EXPONENT))
                        : builder.apply(operation, 0));
        return known(new GraphFunction(builder.build()), x ->
                new double[] {TabulatedPartials.first(operation, x[0], EXPONENT)});
    }

    private static KnownFunction binary(Operation operation) {
        GraphBuilder builder = new GraphBuilder(2);
        builder.output(builder.apply(operation, 0, 1));
        return known(new GraphFunction(builder.build()), x -> new double[] {
            TabulatedPartials.first(operation, x[0], x[1]), TabulatedPartials.second(operation, x[0], x[1])
        });
    }

    private static void sameOperands(Trial trial, Operation operation) {
        GraphBuilder builder = new GraphBuilder(1);
        builder.output(builder.apply(operation, 0, 0));
        KnownFunction function = known(new GraphFunction(builder.build()), x -> new double[] {
            TabulatedPartials.first(operation, x[0], x[0]) + TabulatedPartials.second(operation, x[0], x[0])
        });
        trial.isRight(function, 1.3);
    }

    private static void constantOperands(Trial trial) {
        trial.isRight(known(new ConstantOperands(), x -> ConstantOperands.DERIVATIVES.clone()), 2);
    }

    private static void identity(Trial trial) {
        trial.isRight(known(new Product(1), x -> new double[] {1}), -3);
    }

    private static void numbersOfInputs(Trial trial) {
        for (int inputs : new int[] {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 50}) {
            KnownFunction squares = known(new WeightedSquares(inputs), x -> {
                double[] gradient = new double[x.length];
                Arrays.setAll(gradient, i -> 2 * (i + 1) * x[i]);
                return gradient;
            });
            trial.isRight(squares, Trial.point(inputs, 1));
        }
    }

    private static void severalOutputs(Trial trial) {
        for (int inputs : new int[] {1, 2, 5, 8, 19}) {
            Mixed mixed = new Mixed(inputs);
            trial.isRight(known(mixed, mixed::jacobian), Trial.point(inputs, 2));
        }
    }
}
