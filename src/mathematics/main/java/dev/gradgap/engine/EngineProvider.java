package dev.gradgap.engine;

import java.util.List;

/** Adds engines to the suite; found through {@link java.util.ServiceLoader} on the class path or with --plugin. */
public interface EngineProvider {

    /** The engines, each with a unique name. */
    List<Engine> engines();
}
