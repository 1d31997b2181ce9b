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

/** Forms the opinion of a method that knows rows: one weighted output's derivatives with respect to all inputs. */
final class OpinionByRows {

    private final Method method;
    private final Questions questions;
    private final Function<Weights, Expected> back;
    private final int outputs;
    private final List<Row> rows = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();

    /**
     * Asks a method.
     *
     * @param back the derivatives of the weighted outputs with respect to all inputs
     */
    OpinionByRows(Method method, int outputs, Questions questions, Function<Weights, Expected> back) {
        this.method = method;
        this.outputs = outputs;
        this.questions = questions;
        this.back = back;
    }

    /** The opinion, with given values of the outputs. */
    public Opinion form(Expected values) {
        for (Weights weights : questions.weights()) {
            Expected row = back.apply(weights);
            rows.add(new Row(weights, row.at(questions.inputs())));
            for (Weights direction : questions.directions()) {
                products.add(new Product(weights, direction, row.dot(direction.toArray())));
            }
        }
        singles();
        return new Opinion(method, values, rows, columns, products);
    }

    /** The rows of the single outputs, and their elements of each column. */
    private void singles() {
        int[] positions = questions.singleOutputs();
        if (positions.length == 0) {
            return;
        }
        List<List<Expected>> elements = new ArrayList<>();
        questions.directions().forEach(direction -> elements.add(new ArrayList<>()));
        for (int position : positions) {
            Weights weights = Weights.one(outputs, position);
            Expected row = back.apply(weights);
            rows.add(new Row(weights, row.at(questions.inputs())));
            for (int k = 0; k < elements.size(); k++) {
                elements.get(k).add(row.dot(questions.directions().get(k).toArray()));
            }
        }
        for (int k = 0; k < elements.size(); k++) {
            columns.add(new Column(questions.directions().get(k), Expected.joined(positions, elements.get(k))));
        }
    }
}
