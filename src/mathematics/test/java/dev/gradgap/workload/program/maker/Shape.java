package dev.gradgap.workload.program.maker;

import dev.gradgap.graph.Operation;
import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Expression.Binary;
import dev.gradgap.workload.program.Expression.Constant;
import dev.gradgap.workload.program.Expression.Element;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Ramp;
import dev.gradgap.workload.program.Expression.Unary;
import dev.gradgap.workload.program.Index;
import dev.gradgap.workload.program.Program;
import dev.gradgap.workload.program.Statement;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import dev.gradgap.workload.program.Statement.Swap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What occurs in a program, as it is written. */
final class Shape {

    final Set<Operation> operations = EnumSet.noneOf(Operation.class);
    final Set<String> features = new HashSet<>();

    Shape(Program program) {
        statements(program.body(), 0);
        program.results().forEach(result -> {
            expression(result);
            features.add("output " + result.getClass().getSimpleName());
        });
        features.add(program.outputs() == 1 ? "one output" : "several outputs");
        if (new HashSet<>(program.results()).size() < program.outputs()) {
            features.add("an output twice");
        }
        features.add(program.scalars().size() + " scalars");
        features.add(program.arrays().size() + " arrays");
    }

    private void statements(List<Statement> statements, int depth) {
        features.add("depth " + depth);
        int length = statements.stream()
                .filter(Assign.class::isInstance)
                .mapToInt(assign -> ((Assign) assign).value().operations())
                .sum();
        features.add(length > 100 ? "body over 100" : length > 40 ? "body over 40" : "short body");
        for (Statement statement : statements) {
            if (statement instanceof Loop loop) {
                loop(loop, depth);
            } else if (statement instanceof Assign assign) {
                expression(assign.target());
                expression(assign.value());
            } else if (statement instanceof Swap) {
                features.add("swap at depth " + depth);
            }
        }
    }

    private void loop(Loop loop, int depth) {
        features.add(loop.step() < 0 ? "downwards" : "upwards");
        features.add("step " + Math.abs(loop.step()));
        if (!loop.from().isConstant() || !loop.to().affine().isConstant()) {
            features.add(loop.to() instanceof Index.Lookup ? "ragged" : "triangular");
        }
        int count = loop.count(new int[Index.COUNTERS.size()]);
        features.add("count " + count);
        statements(loop.body(), depth + 1);
    }

    private void expression(Expression expression) {
        if (expression instanceof Unary unary) {
            operations.add(unary.operation());
            if (unary.operation() == Operation.ABS && isZero(unary.operand())) {
                features.add("absolute value of 0");
            }
        } else if (expression instanceof Binary binary) {
            operations.add(binary.operation());
            boolean choice = binary.operation() == Operation.MAX || binary.operation() == Operation.MIN;
            if (choice && binary.first().equals(binary.second())) {
                features.add("tie");
            }
        } else if (expression instanceof Element element) {
            index(element.index());
        } else if (expression instanceof Input input) {
            index(input.index());
        } else if (expression instanceof Ramp ramp) {
            features.add("varying constant");
            index(ramp.index());
        }
        expression.operands().forEach(this::expression);
    }

    private static boolean isZero(Expression expression) {
        return expression instanceof Binary binary
                && (binary.first().equals(binary.second()) || binary.second().equals(new Constant(0)));
    }

    private void index(Index index) {
        features.add(index.getClass().getSimpleName());
        for (int counter = 0; counter < Index.COUNTERS.size(); counter++) {
            int stride = index.affine().stride(counter);
            features.add(stride < 0 ? "reversed" : stride > 1 ? "strided" : "in step");
        }
    }
}
