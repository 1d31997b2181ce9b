package dev.gradgap.verify.recording;

import dev.gradgap.verify.expected.Expected;
import dev.gradgap.verify.expected.Opinion;
import dev.gradgap.verify.expected.Opinion.Method;
import dev.gradgap.verify.expected.Oracle.Column;
import dev.gradgap.verify.expected.Oracle.Product;
import dev.gradgap.verify.expected.Oracle.Row;
import dev.gradgap.verify.expected.Questions;
import dev.gradgap.verify.expected.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Forms the opinion of a method that knows columns: all outputs' derivatives along one direction. */
public final class OpinionByColumns {

    private final Method method;
    private final Questions questions;
    private final Function<Weights, Expected> along;
    private final int inputs;
    private final List<Row> rows = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();

    /**
     * Asks a method.
     *
     * @param along the derivatives of all outputs along a direction
     */
    public OpinionByColumns(Method method, int inputs, Questions questions, Function<Weights, Expected> along) {
        this.method = method;
        this.inputs = inputs;
        this.questions = questions;
        this.along = along;
    }

    /**
     * The opinion.
     *
     * @param values gives the outputs, once some column is known
     */
    public Opinion form(Supplier<Expected> values) {
        for (Weights direction : questions.directions()) {
            Expected column = along.apply(direction);
            columns.add(new Column(direction, column.at(questions.outputs())));
            for (Weights weights : questions.weights()) {
                products.add(new Product(weights, direction, column.dot(weights.toArray())));
            }
        }
        singles();
        return new Opinion(method, values.get(), rows, columns, products);
    }

    /** The elements of each row at the single inputs. */
    private void singles() {
        int[] positions = questions.singleInputs();
        if (positions.length == 0) {
            return;
        }
        List<List<Expected>> elements = new ArrayList<>();
        questions.weights().forEach(weights -> elements.add(new ArrayList<>()));
        for (int position : positions) {
            Weights direction = Weights.one(inputs, position);
            Expected column = along.apply(direction);
            if (questions.singleOutputs().length > 0) {
                columns.add(new Column(direction, column.at(questions.outputs())));
            }
            for (int k = 0; k < elements.size(); k++) {
                elements.get(k).add(column.dot(questions.weights().get(k).toArray()));
            }
        }
        for (int k = 0; k < elements.size(); k++) {
            rows.add(new Row(questions.weights().get(k), Expected.joined(positions, elements.get(k))));
        }
    }
}
