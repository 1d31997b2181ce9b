package dev.gradgap.workload.program.shrink;

import dev.gradgap.workload.program.Expression;
import dev.gradgap.workload.program.Expression.Scalar;
import dev.gradgap.workload.program.Index;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Program;
import dev.gradgap.workload.program.Ranges;
import dev.gradgap.workload.program.Statement;
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
        return joined(elements.subList(0, from), elements.subList(to, elements.size()));
    }

    /** The body with one statement, at any depth, replaced in one of the ways that there are for it. */
    static Stream<List<Statement>> rewritten(List<Statement> body, Function<Statement, Stream<List<Statement>>> ways) {
        return IntStream.range(0, body.size()).boxed().flatMap(k -> {
            Statement statement = body.get(k);
            Stream<List<Statement>> inside = statement instanceof Loop loop
                    ? rewritten(loop.body(), ways).map(inner -> List.<Statement>of(loop.with(inner)))
                    : Stream.empty();
            return Stream.concat(ways.apply(statement), inside).map(replacement -> {
                List<Statement> upToHere = joined(body.subList(0, k), replacement);
                return joined(upToHere, body.subList(k + 1, body.size()));
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

    // Assignments

    /** With an assignment left out, and its value where the following statements of the body read what was assigned. */
    static Stream<Program> withAssignedValuesInPlace(Program program) {
        List<Statement> body = program.body();
        Stream<Program> top = IntStream.range(0, body.size())
                .filter(k -> body.get(k) instanceof Assign)
                .mapToObj(k -> {
                    Rewriting inPlace = inPlace((Assign) body.get(k));
                    List<Statement> rest = inPlace.apply(body.subList(k + 1, body.size()));
                    return program.withBody(joined(body.subList(0, k), rest))
                            .withResults(program.results().stream()
                                    .map(inPlace::apply)
                                    .toList());
                });
        Stream<Program> inside = rewritten(
                        body,
                        statement -> statement instanceof Loop loop
                                ? inPlace(loop.body()).map(inner -> List.of(loop.with(inner)))
                                : Stream.empty())
                .map(program::withBody);
        return Stream.concat(top, inside);
    }

    private static Stream<List<Statement>> inPlace(List<Statement> body) {
        return IntStream.range(0, body.size() - 1)
                .filter(k -> body.get(k) instanceof Assign)
                .mapToObj(k -> joined(
                        body.subList(0, k), inPlace((Assign) body.get(k)).apply(body.subList(k + 1, body.size()))));
    }

    private static Rewriting inPlace(Assign assign) {
        return Rewriting.location(assign.target(), assign.value());
    }

    private static <E> List<E> joined(List<E> first, List<E> second) {
        List<E> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
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

    /** Another array takes the place of one, or a scalar that of its elements; the last one goes if nothing uses it. */
    private static Stream<Program> withoutArray(Program program, int array) {
        List<Expression> rest = without(program.arrays(), array, array + 1);
        Stream<Rewriting> merged = IntStream.range(0, rest.size())
                .mapToObj(other -> Rewriting.arrays(number -> replaced(number, array, other)));
        Stream<Rewriting> byScalar = IntStream.range(0, program.scalars().size())
                .mapToObj(scalar -> Rewriting.arrayByScalar(array, new Scalar(scalar)));
        return Stream.concat(merged, byScalar).map(rewriting -> rewritten(program.withArrays(rest), rewriting));
    }

    /** Another scalar takes the place of one. */
    private static Stream<Program> withoutScalar(Program program, int scalar) {
        List<Expression> rest = without(program.scalars(), scalar, scalar + 1);
        return IntStream.range(0, rest.size())
                .mapToObj(other -> Rewriting.scalars(number -> replaced(number, scalar, other)))
                .map(rewriting -> rewritten(program.withScalars(rest), rewriting));
    }

    /** The number after one has been taken out and another, of the rest, put in its place. */
    private static int replaced(int number, int gone, int by) {
        return number == gone ? by : number > gone ? number - 1 : number;
    }

    private static Program rewritten(Program program, Rewriting rewriting) {
        return program.withBody(rewriting.apply(program.body()))
                .withResults(program.results().stream().map(rewriting::apply).toList());
    }
}
