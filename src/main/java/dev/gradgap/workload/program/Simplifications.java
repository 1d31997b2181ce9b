package dev.gradgap.workload.program;

import dev.gradgap.graph.Operation;
import dev.gradgap.workload.program.Expression.Binary;
import dev.gradgap.workload.program.Expression.Constant;
import dev.gradgap.workload.program.Expression.Element;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Location;
import dev.gradgap.workload.program.Expression.Ramp;
import dev.gradgap.workload.program.Expression.Unary;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Programs that are simpler than a given one by one step, each kind of step in a fixed order. */
final class Simplifications {

    private Simplifications() {}

    // Statements

    /** Without some successive statements of some body, many before few. */
    static Stream<Program> withoutStatements(Program program) {
        Stream<List<Statement>> top = withoutSome(program.body());
        Stream<List<Statement>> inside = rewritten(
                program.body(),
                statement -> statement instanceof Loop loop
                        ? withoutSome(loop.body()).map(body -> List.of(loop.with(body)))
                        : Stream.empty());
        return Stream.concat(top, inside).map(program::withBody);
    }

    private static <E> Stream<List<E>> withoutSome(List<E> elements) {
        int n = elements.size();
        Stream<Integer> sizes = Stream.iterate(n, size -> size > 0, size -> size / 2);
        return sizes.flatMap(size -> IntStream.rangeClosed(0, n - size)
                .filter(from -> from % size == 0 || from == n - size)
                .mapToObj(from -> without(elements, from, from + size)));
    }

    private static <E> List<E> without(List<E> elements, int from, int to) {
        List<E> rest = new ArrayList<>(elements.subList(0, from));
        rest.addAll(elements.subList(to, elements.size()));
        return rest;
    }

    /** The body with one statement, at any depth, replaced in one of the ways that there are for it. */
    private static Stream<List<Statement>> rewritten(
            List<Statement> body, Function<Statement, Stream<List<Statement>>> ways) {
        return IntStream.range(0, body.size()).boxed().flatMap(k -> {
            Statement statement = body.get(k);
            Stream<List<Statement>> inside = statement instanceof Loop loop
                    ? rewritten(loop.body(), ways).map(inner -> List.<Statement>of(loop.with(inner)))
                    : Stream.empty();
            return Stream.concat(ways.apply(statement), inside).map(replacement -> {
                List<Statement> result = new ArrayList<>(body.subList(0, k));
                result.addAll(replacement);
                result.addAll(body.subList(k + 1, body.size()));
                return result;
            });
        });
    }

    // Outputs

    /** With one output alone, or without one. */
    static Stream<Program> withFewerOutputs(Program program) {
        List<Expression> results = program.results();
        if (results.size() == 1) {
            return Stream.empty();
        }
        Stream<List<Expression>> alone = results.stream().map(List::of);
        return Stream.concat(alone, IntStream.range(0, results.size()).mapToObj(j -> without(results, j, j + 1)))
                .map(program::withResults);
    }

    // Loops

    /** With a loop replaced by its first or last iteration, or with fewer iterations, or plain bounds. */
    static Stream<Program> withSimplerLoops(Program program) {
        return rewritten(program.body(), statement -> statement instanceof Loop loop ? simpler(loop) : Stream.empty())
                .map(program::withBody);
    }

    private static Stream<List<Statement>> simpler(Loop loop) {
        List<List<Statement>> ways = new ArrayList<>();
        ways.add(iteration(loop, loop.from()));
        if (loop.to() != loop.to().affine()) {
            int least = loop.to().least(new Ranges());
            ways.add(List.of(new Loop(loop.counter(), loop.from(), Affine.of(least), loop.step(), loop.body())));
        } else if (loop.from().isConstant() && loop.to().isConstant()) {
            int first = loop.from().offset();
            int step = loop.step();
            int count = loop.count(new int[Index.COUNTERS.size()]);
            ways.add(iteration(loop, Affine.of(first + (count - 1) * step)));
            for (int fewer : new int[] {count / 2, count - count / 4, count - 1}) {
                ways.add(List.of(counted(loop, first, fewer, step)));
                ways.add(List.of(counted(loop, first + (count - fewer) * step, fewer, step)));
            }
            ways.add(List.of(counted(loop, first, count, 1)));
            ways.add(List.of(counted(loop, 0, count, 1)));
            if (first != 0 && step > 0) {
                Loop shifted = counted(loop, 0, count, step);
                ways.add(List.of(shifted.with(Rewriting.counter(loop.counter(), Affine.of(loop.counter(), 1, first))
                        .apply(loop.body()))));
            }
        } else {
            for (int counter = 0; counter < Index.COUNTERS.size(); counter++) {
                for (int value : new int[] {0, 1, 2, 4, 8}) {
                    ways.add(List.of(new Loop(
                            loop.counter(),
                            loop.from().where(counter, value),
                            loop.to().affine().where(counter, value),
                            loop.step(),
                            loop.body())));
                }
            }
        }
        return ways.stream();
    }

    private static List<Statement> iteration(Loop loop, Affine value) {
        return Rewriting.counter(loop.counter(), value).apply(loop.body());
    }

    private static Loop counted(Loop loop, int first, int count, int step) {
        int to = step > 0 ? first + count * step : first + (count - 1) * step;
        return new Loop(loop.counter(), Affine.of(first), Affine.of(to), step, loop.body());
    }

    // Expressions

    /** With an expression replaced by an operand of it, a constant or an input. */
    static Stream<Program> withSimplerExpressions(Program program) {
        return expressionsReplaced(program, Simplifications::simpler);
    }

    private static Stream<Program> expressionsReplaced(Program program, Function<Expression, Stream<Expression>> ways) {
        Stream<Program> bodies = rewritten(
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
        return Stream.of(expression.operands().stream(), plain, operandsReplaced(expression, Simplifications::simpler))
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

    // Indices

    /** With an index that has fewer or smaller strides, no remainder or table, or no offset. */
    static Stream<Program> withSimplerIndices(Program program) {
        return expressionsReplaced(program, Simplifications::indexReplaced);
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
        return operandsReplaced(expression, Simplifications::indexReplaced);
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

    // Sizes

    /** With fewer inputs, shorter or fewer arrays, fewer scalars, a point of short numbers. */
    static Stream<Program> withSmallerSizes(Program program) {
        int n = program.inputs();
        Stream<Program> points = smaller(n).map(size -> program.withPoint(Arrays.copyOf(program.point(), size)));
        Stream<Program> lengths = smaller(program.length()).map(program::withLength);
        Stream<Program> arrays =
                IntStream.range(0, program.arrays().size()).boxed().flatMap(array -> withoutArray(program, array));
        Stream<Program> scalars =
                IntStream.range(1, program.scalars().size()).boxed().flatMap(scalar -> withoutScalar(program, scalar));
        double[] rounded = Arrays.stream(program.point())
                .map(x -> Math.copySign(Math.max(1, Math.rint(Math.abs(x) * 10)) / 10, x))
                .toArray();
        return Stream.of(points, lengths, arrays, scalars, Stream.of(program.withPoint(rounded)))
                .flatMap(Function.identity());
    }

    private static Stream<Integer> smaller(int size) {
        return IntStream.of(1, size / 4, size / 2, size - size / 4, size - 1)
                .filter(s -> s > 0 && s < size)
                .distinct()
                .boxed();
    }

    /** Another array takes the place of one; the last one goes if nothing uses it. */
    private static Stream<Program> withoutArray(Program program, int array) {
        List<Expression> rest = without(program.arrays(), array, array + 1);
        if (rest.isEmpty()) {
            return usesArrays(program) ? Stream.empty() : Stream.of(program.withArrays(rest));
        }
        return IntStream.range(0, rest.size())
                .mapToObj(other ->
                        Rewriting.arrays(number -> number == array ? other : number > array ? number - 1 : number))
                .map(rewriting -> program.withArrays(rest)
                        .withBody(rewriting.apply(program.body()))
                        .withResults(
                                program.results().stream().map(rewriting::apply).toList()));
    }

    private static boolean usesArrays(Program program) {
        boolean[] used = new boolean[1];
        Rewriting search = Rewriting.arrays(number -> {
            used[0] = true;
            return number;
        });
        search.apply(program.body());
        program.results().forEach(search::apply);
        return used[0];
    }

    /** Another scalar takes the place of one. */
    private static Stream<Program> withoutScalar(Program program, int scalar) {
        List<Expression> rest = without(program.scalars(), scalar, scalar + 1);
        return IntStream.range(0, rest.size())
                .mapToObj(other ->
                        Rewriting.scalars(number -> number == scalar ? other : number > scalar ? number - 1 : number))
                .map(rewriting -> program.withScalars(rest)
                        .withBody(rewriting.apply(program.body()))
                        .withResults(
                                program.results().stream().map(rewriting::apply).toList()));
    }
}
