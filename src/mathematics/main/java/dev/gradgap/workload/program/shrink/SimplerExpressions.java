package dev.gradgap.workload.program.shrink;

import dev.gradgap.graph.Operation;
import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Expression.Binary;
import dev.gradgap.workload.program.Expression.Constant;
import dev.gradgap.workload.program.Expression.Element;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Location;
import dev.gradgap.workload.program.Expression.Ramp;
import dev.gradgap.workload.program.Expression.Unary;
import dev.gradgap.workload.program.Index;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Program;
import dev.gradgap.workload.program.Statement;
import dev.gradgap.workload.program.Statement.Assign;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Programs of which one expression is simpler, or one index. */
final class SimplerExpressions {

    private SimplerExpressions() {}

    /** With an expression replaced by an operand of it, a constant or an input. */
    static Stream<Program> withSimplerExpressions(Program program) {
        return expressionsReplaced(program, SimplerExpressions::simpler);
    }

    private static Stream<Program> expressionsReplaced(Program program, Function<Expression, Stream<Expression>> ways) {
        Stream<Program> bodies = Simplifications.rewritten(
                        program.body(),
                        statement -> statement instanceof Assign assign ? replaced(assign, ways) : Stream.empty())
                .map(program::withBody);
        Stream<Program> results = replaced(program.results(), ways).map(program::withResults);
        Stream<Program> arrays = replaced(program.arrays(), ways).map(program::withArrays);
        Stream<Program> scalars = replaced(program.scalars(), ways).map(program::withScalars);
        return Stream.of(bodies, results, arrays, scalars).flatMap(Function.identity());
    }

    private static Stream<List<Statement>> replaced(Assign assign, Function<Expression, Stream<Expression>> ways) {
        Stream<Assign> targets = ways.apply(assign.target())
                .filter(Location.class::isInstance)
                .map(target -> new Assign((Location) target, assign.value()));
        Stream<Assign> values = ways.apply(assign.value()).map(value -> new Assign(assign.target(), value));
        return Stream.concat(targets, values).map(List::of);
    }

    private static Stream<List<Expression>> replaced(
            List<Expression> expressions, Function<Expression, Stream<Expression>> ways) {
        return IntStream.range(0, expressions.size()).boxed().flatMap(k -> ways.apply(expressions.get(k))
                .map(replacement -> {
                    List<Expression> result = new ArrayList<>(expressions);
                    result.set(k, replacement);
                    return result;
                }));
    }

    private static Stream<Expression> simpler(Expression expression) {
        Stream<Expression> plain = Stream.of(new Constant(0.5), new Input(Affine.of(0)));
        if (expression instanceof Constant constant) {
            plain = Stream.of(new Constant(0.5), new Constant(Math.rint(constant.number() * 10) / 10));
        } else if (expression instanceof Ramp ramp) {
            plain = Stream.concat(plain, Stream.of(new Constant(ramp.offset())));
        }
        return Stream.of(
                        expression.operands().stream(),
                        plain,
                        operandsReplaced(expression, SimplerExpressions::simpler))
                .flatMap(Function.identity());
    }

    private static Stream<Expression> operandsReplaced(
            Expression expression, Function<Expression, Stream<Expression>> ways) {
        if (expression instanceof Unary unary) {
            return ways.apply(unary.operand()).map(operand -> new Unary(unary.operation(), operand));
        }
        if (expression instanceof Binary binary) {
            boolean constantExponent = binary.operation() == Operation.POW_CONSTANT;
            Stream<Expression> first =
                    ways.apply(binary.first()).map(operand -> new Binary(binary.operation(), operand, binary.second()));
            Stream<Expression> second = ways.apply(binary.second())
                    .filter(operand -> !constantExponent || operand instanceof Constant)
                    .map(operand -> new Binary(binary.operation(), binary.first(), operand));
            return Stream.concat(first, second);
        }
        return Stream.empty();
    }

    /** With an index that has fewer or smaller strides, no remainder or table, or no offset. */
    static Stream<Program> withSimplerIndices(Program program) {
        return expressionsReplaced(program, SimplerExpressions::indexReplaced);
    }

    private static Stream<Expression> indexReplaced(Expression expression) {
        if (expression instanceof Ramp ramp) {
            return simpler(ramp.index()).map(index -> new Ramp(ramp.slope(), index, ramp.offset()));
        }
        if (expression instanceof Input input) {
            return simpler(input.index()).map(Input::new);
        }
        if (expression instanceof Element element) {
            return simpler(element.index()).map(index -> new Element(element.array(), index));
        }
        return operandsReplaced(expression, SimplerExpressions::indexReplaced);
    }

    private static Stream<Index> simpler(Index index) {
        List<Index> ways = new ArrayList<>();
        Affine affine = index.affine();
        if (index != affine) {
            ways.add(affine);
        }
        for (int counter = 0; counter < Index.COUNTERS.size(); counter++) {
            if (affine.stride(counter) != 0) {
                ways.add(index.with(affine.withStride(counter, 0)));
                ways.add(index.with(affine.withStride(counter, 1)));
            }
        }
        if (affine.offset() != 0) {
            ways.add(index.with(affine.withOffset(0)));
            ways.add(index.with(affine.withOffset(Integer.signum(affine.offset()))));
        }
        return ways.stream();
    }
}
