package dev.gradgap.workload.program;

import dev.gradgap.function.BinaryElemental;
import dev.gradgap.graph.Operation;
import java.util.List;

/** A number computed from inputs, constants and what the program has stored. */
public sealed interface Expression {

    /** The number in an evaluation. */
    <T> T value(Evaluation<T> evaluation);

    /** The operands of an operation; none if it is no operation. */
    default List<Expression> operands() {
        return List.of();
    }

    /** The operations of one evaluation of this expression. */
    default int operations() {
        return 0;
    }

    /** Where a program stores a number. */
    public sealed interface Location extends Expression {

        /** Stores a number. */
        <T> void store(Evaluation<T> evaluation, T value);
    }

    /** A constant. */
    public record Constant(double number) implements Expression {
        @Override
        public <T> T value(Evaluation<T> evaluation) {
            return evaluation.arithmetic.constant(number);
        }
    }

    /** A constant that depends on the iteration: {@code slope * index + offset}. */
    public record Ramp(double slope, Index index, double offset) implements Expression {
        @Override
        public <T> T value(Evaluation<T> evaluation) {
            return evaluation.arithmetic.constant(slope * index.at(evaluation.counters) + offset);
        }
    }

    /** An input, at an index modulo their number. */
    public record Input(Index index) implements Expression {
        @Override
        public <T> T value(Evaluation<T> evaluation) {
            return evaluation.inputs.get(evaluation.index(index, evaluation.inputs.size()));
        }
    }

    /** An element of an array, at an index modulo its length. */
    public record Element(int array, Index index) implements Location {
        @Override
        public <T> T value(Evaluation<T> evaluation) {
            T[] elements = evaluation.arrays.get(array);
            return elements[evaluation.index(index, elements.length)];
        }

        @Override
        public <T> void store(Evaluation<T> evaluation, T value) {
            T[] elements = evaluation.arrays.get(array);
            elements[evaluation.index(index, elements.length)] = value;
        }
    }

    /** A scalar. */
    public record Scalar(int number) implements Location {
        @Override
        public <T> T value(Evaluation<T> evaluation) {
            return evaluation.scalars[number];
        }

        @Override
        public <T> void store(Evaluation<T> evaluation, T value) {
            evaluation.scalars[number] = value;
        }
    }

    /** An operation on one number. */
    public record Unary(Operation operation, Expression operand) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of(operand);
        }

        @Override
        public int operations() {
            return 1 + operand.operations();
        }

        @Override
        public <T> T value(Evaluation<T> evaluation) {
            T x = operand.value(evaluation);
            return operation.elemental().on(evaluation.arithmetic, x, x);
        }
    }

    /** An operation on two numbers; of {@code POW_CONSTANT} the second is a {@link Constant}. */
    public record Binary(Operation operation, Expression first, Expression second) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of(first, second);
        }

        @Override
        public int operations() {
            return 1 + first.operations() + second.operations();
        }

        @Override
        public <T> T value(Evaluation<T> evaluation) {
            BinaryElemental f = (BinaryElemental) operation.elemental();
            T x = first.value(evaluation);
            return f.takesConstant()
                    ? f.on(evaluation.arithmetic, x, ((Constant) second).number())
                    : f.on(evaluation.arithmetic, x, second.value(evaluation));
        }
    }
}
