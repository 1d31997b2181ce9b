package dev.gradgap.plain;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.function.Path;
import java.util.List;

/** The path of a function in plain Java at a point: every decision that it took there. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares paths
record RecordedPath(TransformedFunction function, double[] point, List<Decided> decided) implements Path {

    @Override
    public int inputs() {
        return function.inputs();
    }

    @Override
    public int outputs() {
        return function.outputs();
    }

    @Override
    public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
        function.evaluate(a, x, y, new Replay(decided, (position, left, right) -> {}));
    }

    @Override
    public int guards() {
        return decided.size();
    }

    @Override
    public DifferentiableFunction operands() {
        return new Operands(function, decided);
    }

    @Override
    public boolean isTaken(double[] operands) {
        for (int k = 0; k < decided.size(); k++) {
            if (!decided.get(k).holds(operands[2 * k], operands[2 * k + 1])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<String> places() {
        return function.recorded(point, true).places();
    }

    private record Operands(TransformedFunction function, List<Decided> decided) implements DifferentiableFunction {

        @Override
        public int inputs() {
            return function.inputs();
        }

        @Override
        public int outputs() {
            return Math.max(1, 2 * decided.size());
        }

        @Override
        public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
            if (decided.isEmpty()) {
                y.set(0, a.constant(0));
                return;
            }
            Replay replay = new Replay(decided, (position, left, right) -> {
                y.set(2 * position, number(a, left));
                y.set(2 * position + 1, number(a, right));
            });
            function.evaluate(a, x, (j, value) -> {}, replay);
        }

        @SuppressWarnings("unchecked") // what is no constant is a number of the arithmetic
        private static <T> T number(Arithmetic<T> a, Object x) {
            return x instanceof Double c ? a.constant(c) : (T) x;
        }
    }
}
