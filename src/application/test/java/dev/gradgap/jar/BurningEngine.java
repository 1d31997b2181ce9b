package dev.gradgap.jar;

import dev.gradgap.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A plug-in with an engine that takes a known share longer than {@code graph-reverse}, which does its work. */
final class BurningEngine {

    private static final String SOURCE = """
            package burning;

            import dev.gradgap.engine.*;
            import dev.gradgap.function.DifferentiableFunction;
            import java.util.List;

            public final class Burning implements ReverseEngine, EngineProvider {
                private static final double SHARE = @SHARE@;

                public List<Engine> engines() { return List.of(this); }
                @Override public String name() { return "burning-reverse"; }
                @Override public Technology technology() { return Technology.GRAPH; }

                @Override public ReverseDifferentiator prepare(DifferentiableFunction function) {
                    return new work.GraphReverseWork(function) {
                        @Override public void jacobian(double[] x, double[] jacobian) {
                            long start = System.nanoTime();
                            super.jacobian(x, jacobian);
                            long end = System.nanoTime();
                            long until = end + (long) (SHARE * (end - start));
                            while (System.nanoTime() < until) {
                                Thread.onSpinWait();
                            }
                        }
                    };
                }
            }
            """;

    private BurningEngine() {}

    /**
     * Builds the plug-in.
     *
     * @param folder where it is written; made if there is none
     * @param share the share of its own time by which the engine is slower, 0.1 for 10 %
     */
    static Path jar(Path folder, double share) throws IOException {
        Files.createDirectories(folder);
        return PluginJar.build(
                folder,
                Map.of(
                        "burning.Burning",
                        SOURCE.replace("@SHARE@", Double.toString(share)),
                        GraphReverseWork.NAME,
                        GraphReverseWork.SOURCE),
                Map.of("dev.gradgap.engine.EngineProvider", "burning.Burning"));
    }
}
