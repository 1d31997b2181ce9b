package dev.gradgap.workload.family;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The residual of the one-dimensional Bratu problem u'' + &lambda; e<sup>u</sup> = 0, u(0) = u(1) = 0 (solid fuel
 * ignition), on n interior points with spacing h = 1/(n + 1): F<sub>i</sub>(u) = 2 u<sub>i</sub> - u<sub>i-1</sub> -
 * u<sub>i+1</sub> - h<sup>2</sup> &lambda; exp(u<sub>i</sub>). As many outputs as inputs; the Jacobian is tridiagonal.
 *
 * <p>&lambda; = 1, below 3.51, beyond which the problem has no solution. The coordinates of the sample point are
 * uniform on [-1, 1).
 *
 * <p>Source: B. M. Averick, R. G. Carter, J. J. Mor&eacute; and G.-L. Xue, The MINPACK-2 Test Problem Collection,
 * Argonne National Laboratory, MCS-P153-0692, 1992 (there in two dimensions).
 */
final class Bratu extends BuiltInFamily {

    private static final double LAMBDA = 1;

    Bratu() {
        super(
                "bratu",
                "sparse Jacobian",
                "F_i(u) = 2 u_i - u_(i-1) - u_(i+1) - exp(u_i) / (n + 1)^2, u_0 = u_(n+1) = 0",
                "Averick, Carter, More and Xue, The MINPACK-2 Test Problem Collection, MCS-P153-0692, 1992");
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(6L * inputs - 2);
    }

    @Override
    Workload member(int inputs, long seed) {
        double spacing = 1 / (inputs + 1.0);
        Function function = new Function(inputs, spacing * spacing * LAMBDA);
        return new Workload(name(), function, uniform(new Seed(seed), inputs, -1, 1));
    }

    private record Function(int inputs, double scale) implements DifferentiableFunction {

        @Override
        public int outputs() {
            return inputs;
        }

        @Override
        public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
            T before = null;
            T current = x.get(0);
            for (int i = 0; i < inputs; i++) {
                T residual = a.multiply(current, 2);
                if (i > 0) {
                    residual = a.subtract(residual, before);
                }
                before = current;
                T reaction = a.multiply(a.exp(current), scale);
                if (i + 1 < inputs) {
                    current = x.get(i + 1);
                    residual = a.subtract(residual, current);
                }
                y.set(i, a.subtract(residual, reaction));
            }
        }

        @Override
        public Optional<PlainFunction> plain() {
            return Optional.of((x, y) -> {
                int last = x.length - 1;
                for (int i = 0; i <= last; i++) {
                    double before = i > 0 ? x[i - 1] : 0;
                    double after = i < last ? x[i + 1] : 0;
                    y[i] = 2 * x[i] - before - after - scale * Math.exp(x[i]);
                }
            });
        }

        /** The Jacobian is symmetric, so that the pullback is the same stencil applied to the output adjoints. */
        @Override
        public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
            return Optional.of((x, outputAdjoint, y, inputAdjoint) -> {
                int last = x.length - 1;
                for (int i = 0; i <= last; i++) {
                    double before = i > 0 ? x[i - 1] : 0;
                    double after = i < last ? x[i + 1] : 0;
                    double adjointBefore = i > 0 ? outputAdjoint[i - 1] : 0;
                    double adjointAfter = i < last ? outputAdjoint[i + 1] : 0;
                    double reaction = scale * Math.exp(x[i]);
                    y[i] = 2 * x[i] - before - after - reaction;
                    inputAdjoint[i] = (2 - reaction) * outputAdjoint[i] - adjointBefore - adjointAfter;
                }
            });
        }
    }
}
