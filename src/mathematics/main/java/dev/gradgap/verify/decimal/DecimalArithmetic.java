package dev.gradgap.verify.decimal;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.BinaryElemental;
import dev.gradgap.function.Relation;
import dev.gradgap.function.UnaryElemental;
import dev.gradgap.graph.Operation;
import org.apache.commons.math3.dfp.Dfp;

/** Arithmetic on decimal numbers, values alone. */
final class DecimalArithmetic implements Arithmetic<Dfp> {

    @Override
    public Dfp constant(double value) {
        return DecimalFunctions.of(value);
    }

    @Override
    public Dfp[] array(int length) {
        return new Dfp[length];
    }

    @Override
    public Dfp apply(UnaryElemental f, Dfp x) {
        return DecimalPartials.value(Operation.of(f), x, x);
    }

    @Override
    public Dfp apply(BinaryElemental f, Dfp x, Dfp y) {
        return DecimalPartials.value(Operation.of(f), x, y);
    }

    @Override
    public double value(Dfp x) {
        return x.toDouble();
    }

    @Override
    public Dfp select(Relation relation, Dfp x, Dfp y, Dfp then, Dfp otherwise) {
        boolean holds =
                switch (relation) {
                    case LT -> x.lessThan(y);
                    case LE -> x.lessThan(y) || x.equals(y);
                    case EQ -> x.equals(y);
                    case GE -> x.greaterThan(y) || x.equals(y);
                    case GT -> x.greaterThan(y);
                };
        return holds ? then : otherwise;
    }
}
