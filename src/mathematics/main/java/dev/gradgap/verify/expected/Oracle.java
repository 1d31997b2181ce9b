package dev.gradgap.verify.expected;

import dev.gradgap.engine.Operator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the right answers come from: the function's value and products with its Jacobian J at one point, computed by other
 * code than the engine's that is judged.
 */
public interface Oracle {

    /** Elements of a row w'J. */
    public record Row(Weights weights, Expected elements) {}

    /** Elements of a column J v. */
    public record Column(Weights direction, Expected elements) {}

    /** The number w'J v, to which all elements of J contribute. */
    public record Product(Weights weights, Weights direction, Expected value) {}

    /** The point, length n. */
    double[] point();

    /** Where the point is, to follow the name of an element; empty for the workload's own. */
    String where();

    /** The function's outputs; by several, each has a say. */
    List<Expected> values();

    /** The rows known for an operator: with single weights for all derivatives, with all weighted for a pullback. */
    Stream<Row> rows(Operator operator);

    /** The columns known for an operator. */
    Stream<Column> columns(Operator operator);

    /** The products known for an operator, where rows or columns do not tell everything. */
    Stream<Product> products(Operator operator);

    /** The inputs whose derivatives are known one by one, ascending. */
    int[] inputs();
}
