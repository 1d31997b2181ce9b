package dev.gradgap.workload.family;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.workload.Workload;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The first example of the lectures on computation graphs: e = (a + b)(b + 1) at a = 2, b = 1, where e = 6, de/da = 2
 * and de/db = 5. The input b reaches e along two paths, whose contributions add.
 *
 * <p>Source: C. Olah, Calculus on Computational Graphs: Backpropagation, 2015.
 */
final class Lecture extends BuiltInFamily {

    Lecture() {
        super(
                "lecture",
                "teaching example",
                "e = (a + b)(b + 1) at a = 2, b = 1",
                "C. Olah, Calculus on Computational Graphs: Backpropagation, 2015");
    }

    @Override
    public int minInputs() {
        return 2;
    }

    @Override
    public int maxInputs() {
        return 2;
    }

    @Override
    public String inputName(int i) {
        return i == 0 ? "a" : "b";
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(3);
    }

    @Override
    Workload member(int inputs, long seed) {
        return new Workload(name(), new Function(), new double[] {2, 1});
    }

    private record Function() implements ScalarFunction {

        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public <T> T value(Arithmetic<T> arithmetic, Inputs<T> x) {
            T b = x.get(1);
            T c = arithmetic.add(x.get(0), b);
            T d = arithmetic.add(b, 1);
            return arithmetic.multiply(c, d);
        }

        @Override
        public Optional<PlainFunction> plain() {
            return Optional.of((x, y) -> y[0] = (x[0] + x[1]) * (x[1] + 1));
        }

        @Override
        public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
            return Optional.of((x, outputAdjoint, y, inputAdjoint) -> {
                double c = x[0] + x[1];
                double d = x[1] + 1;
                double weight = outputAdjoint[0];
                y[0] = c * d;
                inputAdjoint[0] = weight * d;
                inputAdjoint[1] = weight * (c + d);
            });
        }
    }
}
