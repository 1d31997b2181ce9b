package dev.gradgap.workload.family;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The first example of many courses on back-propagation: f = (x + y) z at x = -2, y = 5, z = -4, where f = -12, df/dx =
 * df/dy = -4 and df/dz = 3.
 *
 * <p>Source: A. Karpathy, CS231n Convolutional Neural Networks for Visual Recognition, Stanford, course notes on
 * back-propagation.
 */
final class Backprop extends BuiltInFamily {

    Backprop() {
        super(
                "backprop",
                "teaching example",
                "f = (x + y) z at x = -2, y = 5, z = -4",
                "A. Karpathy, CS231n, Stanford, notes on back-propagation");
    }

    @Override
    public int minInputs() {
        return 3;
    }

    @Override
    public int maxInputs() {
        return 3;
    }

    @Override
    public String inputName(int i) {
        return List.of("x", "y", "z").get(i);
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(2);
    }

    @Override
    Workload member(int inputs, long seed) {
        return new Workload(name(), new Function(), new double[] {-2, 5, -4});
    }

    private record Function() implements ScalarFunction {

        @Override
        public int inputs() {
            return 3;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.multiply(a.add(x.get(0), x.get(1)), x.get(2));
        }

        @Override
        public Optional<PlainFunction> plain() {
            return Optional.of((x, y) -> y[0] = (x[0] + x[1]) * x[2]);
        }

        @Override
        public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
            return Optional.of((x, outputAdjoint, y, inputAdjoint) -> {
                double sum = x[0] + x[1];
                double weight = outputAdjoint[0];
                y[0] = sum * x[2];
                inputAdjoint[0] = weight * x[2];
                inputAdjoint[1] = weight * x[2];
                inputAdjoint[2] = weight * sum;
            });
        }
    }
}
