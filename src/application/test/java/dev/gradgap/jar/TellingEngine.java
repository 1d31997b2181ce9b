package dev.gradgap.jar;

import dev.gradgap.PluginJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A plug-in with an engine that refuses every function and says, as its reason, what kind of process it is in. */
final class TellingEngine {

    private static final String SOURCE = """
            package telling;

            import dev.gradgap.engine.*;
            import dev.gradgap.function.DifferentiableFunction;
            import java.util.*;

            public final class Telling implements ReverseEngine, EngineProvider {
                public List<Engine> engines() { return List.of(this); }
                @Override public String name() { return "telling"; }
                @Override public Technology technology() { return Technology.LIBRARY; }

                @Override public ReverseDifferentiator prepare(DifferentiableFunction function) {
                    try {
                        throw new RefusedException("module=" + ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                            + " launched=" + (System.getProperty("gradgap.parent") != null)
                            + " property=" + System.getProperty("told")
                            + " heap=" + (Runtime.getRuntime().maxMemory() >> 20)
                            + " input=" + HexFormat.of().formatHex(System.in.readAllBytes()));
                    } catch (java.io.IOException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            """;

    private TellingEngine() {}

    /**
     * Builds the plug-in.
     *
     * @param folder where it is written
     */
    static Path jar(Path folder) throws IOException {
        return PluginJar.build(
                folder,
                Map.of("telling.Telling", SOURCE),
                Map.of("dev.gradgap.engine.EngineProvider", "telling.Telling"));
    }
}
