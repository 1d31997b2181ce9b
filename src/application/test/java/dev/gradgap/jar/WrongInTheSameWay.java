package dev.gradgap.jar;

import dev.gradgap.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A plug-in with functions that have neither a hand-written adjoint nor a plain form, and with engines whose value and gradient
 * are both those of another function: each is right in all that it can be asked about itself.
 */
final class WrongInTheSameWay {

    private static final String ENGINES = """
            package wrong;

            import dev.gradgap.engine.*;
            import dev.gradgap.engine.forward.GraphForward;
            import dev.gradgap.engine.reverse.GraphReverse;
            import dev.gradgap.function.*;
            import java.lang.reflect.Proxy;
            import java.util.*;

            public final class Engines implements EngineProvider {

                /** The function with sin(2 x) wherever it says sin(x). */
                record Doubled(DifferentiableFunction function) implements DifferentiableFunction {
                    public int inputs() { return function.inputs(); }
                    public int outputs() { return function.outputs(); }
                    @SuppressWarnings("unchecked")
                    public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
                        function.evaluate((Arithmetic<T>) Proxy.newProxyInstance(
                                getClass().getClassLoader(), new Class<?>[] {Arithmetic.class},
                                (proxy, method, arguments) -> method.getName().equals("sin")
                                        ? a.sin(a.multiply((T) arguments[0], 2))
                                        : method.invoke(a, arguments)), x, y);
                    }
                }

                /** The function as if its last input were always 0.25. */
                record Dropped(DifferentiableFunction function) implements DifferentiableFunction {
                    public int inputs() { return function.inputs(); }
                    public int outputs() { return function.outputs(); }
                    public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
                        function.evaluate(a, new Inputs<T>() {
                            public int size() { return x.size(); }
                            public T get(int i) { return i == x.size() - 1 ? a.constant(0.25) : x.get(i); }
                        }, y);
                    }
                }

                record Reverse(String name, boolean doubles) implements ReverseEngine {
                    public Technology technology() { return Technology.COMPILED; }
                    public ReverseDifferentiator prepare(DifferentiableFunction f) {
                        return new GraphReverse().prepare(doubles ? new Doubled(f) : new Dropped(f));
                    }
                }

                record Forward(String name) implements ForwardEngine {
                    public Technology technology() { return Technology.COMPILED; }
                    public ForwardDifferentiator prepare(DifferentiableFunction f) {
                        return GraphForward.scalar().prepare(new Doubled(f));
                    }
                }

                public List<Engine> engines() {
                    return List.of(new Reverse("doubling-reverse", true), new Reverse("dropping-reverse", false),
                            new Forward("doubling-forward"));
                }
            }
            """;
    private static final String WORKLOADS = """
            package wrong;

            import dev.gradgap.function.*;
            import dev.gradgap.workload.*;
            import java.util.List;

            public final class Workloads implements WorkloadProvider, WorkloadFamily {

                /** 16 times: add 0.1 of every input, take the sine. */
                record AccumulateSin(int inputs) implements ScalarFunction {
                    public <T> T value(Arithmetic<T> a, Inputs<T> x) {
                        T sum = a.constant(0.5);
                        for (int k = 0; k < 16; k++) {
                            for (int i = 0; i < inputs; i++) {
                                sum = a.add(sum, a.multiply(x.get(i), 0.1));
                            }
                            sum = a.sin(sum);
                        }
                        return sum;
                    }
                }

                public List<WorkloadFamily> families() { return List.of(this); }
                public String name() { return "accumulate-sin"; }
                public String family() { return "loops"; }
                public String definition() { return "16 times { for all i: s += 0.1 x_i; s = sin s }"; }
                public String source() { return "a test"; }
                public int minInputs() { return 1; }
                public int maxInputs() { return 1000; }
                public Workload create(int n, long seed) {
                    double[] point = new double[n];
                    for (int i = 0; i < n; i++) {
                        point[i] = 0.3137 + 0.0917 * (i % 8) * (i % 2 == 0 ? 1 : -1);
                    }
                    return new Workload(name(), new AccumulateSin(n), point);
                }
            }
            """;

    private WrongInTheSameWay() {}

    /** Builds the plug-in in a folder. */
    static Path jar(Path folder) throws IOException {
        Files.createDirectories(folder);
        return PluginJar.build(
                folder,
                Map.of("wrong.Engines", ENGINES, "wrong.Workloads", WORKLOADS),
                Map.of(
                        "dev.gradgap.engine.EngineProvider",
                        "wrong.Engines",
                        "dev.gradgap.workload.WorkloadProvider",
                        "wrong.Workloads"));
    }
}
