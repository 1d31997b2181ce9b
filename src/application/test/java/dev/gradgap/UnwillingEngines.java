package dev.gradgap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A plug-in with reverse engines of the compiled technology that do what graph-reverse does, until a function has more
 * than two inputs: then preparing ends as their name says.
 */
public final class UnwillingEngines {

    private static final String SOURCE = """
            package unwilling;

            import dev.gradgap.engine.*;
            import dev.gradgap.engine.reverse.GraphReverse;
            import dev.gradgap.function.DifferentiableFunction;
            import dev.gradgap.graph.*;
            import java.util.List;

            public final class Engines implements EngineProvider {
                record Unwilling(String name) implements ReverseEngine {
                    @Override public Technology technology() { return Technology.COMPILED; }

                    @Override public ReverseDifferentiator prepare(DifferentiableFunction function) {
                        if (function.inputs() > 2) {
                            switch (name) {
                                case "refuses": throw new RefusedException("its operations do not repeat");
                                case "plans-wrong": throw new WrongPlanException(Tracer.trace(function),
                                        "operation 1 is added twice");
                                case "breaks": throw new LinkageError("class too large");
                                default: throw new AssertionError(name);
                            }
                        }
                        return new GraphReverse().prepare(function);
                    }
                }

                @Override public List<Engine> engines() {
                    return List.of(new Unwilling("refuses"), new Unwilling("plans-wrong"), new Unwilling("breaks"));
                }
            }
            """;

    private UnwillingEngines() {}

    /**
     * Builds the plug-in.
     *
     * @param folder where it is written
     */
    public static Path jar(Path folder) throws IOException {
        return PluginJar.build(
                folder,
                Map.of("unwilling.Engines", SOURCE),
                Map.of("dev.gradgap.engine.EngineProvider", "unwilling.Engines"));
    }
}
