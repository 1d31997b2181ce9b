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
 * How gates pass an adjoint on: f = 2 (x y + max(z, w)) at x = 3, y = -4, z = 2, w = -1, where f = -20 and the
 * gradient is (-8, 6, 2, 0). The addition distributes the adjoint, the maximum routes it to the larger operand, the
 * multiplication switches the operands.
 *
 * <p>Source: A. Karpathy, CS231n Convolutional Neural Networks for Visual Recognition, Stanford, course notes on
 * back-propagation.
 */
final class Gates extends BuiltInFamily {

    Gates() {
        super(
                "gates",
                "teaching example",
                "f = 2 (x y + max(z, w)) at x = 3, y = -4, z = 2, w = -1",
                "A. Karpathy, CS231n, Stanford, notes on back-propagation");
    }

    @Override
    public int minInputs() {
        return 4;
    }

    @Override
    public int maxInputs() {
        return 4;
    }

    @Override
    public String inputName(int i) {
        return List.of("x", "y", "z", "w").get(i);
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(4);
    }

    @Override
    Workload member(int inputs, long seed) {
        return new Workload(name(), new Function(), new double[] {3, -4, 2, -1});
    }

    private record Function() implements ScalarFunction {

        @Override
        public int inputs() {
            return 4;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T product = a.multiply(x.get(0), x.get(1));
            T larger = a.max(x.get(2), x.get(3));
            return a.multiply(a.add(product, larger), 2);
        }

        @Override
        public Optional<PlainFunction> plain() {
            return Optional.of((x, y) -> y[0] = 2 * (x[0] * x[1] + Math.max(x[2], x[3])));
        }

        @Override
        public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
            return Optional.of((x, outputAdjoint, y, inputAdjoint) -> {
                double adjoint = 2 * outputAdjoint[0];
                boolean first = x[2] >= x[3];
                y[0] = 2 * (x[0] * x[1] + (first ? x[2] : x[3]));
                inputAdjoint[0] = adjoint * x[1];
                inputAdjoint[1] = adjoint * x[0];
                inputAdjoint[2] = first ? adjoint : 0;
                inputAdjoint[3] = first ? 0 : adjoint;
            });
        }
    }
}
