package dev.gradgap.workload.program;

import dev.gradgap.workload.program.Expression.Location;
import dev.gradgap.workload.program.Index.Affine;
import java.util.Collections;
import java.util.List;

/** A step of a program. */
public sealed interface Statement {

    /** Takes the step in an evaluation. */
    <T> void run(Evaluation<T> evaluation);

    /**
     * The operations of the step.
     *
     * @param counters of the loops around it
     */
    long operations(int[] counters);

    /** Stores a number. */
    public record Assign(Location target, Expression value) implements Statement {
        @Override
        public <T> void run(Evaluation<T> evaluation) {
            target.store(evaluation, value.value(evaluation));
        }

        @Override
        public long operations(int[] counters) {
            return value.operations();
        }
    }

    /** Exchanges two arrays. */
    public record Swap(int first, int second) implements Statement {
        @Override
        public <T> void run(Evaluation<T> evaluation) {
            Collections.swap(evaluation.arrays, first, second);
        }

        @Override
        public long operations(int[] counters) {
            return 0;
        }
    }

    /**
     * A counted loop.
     *
     * @param counter its number, which no loop around it has
     * @param from the first value of the counter
     * @param to the bound of the counter: the first value no more taken upwards, the last one taken downwards
     * @param step what is added to the counter, not 0; downwards if negative
     */
    public record Loop(int counter, Affine from, Index to, int step, List<Statement> body) implements Statement {

        public Loop {
            body = List.copyOf(body);
        }

        /** A loop from 0 up to a count. */
        public static Loop times(int counter, int count, Statement... body) {
            return new Loop(counter, Affine.of(0), Affine.of(count), 1, List.of(body));
        }

        public Loop with(List<Statement> newBody) {
            return new Loop(counter, from, to, step, newBody);
        }

        /** The number of iterations. */
        public int count(int[] counters) {
            int width = step > 0 ? to.at(counters) - from.at(counters) : from.at(counters) - to.at(counters) + 1;
            return width <= 0 ? 0 : (width - 1) / Math.abs(step) + 1;
        }

        @Override
        public <T> void run(Evaluation<T> evaluation) {
            int[] counters = evaluation.counters;
            int count = count(counters);
            int at = from.at(counters);
            for (int iteration = 0; iteration < count; iteration++, at += step) {
                counters[counter] = at;
                for (Statement statement : body) {
                    statement.run(evaluation);
                }
            }
            counters[counter] = 0;
        }

        @Override
        public long operations(int[] counters) {
            int count = count(counters);
            boolean alike = body.stream().noneMatch(Loop.class::isInstance);
            long operations = 0;
            for (int iteration = 0; iteration < (alike ? Math.min(1, count) : count); iteration++) {
                counters[counter] = from.at(counters) + iteration * step;
                for (Statement statement : body) {
                    operations += statement.operations(counters);
                }
                counters[counter] = 0;
            }
            return alike ? operations * count : operations;
        }
    }
}
