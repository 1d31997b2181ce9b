package dev.gradgap.workload.program;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Inputs;
import dev.gradgap.graph.DoubleArithmetic;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;

/** Programs on doubles, with the name of every operation seen, and perhaps another performed in its place. */
public final class ChangedArithmetic {

    private ChangedArithmetic() {}

    /** The outputs at the program's point. */
    public static double[] outputs(Program program, UnaryOperator<String> names) {
        double[] x = program.point();
        double[] y = new double[program.outputs()];
        program.evaluate(arithmetic(names), new Coordinates(x), (j, value) -> y[j] = value);
        return y;
    }

    @SuppressWarnings("unchecked")
    private static Arithmetic<Double> arithmetic(UnaryOperator<String> names) {
        DoubleArithmetic doubles = new DoubleArithmetic();
        return (Arithmetic<Double>) Proxy.newProxyInstance(
                Arithmetic.class.getClassLoader(),
                new Class<?>[] {Arithmetic.class},
                (proxy, method, arguments) -> Arithmetic.class
                        .getMethod(names.apply(method.getName()), method.getParameterTypes())
                        .invoke(doubles, arguments));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Coordinates(double[] x) implements Inputs<Double> {
        @Override
        public int size() {
            return x.length;
        }

        @Override
        public Double get(int i) {
            return x[i];
        }
    }
}
