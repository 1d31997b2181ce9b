package dev.gradgap.workload.program;

import dev.gradgap.PluginJar;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Tracer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Compiles what programs print, each as a class of its own, and compares the graphs. */
public final class ProgramText {

    private ProgramText() {}

    /** Programs as functions that no longer know of the interpreter. */
    public static List<DifferentiableFunction> compiled(Path folder, List<Program> programs)
            throws IOException, ReflectiveOperationException {
        Map<String, String> sources = new HashMap<>();
        for (int k = 0; k < programs.size(); k++) {
            sources.put("printed.Program" + k, source("Program" + k, programs.get(k)));
        }
        URL jar = PluginJar.build(folder, sources, Map.of()).toUri().toURL();
        List<DifferentiableFunction> functions = new ArrayList<>();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar})) {
            for (int k = 0; k < programs.size(); k++) {
                functions.add((DifferentiableFunction) loader.loadClass("printed.Program" + k)
                        .getDeclaredConstructor()
                        .newInstance());
            }
        }
        return functions;
    }

    private static String source(String name, Program program) {
        return """
            package printed;

            import dev.gradgap.function.*;

            public final class %s implements DifferentiableFunction {
                public int inputs() {
                    return %d;
                }

                public int outputs() {
                    return %d;
                }

                public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
            %s
                }
            }
            """.formatted(name, program.inputs(), program.outputs(), program.code());
    }

    /** Every node with its operands, and the outputs. */
    public static List<String> graph(DifferentiableFunction function) {
        Graph graph = Tracer.trace(function);
        List<String> constants = IntStream.range(0, graph.constants())
                .mapToObj(c -> String.valueOf(graph.constant(c)))
                .toList();
        List<String> operations = IntStream.range(0, graph.operations())
                .mapToObj(k -> graph.operation(k) + " " + graph.first(k) + " " + graph.second(k))
                .toList();
        List<String> outputs = IntStream.range(0, graph.outputs())
                .mapToObj(j -> "output " + graph.output(j))
                .toList();
        return List.of(constants.toString(), operations.toString(), outputs.toString());
    }
}
