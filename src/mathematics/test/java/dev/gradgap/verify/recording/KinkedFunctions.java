package dev.gradgap.verify.recording;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.reverse.InterpreterReverse;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.workload.Workload;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Functions at points where two sides meet, with plain forms, and an engine that says what it is told. */
final class KinkedFunctions {

    private KinkedFunctions() {}

    /** max(x, x) at 3: no kink, the derivative is 1. */
    static Workload maxOfItself() {
        return workload(new Max(1), 3);
    }

    /** max(x_0, x_1) at (3, 3): (1, 0) by convention, (0, 1) on the other side. */
    static Workload maxOfTwo() {
        return workload(new Max(2), 3, 3);
    }

    /** |x| at 0: 0 by convention, -1 and 1 on the sides. */
    static Workload abs() {
        return workload(new Abs(), 0);
    }

    /**
     * max(x_0, x_1) - max(x_2, x_3) at (3, 3, 5, 5): along a random direction, the two kinks apart can leave what both sides
     * together allow.
     */
    static Workload differenceOfMaxima() {
        return workload(new DifferenceOfMaxima(), 3, 3, 5, 5);
    }

    private static Workload workload(ScalarFunction function, double... point) {
        return new Workload("kinked", function, point);
    }

    private record Max(int inputs) implements ScalarFunction {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.max(x.get(0), x.get(inputs - 1));
        }

        @Override
        public Optional<PlainFunction> plain() {
            return Optional.of((x, y) -> y[0] = Math.max(x[0], x[inputs - 1]));
        }
    }

    private record Abs() implements ScalarFunction {
        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.abs(x.get(0));
        }

        @Override
        public Optional<PlainFunction> plain() {
            return Optional.of((x, y) -> y[0] = Math.abs(x[0]));
        }
    }

    private record DifferenceOfMaxima() implements ScalarFunction {
        @Override
        public int inputs() {
            return 4;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return a.subtract(a.max(x.get(0), x.get(1)), a.max(x.get(2), x.get(3)));
        }
    }

    /** An engine that is right near the point, and at the point has a gradient of its own. */
    static final class Stubborn implements Engine {

        private final Workload workload;
        private final double[] gradient;

        Stubborn(Workload workload, double... gradient) {
            this.workload = workload;
            this.gradient = gradient;
        }

        @Override
        public String name() {
            return "stubborn";
        }

        @Override
        public Technology technology() {
            return Technology.LIBRARY;
        }

        @Override
        public Mode mode() {
            return Mode.REVERSE;
        }

        @Override
        public Set<Operator> operators() {
            return Set.of(Operator.GRADIENT, Operator.PULLBACK);
        }

        @Override
        public Differentiator prepare(DifferentiableFunction function) {
            ReverseDifferentiator right = new InterpreterReverse().prepare(function);
            return new ReverseDifferentiator() {
                private boolean atThePoint;

                @Override
                public int inputs() {
                    return right.inputs();
                }

                @Override
                public int outputs() {
                    return 1;
                }

                @Override
                public void primal(double[] x, double[] y) {
                    right.primal(x, y);
                }

                @Override
                public void record(double[] x, double[] y) {
                    right.record(x, y);
                    atThePoint = Arrays.equals(x, workload.point());
                }

                @Override
                public void sweep(double[] outputAdjoint, double[] inputAdjoint) {
                    right.sweep(outputAdjoint, inputAdjoint);
                    for (int i = 0; atThePoint && i < inputAdjoint.length; i++) {
                        inputAdjoint[i] = outputAdjoint[0] * gradient[i];
                    }
                }

                @Override
                public void jacobian(double[] x, double[] jacobian) {
                    pullback(x, new double[] {1}, new double[1], jacobian);
                }
            };
        }
    }
}
